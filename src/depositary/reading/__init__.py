"""Reading: a document becomes claims, each with the span that shows it."""

from depositary.reading.reader import Reader, Reading, RuleReader, standard_reader

__all__ = ["Reader", "Reading", "RuleReader", "standard_reader"]
