"""Memory: what was spoken of before in a document, so that "the pact" and "it" can be resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from depositary.reading.lexicon import Kind
from depositary.reading.targets import Target
from depositary.terms import AgreementKind, AgreementRef, Participant

_MEETING_WORDS = frozenset({"summit", "meeting", "conference", "format"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """An agreement that was spoken of: with the noun it was called by and its sides where it has two or a few."""

    ref: AgreementRef
    noun: str
    description: str
    sides: tuple[Participant, ...]


@dataclass(slots=True)
class Memory:
    """What a document has spoken of so far, the latest last."""

    spoken: list[Spoken] = field(default_factory=list)

    def remember(self, ref: AgreementRef, noun: str, description: str, sides: Sequence[Participant]) -> None:
        """Keep an agreement; one spoken of again moves to the front and keeps what was known of its sides."""
        before = next((spoken for spoken in self.spoken if spoken.ref == ref), None)
        known_sides = tuple(sides) if len(sides) > 1 else (before.sides if before else tuple(sides))
        if before is not None:
            self.spoken.remove(before)
        self.spoken.append(Spoken(ref, noun or (before.noun if before else ""), description, known_sides))

    def pointed_back_to(self, target: Target | None) -> Spoken | None:
        """The agreement that "the pact", "the accords" or no object at all points back to."""
        if not self.spoken:
            return None
        if target is None or target.noun == "":
            return self._latest(lambda spoken: spoken.ref.kind is not AgreementKind.RELATION) or self.spoken[-1]
        noun = target.noun
        if Kind.RELATION in target.kinds:
            return self._latest(lambda spoken: spoken.ref.kind is AgreementKind.RELATION)
        named_so = self._latest(lambda spoken: _stem(noun) in _words(spoken))
        if named_so is not None:
            return named_so
        if Kind.BODY in target.kinds and Kind.AGREEMENT not in target.kinds:
            return self._latest(lambda spoken: spoken.ref.kind in (AgreementKind.ORGANISATION, AgreementKind.POLITICAL))
        return self._latest(lambda spoken: spoken.ref.kind is not AgreementKind.RELATION)

    def meeting_format(self) -> AgreementRef | None:
        """The format of meetings that the document names, if it names one."""
        latest = self._latest(
            lambda spoken: spoken.ref.kind is AgreementKind.POLITICAL and bool(_MEETING_WORDS & {spoken.noun})
        )
        return latest.ref if latest else None

    def sides(self, ref: AgreementRef) -> tuple[Participant, ...]:
        """The sides of an agreement spoken of before."""
        return next((spoken.sides for spoken in self.spoken if spoken.ref == ref), ())

    def _latest(self, fits: object) -> Spoken | None:
        return next((spoken for spoken in reversed(self.spoken) if fits(spoken)), None)  # type: ignore[operator]


def _stem(noun: str) -> str:
    return noun.lower().rstrip("s")


def _words(spoken: Spoken) -> set[str]:
    text = f"{spoken.ref.name} {spoken.noun} {spoken.description}".lower()
    return {_stem(word) for word in text.replace("–", " ").split()}
