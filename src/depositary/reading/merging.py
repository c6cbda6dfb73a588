"""Merging: one claim for what a document says more than once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depositary.terms import Action, AgreementKind, AgreementRef, Claim, Modality, Span


def merged(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each agreement, actor, action and modality of a document: the first, completed by later ones."""
    kept: dict[tuple[object, ...], Claim] = {}
    same = _same_described(claims)
    for claim in (replace(claim, agreement=same.get(claim.agreement.id, claim.agreement)) for claim in claims):
        key = (claim.agreement.id, claim.actor, claim.action, claim.modality)
        first = kept.get(key)
        if first is None:
            kept[key] = claim
            continue
        is_done = claim.modality is Modality.HAPPENED
        is_again = claim.action is Action.HOST_MEETING and claim.moment != first.moment
        if is_again and (claim.moment is not None or claim.modality is not Modality.HAPPENED):
            kept[(*key, claim.moment.edtf if claim.moment else "")] = claim  # one meeting is not the other
            continue
        if (
            is_done
            and first.moment is not None
            and claim.moment is not None
            and not claim.moment.overlaps(first.moment)
        ):
            kept[(*key, claim.moment.edtf)] = claim
            continue
        evidence = (
            first.evidence if len(first.evidence) > 1 else tuple(sorted({*first.evidence, *claim.evidence}, key=_place))
        )
        moment = first.moment
        if claim.moment is not None and (moment is None or claim.moment.lies_within(moment)):
            moment = claim.moment
        kept[key] = replace(
            first,
            moment=moment,
            evidence=evidence,
            counterparties=first.counterparties or claim.counterparties,
            attribution=first.attribution if first.attribution.voices else claim.attribution,
        )
    return list(kept.values())


def _same_described(claims: Sequence[Claim]) -> dict[str, AgreementRef]:
    """What a document describes twice, by id: "ink agreement" in the heading, "an agreement on a gas pipeline" below.

    The same act, of the same one with the same others, on what differs only in that one description says more.
    """
    found: dict[str, AgreementRef] = {}
    acts: dict[tuple[object, ...], list[AgreementRef]] = {}
    for claim in claims:
        if claim.agreement.kind is AgreementKind.UNKNOWN and claim.counterparties:
            others = frozenset(other.id for other in claim.counterparties)
            told = acts.setdefault((claim.actor, others, claim.action, claim.modality), [])
            ref = found.get(claim.agreement.id, claim.agreement)
            before = next((each for each in told if each != ref and _says_the_same(each, ref)), None)
            if before is None:
                told.append(ref)
                continue
            best = max(before, ref, key=lambda each: len(each.id))
            found |= {id: best for id, of in found.items() if of in (before, ref)}
            found[before.id] = found[ref.id] = best
    return found


def _says_the_same(one: AgreementRef, other: AgreementRef) -> bool:
    """Whether all that one id says is said by the other too."""
    first, second = set(one.id.split("-")), set(other.id.split("-"))
    return first <= second or second <= first


def _place(evidence: object) -> tuple[int, int]:
    return (evidence.start, evidence.end) if isinstance(evidence, Span) else (0, 0)


def first_place(claim: Claim) -> tuple[int, int, str, str]:
    """What claims of a document are ordered by: where they are shown first, then what they are on, then who acts."""
    first = claim.evidence[0]
    start, end = (first.start, first.end) if isinstance(first, Span) else (first.row, first.column)
    return start, end, claim.agreement.id, claim.actor.id if claim.actor else ""
