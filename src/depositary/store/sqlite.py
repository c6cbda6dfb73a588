"""What SQLite is told beyond the tables: triggers that keep the ledger append-only, full-text search, views."""

from __future__ import annotations

from collections.abc import Iterator

from depositary.store.schema import APPLICATION_ID

ONE_OF_A_KIND = {
    "documents": ("sequence", "id"),
    "claims": ("sequence", "id"),
    "claim_evidence": ("sequence", "claim, position"),
    "claim_voices": ("sequence", "claim, position"),
    "claim_counterparties": ("sequence", "claim, position"),
    "findings": ("sequence", "place, message, concerns"),
}
"""The tables of the ledger, each with the keys by which INSERT OR REPLACE would delete a row."""

TOKENS = "porter unicode61 remove_diacritics 2"
"""How words are found: "joins" finds "joined", "Turkiye" finds "Türkiye"."""

SEARCHES = {"documents": ("document_search", ("title", "text")), "claim_evidence": ("quote_search", ("quote",))}
"""Tables whose text can be searched, each with its index and the columns it covers."""

STATUS_NOW = """
CREATE VIEW status_now AS
SELECT participant_name, agreement_name, status, since, assurance, takes_part, word, notes,
       participant, agreement, agreement_kind,
       (SELECT on_day FROM folded) AS on_day, (SELECT known_day FROM folded) AS known_day
FROM participations
"""

CLAIMS_WITH_QUOTES = """
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
"""

VIEWS = (STATUS_NOW, CLAIMS_WITH_QUOTES)


def mark() -> str:
    """The statement that marks the file as a register."""
    return f"PRAGMA application_id = {APPLICATION_ID}"


def guards() -> Iterator[str]:
    """Triggers that refuse to change, delete or replace a row of the ledger, whoever asks."""
    for table, keys in ONE_OF_A_KIND.items():
        said = f"RAISE(ABORT, '{table}: the ledger is append-only')"
        for verb in ("UPDATE", "DELETE"):
            yield f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT {said}; END"
        there = " OR ".join(f"({key}) = ({_new(key)})" for key in keys)
        yield (
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}"
            f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {there}) BEGIN SELECT {said}; END"
        )


def searches() -> Iterator[str]:
    """Full-text indexes over the ledger's texts, filled by trigger in the transaction that adds the text."""
    for table, (index, columns) in SEARCHES.items():
        names, values = ", ".join(columns), ", ".join(f"NEW.{column}" for column in columns)
        yield (
            f"CREATE VIRTUAL TABLE {index} USING fts5"
            f'({names}, content="{table}", content_rowid="sequence", tokenize=\'{TOKENS}\')'
        )
        yield (
            f"CREATE TRIGGER {table}_searchable AFTER INSERT ON {table}"
            f" BEGIN INSERT INTO {index} (rowid, {names}) VALUES (NEW.sequence, {values}); END"
        )


def _new(key: str) -> str:
    return ", ".join(f"NEW.{column}" for column in key.split(", "))
