"""Revision 0002: the derived tables and the views that people read."""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Column, Integer, Text

revision = "0002"
down_revision = "0001"

NAMED = """
SELECT actor AS id, actor_name AS name, actor_kind AS kind FROM claims WHERE actor IS NOT NULL
UNION ALL SELECT participant, name, kind FROM claim_counterparties
"""
VIEWS = (
    """
CREATE VIEW status_now AS
SELECT participant_name, agreement_name, status, since, assurance, takes_part, word, notes,
       participant, agreement, agreement_kind,
       (SELECT on_day FROM folded) AS on_day, (SELECT known_day FROM folded) AS known_day
FROM participations
""",
    """
CREATE VIEW claims_with_quotes AS
SELECT claims.known, claims.actor_name, claims.action, claims.qualifier, claims.modality, claims.agreement_name,
       claims.moment, claims.effect,
       (SELECT group_concat(name, ' < ') FROM (SELECT name FROM claim_voices WHERE claim_voices.claim = claims.id
        ORDER BY position DESC)) AS said_by,
       (SELECT quote FROM claim_evidence WHERE claim_evidence.claim = claims.id AND position = 0) AS quote,
       documents.outlet, documents.title, documents.url,
       claims.moment_begin, claims.moment_end, claims.actor, claims.agreement, claims.organ,
       claims.document, claims.id AS claim, claims.sequence
FROM claims JOIN documents ON documents.id = claims.document
""",
)


def upgrade() -> None:
    """Make the derived tables, name in them what the ledger holds already, and make the views."""
    for table in ("participants", "agreements"):
        op.create_table(table, _key("id"), *_texts("name kind"))
    op.create_table(
        "participations",
        _key("participant"),
        _key("agreement"),
        *_texts("participant_name participant_kind agreement_name agreement_kind status"),
        Column("takes_part", Integer, nullable=False),
        *_texts("since? since_begin? since_end? intent consent force application assurance"),
        *_texts("word claims set_aside notes expectations"),
    )
    op.create_index("participations_agreement", "participations", ["agreement"])
    op.create_table(
        "folded",
        Column("id", Integer, primary_key=True),
        Column("sequence", Integer, nullable=False),
        *_texts("on_day known_day register_version"),
        CheckConstraint("id = 1", name="folded_one_row"),
    )
    op.execute(f"INSERT INTO participants SELECT id, min(name), min(kind) FROM ({NAMED}) GROUP BY id")
    op.execute(
        "INSERT INTO agreements SELECT agreement, min(agreement_name),"
        " coalesce(min(nullif(agreement_kind, 'unknown')), 'unknown') FROM claims GROUP BY agreement"
    )
    for view in VIEWS:
        op.execute(view)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


def _texts(names: str) -> list[Column[str]]:
    return [Column(name.rstrip("?"), Text, nullable=name.endswith("?")) for name in names.split()]
