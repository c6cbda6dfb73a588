"""Of a body: what is its instrument, or its talks, and not its membership."""

from __future__ import annotations

from depositary.reading.lexicon import Kind
from depositary.reading.naming import is_trade_zone
from depositary.reading.targets import Target
from depositary.terms import AgreementKind, AgreementRef

_AUSPICES = frozenset({"united-nations", "council-of-europe", "unesco", "ilo", "wipo", "imo", "fao", "who", "oas"})
"""Bodies under which States make treaties that say "the UN treaty" and mean no treaty with that body."""
_OPEN_TO_ALL = frozenset({"treaty", "convention", "protocol", "covenant"})
OF_ENTERING = frozenset({"accession", "admission", "membership"})


def is_of_its_own(target: Target) -> bool:
    """Whether it is an instrument of the body and not its membership: "a Council of Europe convention on"."""
    if is_trade_zone(target.noun, target.description):
        return True
    words = set(target.description.lower().split())
    if target.of is not None and target.of.id in _AUSPICES and target.noun in _OPEN_TO_ALL and not words & OF_ENTERING:
        return True
    if target.noun not in ("convention", "protocol", "charter", "accord", "pact", "agreement", "deal"):
        return False
    if OF_ENTERING & words:
        return False  # "the NATO accession protocol": by it one becomes a member
    return len(target.description.split()) > 2


def is_of_talks(target: Target, body: AgreementRef) -> bool:
    """Whether it is talks of something else than joining the body: "EU association talks"."""
    words = set(target.description.lower().split()) - {target.noun, f"{target.noun}s"}
    is_else = bool(words & {"association", "trade", "partnership", "visa", "fisheries", "fishing"})
    return Kind.TALKS in target.kinds and is_else and body.kind is AgreementKind.ORGANISATION


def is_protocol_of_its_own(target: Target, treaty: AgreementRef) -> bool:
    """Whether it is a treaty beside the one it is to: "the Optional Protocol to the Torture Convention"."""
    if treaty.kind is not AgreementKind.TREATY:
        return False
    words = set(target.description.lower().split())
    return bool(words & {"optional", "additional", "supplementary", "second", "first"})
