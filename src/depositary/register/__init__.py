"""The register: who stands where towards which agreement, folded from the ledger, the rules and two days."""

from depositary.register.because import Aside, Because, Foretold, Ground
from depositary.register.fold import fold
from depositary.register.labels import EXPECTED, NOT_KNOWN, NOT_PARTICIPANT
from depositary.register.occurrences import Outcome
from depositary.register.register import NothingKnown, Overview, Register
from depositary.register.setting import Setting
from depositary.register.timeline import Event, Mark
from depositary.register.weighing import Weigher

__all__ = [
    "EXPECTED",
    "NOT_KNOWN",
    "NOT_PARTICIPANT",
    "Aside",
    "Because",
    "Event",
    "Foretold",
    "Ground",
    "Mark",
    "NothingKnown",
    "Outcome",
    "Overview",
    "Register",
    "Setting",
    "Weigher",
    "fold",
]
