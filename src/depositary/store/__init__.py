"""Store: where the ledger and the register are kept; one SQLAlchemy schema, SQLite in WAL."""

from depositary.store.database import Database, open_store

__all__ = ["Database", "open_store"]
