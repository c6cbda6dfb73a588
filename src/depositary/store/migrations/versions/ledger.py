"""Revision 0001: the ledger, append-only by trigger, with full-text search."""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text, UniqueConstraint

revision = "0001"
down_revision = None

APPLICATION_ID = 0x44_45_50_4F
KEYS = {
    "documents": ("sequence", "id"),
    "claims": ("sequence", "id"),
    "claim_evidence": ("sequence", "claim, position"),
    "claim_voices": ("sequence", "claim, position"),
    "claim_counterparties": ("sequence", "claim, position"),
    "findings": ("sequence", "place, message, concerns"),
}
SEARCHES = {"documents": ("document_search", ("title", "text")), "claim_evidence": ("quote_search", ("quote",))}
TOKENS = "porter unicode61 remove_diacritics 2"


def upgrade() -> None:
    """Make the tables of the ledger, their triggers and their indexes."""
    _documents_and_claims()
    _parts_of_claims()
    op.create_table(
        "findings",
        _sequence(),
        *_texts("place message concerns recorded"),
        UniqueConstraint("place", "message", "concerns", name="findings_once"),
    )
    op.create_index("documents_known", "documents", ["known"])
    op.create_index("claims_agreement", "claims", ["agreement", "known"])
    op.create_index("claims_actor", "claims", ["actor", "known"])
    op.create_index("claims_document", "claims", ["document", "place"])
    op.create_index("claim_counterparties_participant", "claim_counterparties", ["participant"])
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _guards()
    _searches()


def _sequence() -> Column[int]:
    return Column("sequence", Integer, primary_key=True)


def _id_and_sequence() -> list[Column[int] | Column[str]]:
    return [Column("id", Text, primary_key=True, nullable=False), Column("sequence", Integer, nullable=False)]


def _texts(names: str) -> list[Column[str]]:
    return [Column(name.rstrip("?"), Text, nullable=name.endswith("?")) for name in names.split()]


def _part_of_claim() -> list[Column[int] | Column[str]]:
    claim = Column("claim", Text, ForeignKey("claims.id"), nullable=False)
    return [_sequence(), claim, Column("position", Integer, nullable=False)]


def _documents_and_claims() -> None:
    op.create_table(
        "documents",
        *_id_and_sequence(),
        *_texts("title outlet url published? published_from known captured recorded"),
        *_texts("media_type origin reader text_hash text"),
        UniqueConstraint("sequence", name="documents_sequence"),
    )
    op.create_table(
        "claims",
        *_id_and_sequence(),
        Column("document", Text, ForeignKey("documents.id"), nullable=False),
        Column("place", Integer, nullable=False),
        *_texts("known actor? actor_name? actor_kind? action qualifier? modality"),
        *_texts("agreement agreement_name agreement_kind"),
        *_texts("moment? moment_begin? moment_end? effect? effect_begin? effect_end?"),
        *_texts("organ? made_by"),
        UniqueConstraint("sequence", name="claims_sequence"),
    )


def _parts_of_claims() -> None:
    op.create_table(
        "claim_evidence",
        *_part_of_claim(),
        *_texts("kind quote"),
        Column("span_start", Integer),
        Column("span_end", Integer),
        *_texts("cell_file?"),
        Column("cell_row", Integer),
        Column("cell_column", Integer),
        UniqueConstraint("claim", "position", name="claim_evidence_position"),
        CheckConstraint(
            "(kind = 'span' AND span_start IS NOT NULL AND span_end IS NOT NULL)"
            " OR (kind = 'cell' AND cell_file IS NOT NULL AND cell_row IS NOT NULL AND cell_column IS NOT NULL)",
            name="claim_evidence_kind",
        ),
    )
    op.create_table(
        "claim_voices",
        *_part_of_claim(),
        *_texts("name role participant?"),
        Column("span_start", Integer),
        Column("span_end", Integer),
        *_texts("quote?"),
        UniqueConstraint("claim", "position", name="claim_voices_position"),
    )
    op.create_table(
        "claim_counterparties",
        *_part_of_claim(),
        *_texts("participant name kind"),
        UniqueConstraint("claim", "position", name="claim_counterparties_position"),
    )


def _guards() -> None:
    for table, keys in KEYS.items():
        said = f"RAISE(ABORT, '{table}: the ledger is append-only')"
        for verb in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT {said}; END")
        there = " OR ".join(f"({key}) = ({_new(key)})" for key in keys)
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {there}) BEGIN SELECT {said}; END"
        )


def _searches() -> None:
    for table, (index, columns) in SEARCHES.items():
        names, values = ", ".join(columns), ", ".join(f"NEW.{column}" for column in columns)
        op.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5"
            f'({names}, content="{table}", content_rowid="sequence", tokenize=\'{TOKENS}\')'
        )
        op.execute(
            f"CREATE TRIGGER {table}_searchable AFTER INSERT ON {table}"
            f" BEGIN INSERT INTO {index} (rowid, {names}) VALUES (NEW.sequence, {values}); END"
        )


def _new(key: str) -> str:
    return ", ".join(f"NEW.{column}" for column in key.split(", "))
