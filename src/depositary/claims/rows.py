"""How claims and documents stand in the tables of the store, there and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from depositary.claims.recorded import RecordedClaim, RecordedDocument
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Attribution,
    Cell,
    Claim,
    Evidence,
    Modality,
    Moment,
    Organ,
    Participant,
    ParticipantKind,
    Role,
    Span,
    Voice,
)

Row = dict[str, Any]  # Any: what a driver takes, text, numbers and None


def claim_row(claim: Claim, place: int, known: date) -> Row:
    """The row of `claims`."""
    actor = claim.actor
    return {
        "id": claim.id,
        "document": claim.document,
        "place": place,
        "known": known.isoformat(),
        "actor": actor.id if actor else None,
        "actor_name": actor.name if actor else None,
        "actor_kind": actor.kind.value if actor else None,
        "action": claim.action.value,
        "qualifier": claim.qualifier,
        "modality": claim.modality.value,
        "agreement": claim.agreement.id,
        "agreement_name": claim.agreement.name,
        "agreement_kind": claim.agreement.kind.value,
        **_moment_columns("moment", claim.moment),
        **_moment_columns("effect", claim.effect),
        "organ": claim.organ.value if claim.organ else None,
        "made_by": claim.made_by,
    }


def evidence_rows(claim: Claim) -> Iterator[Row]:
    """The rows of `claim_evidence`."""
    for position, item in enumerate(claim.evidence):
        row: Row = dict.fromkeys(("span_start", "span_end", "cell_file", "cell_row", "cell_column"))
        match item:
            case Span(start, end, quote):
                row |= {"kind": "span", "quote": quote, "span_start": start, "span_end": end}
            case Cell(file_hash, number, column, original):
                row |= {"kind": "cell", "quote": original, "cell_file": file_hash}
                row |= {"cell_row": number, "cell_column": column}
        yield row | {"claim": claim.id, "position": position}


def voice_rows(claim: Claim) -> Iterator[Row]:
    """The rows of `claim_voices`."""
    for position, voice in enumerate(claim.attribution.voices):
        span = voice.evidence
        yield {
            "claim": claim.id,
            "position": position,
            "name": voice.name,
            "role": voice.role.value,
            "participant": voice.participant,
            "span_start": span.start if span else None,
            "span_end": span.end if span else None,
            "quote": span.quote if span else None,
        }


def counterparty_rows(claim: Claim) -> Iterator[Row]:
    """The rows of `claim_counterparties`."""
    for position, other in enumerate(claim.counterparties):
        yield {
            "claim": claim.id,
            "position": position,
            "participant": other.id,
            "name": other.name,
            "kind": other.kind.value,
        }


def recorded_claim(
    row: RowMapping, evidence: Iterable[RowMapping], voices: Iterable[RowMapping], others: Iterable[RowMapping]
) -> RecordedClaim:
    """The claim of a row of `claims` (with its document's columns) and the rows that belong to it, in their order."""
    actor = row["actor"]
    claim = Claim(
        document=row["document"],
        agreement=AgreementRef(row["agreement"], row["agreement_name"], AgreementKind(row["agreement_kind"])),
        actor=Participant(actor, row["actor_name"], ParticipantKind(row["actor_kind"])) if actor else None,
        action=Action(row["action"]),
        modality=Modality(row["modality"]),
        evidence=tuple(_evidence(item) for item in evidence),
        counterparties=tuple(
            Participant(item["participant"], item["name"], ParticipantKind(item["kind"])) for item in others
        ),
        moment=_moment(row, "moment"),
        effect=_moment(row, "effect"),
        attribution=Attribution(tuple(_voice(item) for item in voices)),
        organ=Organ(row["organ"]) if row["organ"] else None,
        qualifier=row["qualifier"],
        made_by=row["made_by"],
    )
    return RecordedClaim(
        claim,
        known=date.fromisoformat(row["known"]),
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        recorded=datetime.fromisoformat(row["recorded"]),
        sequence=row["sequence"],
    )


def recorded_document(row: RowMapping) -> RecordedDocument:
    """The document of a row of `documents`."""
    columns: Row = {
        **row,
        "captured": datetime.fromisoformat(row["captured"]),
        "recorded": datetime.fromisoformat(row["recorded"]),
        "known": date.fromisoformat(row["known"]),
        "published": date.fromisoformat(row["published"]) if row["published"] else None,
    }
    return RecordedDocument(**columns)


def _moment_columns(name: str, moment: Moment | None) -> Row:
    return {
        name: moment.edtf if moment else None,
        f"{name}_begin": moment.begin.isoformat() if moment else None,
        f"{name}_end": moment.end.isoformat() if moment else None,
    }


def _moment(row: RowMapping, name: str) -> Moment | None:
    if row[name] is None:
        return None
    return Moment(row[name], date.fromisoformat(row[f"{name}_begin"]), date.fromisoformat(row[f"{name}_end"]))


def _evidence(row: RowMapping) -> Evidence:
    if row["kind"] == "cell":
        return Cell(row["cell_file"], row["cell_row"], row["cell_column"], row["quote"])
    return Span(row["span_start"], row["span_end"], row["quote"])


def _voice(row: RowMapping) -> Voice:
    span = None if row["span_start"] is None else Span(row["span_start"], row["span_end"], row["quote"])
    return Voice(row["name"], Role(row["role"]), row["participant"], span)
