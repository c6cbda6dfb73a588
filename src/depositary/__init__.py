"""Depositary: a living register of international agreements that shows its evidence."""

__version__ = "0.1.0"
