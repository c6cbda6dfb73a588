"""Announcing: a joining that the State itself announces is an announcement: "Sudan announced that it would join"."""

from __future__ import annotations

from collections.abc import Sequence

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.voices import Reported
from depositary.terms import Action, Modality, Participant, Span, Voice, cite


def announced_by(
    a: Analysed,
    act: Act,
    action: Action,
    modality: Modality,
    actors: Sequence[Participant],
    reported: Sequence[Reported],
) -> int | None:
    """The verb by which the one who acts announces it: "Sudan announced that it would join"."""
    if action not in (Action.JOIN, Action.ACCEDE) or modality is not Modality.PLANNED:
        return None
    for each in reported:
        voice = each.attribution.innermost
        is_own = voice is not None and voice.participant in {actor.id for actor in actors}
        if (
            is_own
            and each.verb is not None
            and each.covers(act.index)
            and a.lemma(each.verb) in ("announce", "declare")
        ):
            return each.verb
    return None


def with_speaker(a: Analysed, evidence: tuple[Span, ...], voice: Voice | None) -> tuple[Span, ...]:
    """The evidence from the name of the one who says it on."""
    said = voice.evidence if voice is not None else None
    if said is None or not a.tree.start <= said.start < evidence[0].end:
        return evidence
    return (cite(a.text, min(said.start, evidence[0].start), evidence[0].end), *evidence[1:])
