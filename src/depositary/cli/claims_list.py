"""Claims in words: who does what to which agreement, how firmly and by whom it is said, and the quote in its place."""

from __future__ import annotations

from collections.abc import Iterable

from depositary.cli import signs, wording
from depositary.cli.paper import Paper
from depositary.terms import Claim, Evidence, Span

OUTLET = "the report itself"


def put_claims(paper: Paper, claims: Iterable[Claim], *, outlet: str = "", indent: int = 0) -> None:
    """Set claims one below the other, each with its quotes."""
    for claim in claims:
        put_claim(paper, claim, outlet=outlet, indent=indent)


def put_claim(paper: Paper, claim: Claim, *, outlet: str = "", indent: int = 0, mark: str = "") -> None:
    """Set one claim: `mark` stands before it ("1"), `outlet` is who passed it on last."""
    before = f"{mark} " if mark else ""
    paper.say(f"{before}{signs.of_modality(claim.modality)} {act(claim)}", indent=indent, hang=len(before) + 2)
    inside = indent + len(before) + 2
    paper.say(f"{claim.modality.value}, said by {voices(claim, outlet)}", indent=inside)
    for item in claim.evidence:
        paper.say(cited(item), indent=inside)


def act(claim: Claim) -> str:
    """Actor, action, counterparties, agreement and date, parted by points."""
    parts = [claim.actor.name if claim.actor else "the agreement itself", action(claim)]
    if claim.counterparties:
        parts.append("with " + ", ".join(other.name for other in claim.counterparties))
    parts += [claim.agreement.name, wording.moment(claim.moment) if claim.moment else "no day given"]
    if claim.effect:
        parts.append(f"with effect {wording.moment(claim.effect)}")
    return " · ".join(parts)


def action(claim: Claim) -> str:
    """The action in words, with its qualifier and the organ of the State that acts."""
    text = claim.action.value.replace("_", " ")
    asides = [aside for aside in (claim.qualifier, f"by its {claim.organ}" if claim.organ else None) if aside]
    return f"{text} ({', '.join(asides)})" if asides else text


def voices(claim: Claim, outlet: str = "") -> str:
    """Who says it in the first place, then each that passed it on: "US officials › Axios › The Levant Courier"."""
    return " › ".join([*(voice.name for voice in reversed(claim.attribution.voices)), outlet or OUTLET])


def cited(item: Evidence) -> str:
    """A quote and its place: characters are code points of the document's text, the end exclusive."""
    match item:
        case Span(start, end, quote):
            return f"“{' '.join(quote.split())}” (characters {start}–{end})"
        case cell:
            return f"“{cell.original}” (row {cell.row}, column {cell.column} of file {cell.file_hash[:12]})"
