"""Claims: the append-only ledger of what documents say, and the one way into it."""

from depositary.claims.intake import TakenDocument, TakenReading, intake
from depositary.claims.ledger import Ledger
from depositary.claims.recorded import RecordedClaim, RecordedDocument, Status, Taken

__all__ = [
    "Ledger",
    "RecordedClaim",
    "RecordedDocument",
    "Status",
    "Taken",
    "TakenDocument",
    "TakenReading",
    "intake",
]
