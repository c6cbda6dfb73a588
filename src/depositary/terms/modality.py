"""Modality: how firmly a thing is said to be so."""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """How firmly an act is said; "reported" is no modality but a longer chain of voices (DOMAIN, first page)."""

    HAPPENED = "happened"  #: asserted as done
    PLANNED = "planned"  #: the actor's own decided future act
    EXPECTED = "expected"  #: predicted by others, or scheduled without the actor's decision
    POSSIBLE = "possible"  #: could, considers, hopes, threatens
    CONDITIONAL = "conditional"  #: only if, as long as
    DEMANDED = "demanded"  #: called for, urged, recommended by somebody
    DENIED = "denied"  #: did not, refused to, rules out

    @property
    def is_open(self) -> bool:
        """Whether it speaks of something still to come, so that it opens an expectation."""
        return self in (Modality.PLANNED, Modality.EXPECTED)
