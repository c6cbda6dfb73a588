"""Answers as data: what `--json` prints, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from depositary.claims import RecordedClaim
from depositary.questions import Answer
from depositary.reference import label, reference
from depositary.register import Because, Event, Ground
from depositary.terms import (
    AgreementRef,
    Claim,
    Evidence,
    Expectation,
    Moment,
    Participant,
    Participation,
    Rule,
    Span,
    Standing,
    Voice,
)

if TYPE_CHECKING:
    from depositary.reading import NameRead, Why

LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Characters that JSON leaves as they are, and that some readers take for the end of a line."""


def put(record: Mapping[str, object]) -> None:
    """Print one object as a line of JSON, in UTF-8 whatever the terminal's encoding: a quote loses no character."""
    click.echo(json.dumps(record, ensure_ascii=False).translate(LINE_ENDS).encode())


def claim(said: Claim, *, known: str, text: str = "") -> dict[str, object]:
    """A claim: `attributed_to` names the voices outermost first, offsets are code points, `known` is a day.

    The agreement's `name` tells in brackets what the quotes, or else the document's `text`, call it: "ASEAN (Bangkok
    Declaration)".
    """
    return {
        "document": said.document,
        "id": said.id,
        "agreement": {**agreement(said.agreement), "name": label(reference(), said.agreement, _quotes(said), text)},
        "actor": said.actor.label if said.actor else None,
        "action": said.action.value,
        "qualifier": said.qualifier,
        "counterparties": [other.label for other in said.counterparties],
        "modality": said.modality.value,
        "date": edtf(said.moment),
        "effect": edtf(said.effect),
        "attributed_to": [voice.name for voice in said.attribution.voices],
        "voices": [_voice(voice) for voice in said.attribution.voices],
        "organ": said.organ.value if said.organ else None,
        "evidence": [evidence(item) for item in said.evidence],
        "known": known,
        "made_by": said.made_by,
    }


def _quotes(said: Claim) -> list[str]:
    return [item.quote for item in said.evidence if isinstance(item, Span)]


def why(reason: Why) -> dict[str, object]:
    """How a claim came about: the pattern or None, the names with their places, what no name stands for."""
    pattern = reason.pattern
    return {
        "pattern": pattern and {"id": pattern.id, "words": list(pattern.words), "objects": list(pattern.objects)},
        "names": [_name_read(name) for name in reason.names],
        "unnamed": list(reason.unnamed),
        "made_again": reason.is_made_again,
    }


def _name_read(name: NameRead) -> dict[str, object]:
    return {
        **evidence(name.place),
        "ids": list(name.ids),
        "reason": name.reason,
        "cue": name.cue or None,
        "left_alone": name.is_left_alone,
    }


def dated(record: Mapping[str, object], answer: Answer) -> dict[str, object]:
    """A record with the two days that its answer was asked with."""
    days = {"on": answer.on.isoformat() if answer.on else None, "known": answer.known and answer.known.isoformat()}
    return {**record, **days}


def reasons(because: Because) -> dict[str, object]:
    """Why a row stands: its grounds, what is in doubt, what was foretold and what was set aside, with their claims."""
    return {
        **participation(because.participation),
        "grounds": [_ground(item) for item in because.grounds],
        "doubtful": [_ground(item) for item in because.doubtful],
        "foretold": [{**expectation(item.expectation), "claims": _told(item.claims)} for item in because.foretold],
        "set_aside": [{"reason": item.reason, "claim": told(item.claim)} for item in because.set_aside],
    }


def event(item: Event) -> dict[str, object]:
    """An act of a timeline: `mark` says how it is to be taken, `end` what became of what was foretold."""
    return {
        "date": edtf(item.moment),
        "participant": participant(item.participant) if item.participant else None,
        "action": item.action.value,
        "organ": item.organ.value if item.organ else None,
        "mark": item.mark.value,
        "end": item.end.value if item.end else None,
        "rule": rule(item.rule) if item.rule else None,
        "note": item.note or None,
        "claims": _told(item.claims),
    }


def rule(clause: Rule) -> dict[str, object]:
    """A final clause: its article, how it counts, and where it stands."""
    return {
        "article": clause.article,
        "scope": clause.scope.value,
        "convention": clause.delay.convention.value,
        "n": clause.delay.n,
        "source": clause.source,
    }


def told(recorded: RecordedClaim) -> dict[str, object]:
    """A claim with the document that tells it."""
    return {**claim(recorded.claim, known=recorded.known.isoformat()), "outlet": recorded.outlet or None}


def _told(claims: Iterable[RecordedClaim]) -> list[dict[str, object]]:
    return [told(item) for item in claims]


def _ground(ground: Ground) -> dict[str, object]:
    return {
        "what": ground.what,
        "date": ground.moment.edtf,
        "outcome": ground.outcome.value,
        "rule": rule(ground.rule) if ground.rule else None,
        "claims": _told(ground.claims),
        "alternatives": _told(ground.alternatives),
    }


def agreement(ref: AgreementRef) -> dict[str, object]:
    """An agreement by its id, name and kind."""
    return {"id": ref.id, "name": ref.name, "kind": ref.kind.value}


def participant(who: Participant) -> dict[str, object]:
    """A State or an organisation by its id, name and kind."""
    return {"id": who.id, "name": who.name, "kind": who.kind.value}


def evidence(item: Evidence) -> dict[str, object]:
    """A span of the text (code points, end exclusive) or a cell of a table (row and column from 0)."""
    match item:
        case Span(start, end, quote):
            return {"start": start, "end": end, "quote": quote}
        case cell:
            return {"file": cell.file_hash, "row": cell.row, "column": cell.column, "original": cell.original}


def edtf(moment: Moment | None) -> str | None:
    """A moment as EDTF text; None where no day is known."""
    return moment.edtf if moment else None


def participation(row: Participation) -> dict[str, object]:
    """A row of the register with its standing as a vector, the claims that carry it and those that lost."""
    return {
        "participant": participant(row.participant),
        "agreement": agreement(row.agreement),
        "status": row.status,
        "takes_part": row.takes_part,
        "standing": standing(row.standing),
        "since": edtf(row.since),
        "assurance": row.assurance.value,
        "word": list(row.word),
        "claims": list(row.claims),
        "set_aside": list(row.set_aside),
        "notes": list(row.notes),
        "expectations": [expectation(item) for item in row.expectations],
    }


def standing(vector: Standing) -> dict[str, object]:
    """The four parts of a standing, never merged; a part that says nothing is null."""
    return {
        "intent": vector.intent.value or None,
        "consent": vector.consent.value or None,
        "force": vector.force.value or None,
        "application": vector.application.value or None,
    }


def expectation(item: Expectation) -> dict[str, object]:
    """An act that was foretold, when it is due, and what became of it."""
    return {
        "participant": participant(item.participant),
        "action": item.action.value,
        "due": edtf(item.due),
        "end": item.end.value,
        "claims": list(item.claims),
    }


def _voice(voice: Voice) -> dict[str, object]:
    return {
        "name": voice.name,
        "role": voice.role.value,
        "participant": voice.participant,
        "evidence": evidence(voice.evidence) if voice.evidence else None,
    }
