r"""Claims as lines of plain text: to read, to compare with diff, to keep in git, to write worlds of tests in.

One claim a line, fields apart by " | ", first six that are always there, then any others in any order:

    2025-11-07 | KAZ | announce_intent | abraham-accords | happened | 2025-11-06 | self | outlet=Axios
    known      | who | action          | agreement       | modality | moment     | voices and named fields

- `-` stands for no actor and no moment. A participant or agreement is `ID`, `ID (Name)` or `ID:kind (Name)`; without a
  name the id is its name, and the kind is told from the id (capitals are a State, small letters an organisation).
- A field without "=" is a voice, outermost first: `agency: Axios`, `officials/USA: US officials`, `anonymous`,
  `government/KAZ: Tokayev at 12-19 "Tokayev"`. `self` is the actor's own government.
- Named: `effect=`, `with=` (a counterparty; may be repeated), `organ=`, `qualifier=`, `outlet=`, `title=`, `url=`,
  `made=`, `doc=`, `at=START-END "QUOTE"` and `cell=FILE ROW COLUMN "ORIGINAL"` (evidence; may be repeated).
- A text that holds a bar, a quotation mark or a control character is written as a JSON string, a bar as \u007c.
- Blank lines and lines that begin with `#` say nothing.

A line without `doc=` is a document of its own, whose text is that line as `print_line` writes it, and which is its
evidence; so a world written by hand needs neither texts nor offsets. Lines of one `doc=` without evidence are together
its text. When a claim came in and in which order is not part of a line: it decides nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from depositary.claims import wording
from depositary.claims.recorded import RecordedClaim
from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Attribution,
    Cell,
    Claim,
    DepositaryError,
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

SEPARATOR = " | "
NOTHING = "-"
SELF = "self"
POSITIONAL = ("known", "actor", "action", "agreement", "modality", "moment")
NAMED = frozenset(["effect", "with", "organ", "qualifier", "outlet", "title", "url", "made", "doc", "at", "cell"])
REPEATED = frozenset({"with", "at", "cell"})
LINE_ID_DIGITS = 12

_VOICE = re.compile(r'(?P<role>[a-z]+)(?:/(?P<who>[^\s:]+))?(?:: (?P<name>.*?))?(?: at (?P<span>\d+-\d+ ".*"))?')
_SPAN = re.compile(r'(\d+)-(\d+) (".*")')
_CELL = re.compile(r'(\S+) (\d+) (\d+) (".*")')


class UnreadableLine(DepositaryError):
    """A line that says no claim."""

    def __init__(self, line: str, why: str) -> None:
        super().__init__(f"This line says no claim ({why}): {line}")


@dataclass(slots=True)
class _Fields:
    """A line taken apart: its positional fields, its voices, its named fields."""

    positional: list[str]
    voices: list[str] = field(default_factory=list)
    named: dict[str, list[str]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        values = self.named.get(name, [""])
        return wording.plain(values[0])


def print_lines(claims: Iterable[RecordedClaim]) -> str:
    """The claims as text, one a line, in the order given."""
    return "".join(f"{print_line(claim)}\n" for claim in claims)


def print_line(recorded: RecordedClaim) -> str:
    """One claim as a line, without line end."""
    claim = recorded.claim
    said = _said(recorded)
    if claim.document == line_id(said) and claim.evidence == (Span(0, len(said), said),):
        return said
    return SEPARATOR.join([said, f"doc={wording.word(claim.document)}", *map(_evidence_text, claim.evidence)])


def parse_lines(text: str) -> tuple[RecordedClaim, ...]:
    """The claims of a text, in its order; raises `UnreadableLine` (or `UnreadableMoment` for a date).

    Their sequence counts from 1; they are recorded at midnight (UTC) of the day they are known.

    >>> known, = parse_lines("2025-11-07 | KAZ | join | abraham-accords | expected | - | officials/USA: US officials")
    >>> known.claim.actor.id, known.claim.attribution.innermost.role.value, known.claim.evidence[0].start
    ('KAZ', 'officials', 0)
    """
    lengths: dict[str, int] = {}
    claims: list[RecordedClaim] = []
    for line in text.split("\n"):
        line = line.strip()
        if line and not line.startswith("#"):
            claims.append(_parse(line, lengths, len(claims) + 1))
    return tuple(claims)


def texts_of(claims: Iterable[RecordedClaim]) -> Iterator[tuple[str, str]]:
    """Id and text of each document that is made of lines alone, for taking a world of lines into a ledger.

    Each evidence of such a document is one of its lines, whole, one after the other.
    """
    lines: dict[str, dict[int, str]] = {}
    for recorded in claims:
        for item in recorded.claim.evidence:
            if isinstance(item, Span):
                lines.setdefault(recorded.claim.document, {})[item.start] = item.quote
    for document, quotes in lines.items():
        text = "\n".join(quote for _, quote in sorted(quotes.items()))
        if all(text[start : start + len(quote)] == quote for start, quote in quotes.items()):
            yield document, text


def line_id(said: str) -> str:
    """The id of the document that a line is by itself."""
    return f"line-{hashlib.sha256(said.encode()).hexdigest()[:LINE_ID_DIGITS]}"


def _said(recorded: RecordedClaim) -> str:
    claim = recorded.claim
    actor = NOTHING if claim.actor is None else _participant_text(claim.actor)
    moment = NOTHING if claim.moment is None else claim.moment.edtf
    fields = [recorded.known.isoformat(), actor, claim.action, _agreement_text(claim.agreement), claim.modality, moment]
    fields += [_voice_text(voice) for voice in claim.attribution.voices]
    fields += [f"with={_participant_text(other)}" for other in claim.counterparties]
    named = {
        "effect": claim.effect.edtf if claim.effect else None,
        "organ": claim.organ,
        "qualifier": claim.qualifier,
        "outlet": recorded.outlet or None,
        "title": recorded.title or None,
        "url": recorded.url or None,
        "made": claim.made_by or None,
    }
    fields += [f"{name}={wording.word(value)}" for name, value in named.items() if value is not None]
    return SEPARATOR.join(fields)


def _parse(line: str, lengths: dict[str, int], sequence: int) -> RecordedClaim:
    fields = _split(line)
    try:
        recorded = _claim(fields, sequence)
    except (ValueError, KeyError) as error:
        raise UnreadableLine(line, str(error)) from error
    evidence: list[Evidence] = [_span(text) for text in fields.named.get("at", ())]
    evidence += [_cell(text) for text in fields.named.get("cell", ())]
    said = _said(recorded)
    document = fields.one("doc") or line_id(said)
    if not evidence:
        start = lengths.get(document, 0) if "doc" in fields.named else 0
        lengths[document] = start + len(said) + 1
        evidence = [Span(start, start + len(said), said)]
    return replace(recorded, claim=replace(recorded.claim, document=document, evidence=tuple(evidence)))


def _split(line: str) -> _Fields:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < len(POSITIONAL):
        raise UnreadableLine(line, f"the fields {', '.join(POSITIONAL)} are wanted")
    fields = _Fields(parts[: len(POSITIONAL)])
    for part in filter(None, parts[len(POSITIONAL) :]):
        name, sign, value = part.partition("=")
        if not (sign and name in NAMED):
            fields.voices.append(part)
        elif name in fields.named and name not in REPEATED:
            raise UnreadableLine(line, f"{name} is there twice")
        else:
            fields.named.setdefault(name, []).append(value)
    return fields


def _claim(fields: _Fields, sequence: int) -> RecordedClaim:
    """The claim of a line, its document and evidence yet to be filled in."""
    day, who, action, agreement, modality, moment = fields.positional
    known = date.fromisoformat(day)
    actor = None if who == NOTHING else _participant(who)
    effect = fields.one("effect")
    claim = Claim(
        document="",
        agreement=_agreement(agreement),
        actor=actor,
        action=Action(action),
        modality=Modality(modality),
        evidence=(Span(0, 1, "-"),),
        counterparties=tuple(_participant(other) for other in fields.named.get("with", ())),
        moment=None if moment == NOTHING else Moment.parse(moment),
        effect=Moment.parse(effect) if effect else None,
        attribution=Attribution(tuple(_voice(voice, actor) for voice in fields.voices)),
        organ=Organ(fields.one("organ")) if "organ" in fields.named else None,
        qualifier=fields.one("qualifier") if "qualifier" in fields.named else None,
        made_by=fields.one("made"),
    )
    recorded = datetime.combine(known, time(), UTC)
    return RecordedClaim(claim, known, fields.one("outlet"), fields.one("title"), fields.one("url"), recorded, sequence)


def _kind_of(id: str) -> ParticipantKind:
    return ParticipantKind.STATE if id.isupper() else ParticipantKind.ORGANISATION


def _participant_text(who: Participant) -> str:
    return wording.titled(who.id, "" if who.kind is _kind_of(who.id) else who.kind, who.name)


def _participant(text: str) -> Participant:
    id, kind, name = wording.untitled(text)
    return Participant(id, name, ParticipantKind(kind) if kind else _kind_of(id))


def _agreement_text(ref: AgreementRef) -> str:
    return wording.titled(ref.id, "" if ref.kind is AgreementKind.UNKNOWN else ref.kind, ref.name)


def _agreement(text: str) -> AgreementRef:
    id, kind, name = wording.untitled(text)
    return AgreementRef(id, name, AgreementKind(kind or AgreementKind.UNKNOWN))


def _voice_text(voice: Voice) -> str:
    text = f"{voice.role}/{voice.participant}" if voice.participant else voice.role.value
    if voice.name != (voice.participant or ""):
        text += f": {wording.word(voice.name)}"
    return f"{text} at {_span_text(voice.evidence)}" if voice.evidence else text


def _voice(text: str, actor: Participant | None) -> Voice:
    if text == SELF and actor is not None:
        return Voice(actor.name, Role.GOVERNMENT, actor.id)
    match = _VOICE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is neither a voice nor a named field")
    name = match["who"] or "" if match["name"] is None else wording.plain(match["name"])
    return Voice(name, Role(match["role"]), match["who"], _span(match["span"]) if match["span"] else None)


def _evidence_text(item: Evidence) -> str:
    match item:
        case Span():
            return f"at={_span_text(item)}"
        case Cell(file_hash, row, column, original):
            return f"cell={file_hash} {row} {column} {wording.quoted(original)}"


def _span_text(span: Span) -> str:
    return f"{span.start}-{span.end} {wording.quoted(span.quote)}"


def _span(text: str) -> Span:
    match = _SPAN.fullmatch(text)
    if match is None:
        raise UnreadableLine(text, 'a span is written 12-19 "quote"')
    return Span(int(match[1]), int(match[2]), wording.plain(match[3]))


def _cell(text: str) -> Cell:
    match = _CELL.fullmatch(text)
    if match is None:
        raise UnreadableLine(text, 'a cell is written FILE ROW COLUMN "original"')
    return Cell(match[1], int(match[2]), int(match[3]), wording.plain(match[4]))
