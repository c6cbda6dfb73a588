"""Store: where the ledger and the register are kept; one SQLAlchemy schema, SQLite in WAL."""

from depositary.store.database import Database, open_store
from depositary.store.schema import (
    agreements,
    claims,
    counterparties,
    documents,
    evidence,
    findings,
    folded,
    participants,
    participations,
    voices,
)
from depositary.store.troubles import (
    DamagedRegister,
    DiskFull,
    ForeignStore,
    LockedRegister,
    NewerRegister,
    NoRegister,
    NoSuchFolder,
    NotARegister,
    OlderRegister,
    ReadOnlyRegister,
    StoreError,
)

__all__ = [
    "DamagedRegister",
    "Database",
    "DiskFull",
    "ForeignStore",
    "LockedRegister",
    "NewerRegister",
    "NoRegister",
    "NoSuchFolder",
    "NotARegister",
    "OlderRegister",
    "ReadOnlyRegister",
    "StoreError",
    "agreements",
    "claims",
    "counterparties",
    "documents",
    "evidence",
    "findings",
    "folded",
    "open_store",
    "participants",
    "participations",
    "voices",
]
