"""Claims: the append-only ledger of what documents say, the one way into it, and who may say what."""

from depositary.claims.authority import Dimension, KnownBeforehand, Profile, Witness, profile, rank, witness
from depositary.claims.echoes import Origin, independent, origin
from depositary.claims.intake import TakenDocument, TakenReading, intake
from depositary.claims.ledger import Hit, Ledger, UnknownClaim, UnknownDocument, UnreadableSearch
from depositary.claims.lines import UnreadableLine, parse_lines, print_line, print_lines
from depositary.claims.recorded import RecordedClaim, RecordedDocument, Status, Taken
from depositary.claims.worlds import TextNotInLines, record_lines, record_world

__all__ = [
    "Dimension",
    "Hit",
    "KnownBeforehand",
    "Ledger",
    "Origin",
    "Profile",
    "RecordedClaim",
    "RecordedDocument",
    "Status",
    "Taken",
    "TakenDocument",
    "TakenReading",
    "TextNotInLines",
    "UnknownClaim",
    "UnknownDocument",
    "UnreadableLine",
    "UnreadableSearch",
    "Witness",
    "independent",
    "intake",
    "origin",
    "parse_lines",
    "print_line",
    "print_lines",
    "profile",
    "rank",
    "record_lines",
    "record_world",
    "witness",
]
