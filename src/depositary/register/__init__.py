"""The register: who stands where towards which agreement, folded from the ledger, the rules and two days."""

from depositary.register.fold import fold
from depositary.register.setting import Setting
from depositary.register.weighing import Weigher

__all__ = ["Setting", "Weigher", "fold"]
