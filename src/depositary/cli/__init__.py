"""The command line: asks the register in words, and shows each answer with its evidence and its two dates."""

from depositary.cli.program import main, program

__all__ = ["main", "program"]
