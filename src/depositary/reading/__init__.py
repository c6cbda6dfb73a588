"""Reading: a document becomes claims, each with the span that shows it."""

from depositary.reading.asked import AskedReader
from depositary.reading.endpoint import Endpoint, Unanswered
from depositary.reading.reader import Reader, Reading, RuleReader, standard_reader
from depositary.reading.why import NameRead, Pattern, Why, why

__all__ = [
    "AskedReader",
    "Endpoint",
    "NameRead",
    "Pattern",
    "Reader",
    "Reading",
    "RuleReader",
    "Unanswered",
    "Why",
    "standard_reader",
    "why",
]
