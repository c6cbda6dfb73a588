"""Reading: a document becomes claims, each with the span that shows it."""

from depositary.reading.reader import Reader, Reading, RuleReader, standard_reader
from depositary.reading.why import NameRead, Pattern, Why, why

__all__ = ["NameRead", "Pattern", "Reader", "Reading", "RuleReader", "Why", "standard_reader", "why"]
