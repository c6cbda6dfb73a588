"""Memory: what was spoken of before in a document, so that "the pact" and "it" can be resolved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from depositary.reading.lexicon import Kind
from depositary.reading.naming import RECOGNITION, is_organisation
from depositary.reading.targets import Target
from depositary.terms import AgreementKind, AgreementRef, Participant

_BESIDE = frozenset({"protocol", "amendment", "annex", "addendum"})
"""Nouns of instruments that stand beside another one: no protocol is "the deal", where there is another."""


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
    passing: int = 0
    format: AgreementRef | None = None

    def remember(
        self, ref: AgreementRef, noun: str, description: str, sides: Sequence[Participant], *, in_passing: bool = False
    ) -> None:
        """Keep an agreement; one spoken of again moves to the front and keeps what was known of its sides.

        One named only `in_passing` (an organisation) comes behind all to which something was done.
        """
        before = next((spoken for spoken in self.spoken if spoken.ref == ref), None)
        known_sides = tuple(sides) if len(sides) > 1 else (before.sides if before else tuple(sides))
        if before is not None and in_passing:
            return
        if before is not None:
            self.passing -= self.spoken.index(before) < self.passing
            self.spoken.remove(before)
        at = self.passing if in_passing else len(self.spoken)
        self.passing += in_passing
        self.spoken.insert(at, Spoken(ref, noun or (before.noun if before else ""), description, known_sides))

    def demote(self, ref: AgreementRef) -> None:
        """Put an agreement that was only named behind those to which something was done."""
        kept = next((spoken for spoken in self.spoken if spoken.ref == ref), None)
        if kept is None or self.spoken.index(kept) < self.passing:
            return
        self.spoken.remove(kept)
        self.spoken.insert(self.passing, kept)
        self.passing += 1

    def pointed_back_to(
        self,
        target: Target | None,
        excluding: Collection[str] = (),
        actors: Sequence[Participant] = (),
        *,
        of_many: bool = False,
    ) -> Spoken | None:
        """The agreement that "the pact", "the accords" or no object at all points back to.

        An agreement between two or three is no candidate for what somebody else does, nor for what only one of many
        does (`of_many`): nobody becomes a member of a border treaty.
        """
        spoken = [each for each in self.spoken if each.ref.id not in excluding and _is_open_to(each, actors)]
        spoken = [each for each in spoken if not (of_many and _is_closed(each))]
        is_agreement = target is not None and Kind.AGREEMENT in target.kinds and Kind.BODY not in target.kinds
        if target is not None and is_agreement and _is_described(target):
            spoken = [each for each in spoken if not self.is_only_named(each.ref)]
        if not spoken:
            return None
        return _pick(spoken, target)

    def is_only_named(self, ref: AgreementRef) -> bool:
        """Whether it is a body that was named and to which nothing was done: no "arms control treaty" means it."""
        at = next((at for at, spoken in enumerate(self.spoken) if spoken.ref == ref), None)
        return ref.kind is AgreementKind.ORGANISATION and at is not None and at < self.passing

    def sides(self, ref: AgreementRef) -> tuple[Participant, ...]:
        """The sides of an agreement spoken of before."""
        return next((spoken.sides for spoken in self.spoken if spoken.ref == ref), ())


def says_which(target: Target, spoken: Spoken) -> bool:
    """Whether the phrase tells of something else than the body: "the world treaty against violence at work"."""
    told = set(target.description.lower().split())
    is_else = bool({"against", "on", "for"} & told) and not target.is_pointing and len(told) > 3
    return is_else and not told & set(spoken.ref.name.lower().split()) - {"of", "the", "and"}


def _is_described(target: Target) -> bool:
    """Whether the phrase says which agreement it is, and does not point back: "an arms control treaty"."""
    return not target.is_pointing and len(target.description.split()) > 1


def _is_open_to(spoken: Spoken, actors: Sequence[Participant]) -> bool:
    return not _is_closed(spoken) or all(actor in spoken.sides for actor in actors)


def _is_closed(spoken: Spoken) -> bool:
    """Whether it is between two or three States; the members of a body that is a side may act on it too."""
    return len(spoken.sides) in (2, 3) and not any(map(is_organisation, spoken.sides))


def _stem(noun: str) -> str:
    return noun.lower().rstrip("s")


def _words(spoken: Spoken) -> set[str]:
    text = f"{spoken.ref.name} {spoken.noun} {spoken.description}".lower()
    return {_stem(word) for word in text.replace("–", " ").split()}


def _pick(spoken: Sequence[Spoken], target: Target | None) -> Spoken | None:
    if target is not None and target.kinds == {Kind.RELATION}:
        return _latest(spoken, _are_ties)
    if target is None or target.noun == "":
        lasting = _latest(spoken, lambda one: one.ref.kind not in (AgreementKind.RELATION, AgreementKind.MEMORANDUM))
        return lasting or spoken[-1]
    noun = target.noun
    if Kind.RELATION in target.kinds:
        return _latest(spoken, _are_ties)
    own = {_stem(word) for word in target.description.split() if word[:1].isupper()}
    if own:  # "the Artemis text", after the Artemis Accords; "the Millennium Challenge compact" is none of those told
        return _latest(spoken, lambda one: bool(own & _words(one)))
    named_so = _latest(spoken, lambda one: _stem(noun) in _words(one))
    if named_so is not None:
        return named_so
    spoken = [one for one in spoken if not set(one.ref.name.lower().split()) & _BESIDE] or spoken
    if Kind.BODY in target.kinds:
        body = _latest(spoken, lambda one: one.ref.kind in (AgreementKind.ORGANISATION, AgreementKind.POLITICAL))
        if body is not None or Kind.AGREEMENT not in target.kinds:
            return body
    if noun in ("document", "paper"):
        written = _latest(spoken, lambda one: one.ref.kind is not AgreementKind.RELATION and one.noun != "talks")
        return written or _latest(spoken, lambda one: one.ref.kind is not AgreementKind.RELATION)
    if noun in ("memorandum", "deal", "agreement"):
        return _latest(spoken, lambda one: one.ref.kind is not AgreementKind.RELATION)
    return _latest(spoken, lambda one: one.ref.kind not in (AgreementKind.RELATION, AgreementKind.MEMORANDUM))


def _are_ties(one: Spoken) -> bool:
    """Whether it is relations, which are opened and broken off; to recognise a State is neither."""
    return one.ref.kind is AgreementKind.RELATION and not one.ref.id.startswith(RECOGNITION)


def _latest(spoken: Sequence[Spoken], fits: Callable[[Spoken], bool]) -> Spoken | None:
    return next((one for one in reversed(spoken) if fits(one)), None)
