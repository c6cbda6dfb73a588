"""The schema: the tables of the ledger, which only grow, and those derived from it, which may be dropped and rebuilt.

Days are ISO text (2025-11-06). A moment is three columns: its EDTF text, its first day, and the day after its last one.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

REVISIONS = ("0001", "0002")
"""The schema's revisions, oldest first; each but the last is brought up to date by a migration."""

APPLICATION_ID = 0x44_45_50_4F
"""`PRAGMA application_id` of a register: "DEPO" in ASCII, so that no other program's file is taken for one."""

metadata = MetaData()


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True, nullable=False)


def _sequence() -> Column[int]:
    return Column("sequence", Integer, primary_key=True)


def _order() -> Column[int]:
    return Column("sequence", Integer, nullable=False)


def _moment(name: str) -> list[Column[str]]:
    return [_text(name, null=True), _text(f"{name}_begin", null=True), _text(f"{name}_end", null=True)]


def _of_claim() -> Column[str]:
    return Column("claim", Text, ForeignKey("claims.id"), nullable=False)


revision = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The revision that the file has; the name and the form are Alembic's."""

documents = Table(
    "documents",
    metadata,
    _id(),
    _order(),
    _text("title"),
    _text("outlet"),
    _text("url"),
    _text("published", null=True),
    _text("published_from"),
    _text("known"),
    _text("captured"),
    _text("recorded"),
    _text("media_type"),
    _text("origin"),
    _text("reader"),
    _text("text_hash"),
    _text("text"),
    UniqueConstraint("sequence", name="documents_sequence"),
    Index("documents_known", "known"),
)
"""Documents; `sequence` is the order they came in, from 1. `captured` and `recorded` are instants in UTC."""

claims = Table(
    "claims",
    metadata,
    _id(),
    _order(),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("place", Integer, nullable=False),
    _text("known"),
    _text("actor", null=True),
    _text("actor_name", null=True),
    _text("actor_kind", null=True),
    _text("action"),
    _text("qualifier", null=True),
    _text("modality"),
    _text("agreement"),
    _text("agreement_name"),
    _text("agreement_kind"),
    *_moment("moment"),
    *_moment("effect"),
    _text("organ", null=True),
    _text("made_by"),
    UniqueConstraint("sequence", name="claims_sequence"),
    Index("claims_agreement", "agreement", "known"),
    Index("claims_actor", "actor", "known"),
    Index("claims_document", "document", "place"),
)
"""What documents say; `sequence` is the order it came in, from 1.

`place` counts a document's claims from 0, in the order of its text.
"""

evidence = Table(
    "claim_evidence",
    metadata,
    _sequence(),
    _of_claim(),
    Column("position", Integer, nullable=False),
    _text("kind"),
    _text("quote"),
    Column("span_start", Integer),
    Column("span_end", Integer),
    _text("cell_file", null=True),
    Column("cell_row", Integer),
    Column("cell_column", Integer),
    UniqueConstraint("claim", "position", name="claim_evidence_position"),
    CheckConstraint(
        "(kind = 'span' AND span_start IS NOT NULL AND span_end IS NOT NULL)"
        " OR (kind = 'cell' AND cell_file IS NOT NULL AND cell_row IS NOT NULL AND cell_column IS NOT NULL)",
        name="claim_evidence_kind",
    ),
)
"""Where a claim stands: a span of the document's text (code points, end exclusive) or a cell of a table."""

voices = Table(
    "claim_voices",
    metadata,
    _sequence(),
    _of_claim(),
    Column("position", Integer, nullable=False),
    _text("name"),
    _text("role"),
    _text("participant", null=True),
    Column("span_start", Integer),
    Column("span_end", Integer),
    _text("quote", null=True),
    UniqueConstraint("claim", "position", name="claim_voices_position"),
)
"""Through whom a claim reached the page, outermost voice (position 0) first."""

counterparties = Table(
    "claim_counterparties",
    metadata,
    _sequence(),
    _of_claim(),
    Column("position", Integer, nullable=False),
    _text("participant"),
    _text("name"),
    _text("kind"),
    UniqueConstraint("claim", "position", name="claim_counterparties_position"),
    Index("claim_counterparties_participant", "participant"),
)
"""With whom, or towards whom, the actor acts."""

findings = Table(
    "findings",
    metadata,
    _sequence(),
    _text("place"),
    _text("message"),
    _text("concerns"),
    _text("recorded"),
    UniqueConstraint("place", "message", "concerns", name="findings_once"),
)
"""What was wrong with what came in; each is kept once."""

participants = Table(
    "participants",
    metadata,
    _id(),
    _text("name"),
    _text("kind"),
)
"""Derived: each State and organisation that a claim names as actor or counterparty."""

agreements = Table(
    "agreements",
    metadata,
    _id(),
    _text("name"),
    _text("kind"),
)
"""Derived: each agreement that a claim names."""

participations = Table(
    "participations",
    metadata,
    Column("participant", Text, primary_key=True, nullable=False),
    Column("agreement", Text, primary_key=True, nullable=False),
    _text("participant_name"),
    _text("participant_kind"),
    _text("agreement_name"),
    _text("agreement_kind"),
    _text("status"),
    Column("takes_part", Integer, nullable=False),
    *_moment("since"),
    _text("intent"),
    _text("consent"),
    _text("force"),
    _text("application"),
    _text("assurance"),
    _text("word"),
    _text("claims"),
    _text("set_aside"),
    _text("notes"),
    _text("expectations"),
    Index("participations_agreement", "agreement"),
)
"""Derived, the register's own: standing on the day and by the knowledge that `folded` names.

`word`, `claims`, `set_aside`, `notes` and `expectations` are JSON arrays; `takes_part` is 0 or 1.
"""

folded = Table(
    "folded",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sequence", Integer, nullable=False),
    _text("on_day"),
    _text("known_day"),
    _text("register_version"),
    CheckConstraint("id = 1", name="folded_one_row"),
)
"""Derived: up to which claim (`sequence`), for which two days and by which rules `participations` was computed."""

LEDGER = (documents, claims, evidence, voices, counterparties, findings)
"""Tables that only grow."""

DERIVED = (participants, agreements, participations, folded)
"""Tables that may be emptied at any time and computed again from the ledger."""
