"""Names as people write them: one thing, or near ones, or all that it could be."""

from __future__ import annotations

import pytest

from depositary.questions import AmbiguousName, UnknownName, command, resolve_agreement, resolve_participant
from depositary.register import Register
from depositary.terms import AgreementRef


@pytest.mark.parametrize("text", ["UAE", "the Emirates", "United Arab Emirates", "ARE", "united arab emirates"])
def test_a_state_is_found_by_any_of_its_names(text: str, register: Register) -> None:
    assert resolve_participant(text, register.ledger, register.reference).id == "ARE"


@pytest.mark.parametrize("text", ["Abraham Accords", "the abraham accords", "abraham-accords"])
def test_an_agreement_is_found_by_any_of_its_names(text: str, register: Register) -> None:
    assert resolve_agreement(text, register.ledger, register.reference).id == "abraham-accords"


@pytest.mark.parametrize("text", ["minerals memorandum", "kaz-usa-minerals"])
def test_an_agreement_that_only_claims_name_is_found(text: str, register: Register) -> None:
    assert resolve_agreement(text, register.ledger, register.reference).id == "kaz-usa-minerals"


def test_a_participant_that_only_claims_name_is_found(register: Register) -> None:
    assert resolve_participant("Freedonia", register.ledger, register.reference).id == "freedonia"


def test_a_misspelt_name_gets_near_ones(register: Register) -> None:
    with pytest.raises(UnknownName, match="Did you mean") as caught:
        resolve_agreement("Minerals memorandun", register.ledger, register.reference)
    assert caught.value.near[0] == "Minerals memorandum"
    with pytest.raises(UnknownName) as caught:
        resolve_participant("Kazakstan", register.ledger, register.reference)
    assert "Kazakhstan" in caught.value.near


def test_a_name_near_nothing_is_refused_plainly() -> None:
    assert str(UnknownName("Zzz", ())) == "Nothing here is called 'Zzz'."
    assert str(UnknownName("Zzz", ("A",))) == "Nothing here is called 'Zzz'. Did you mean A?"
    assert str(UnknownName("Zzz", ("A", "B", "C"))) == "Nothing here is called 'Zzz'. Did you mean A, B or C?"


def test_a_name_of_the_other_kind_is_told_what_to_ask(register: Register) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve_agreement("UAE", register.ledger, register.reference)
    assert str(caught.value).startswith(
        "'UAE' is a State, not an agreement: ask depositary state \"United Arab Emirates\"."
    )
    with pytest.raises(UnknownName) as caught:
        resolve_participant("the Abraham Accords", register.ledger, register.reference)
    assert str(caught.value) == (
        "'the Abraham Accords' is an agreement, not a participant: ask depositary members \"Abraham Accords\"."
    )


def test_near_names_are_of_the_kind_that_was_asked_for(register: Register) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve_agreement("Kazakstan", register.ledger, register.reference)
    assert "Kazakhstan" not in caught.value.near


def test_an_ambiguous_name_lists_its_candidates(register: Register) -> None:
    with pytest.raises(AmbiguousName, match="Ask by the id") as caught:
        resolve_participant("Congo", register.ledger, register.reference)
    assert {candidate.id for candidate in caught.value.candidates} >= {"COD", "COG"}
    both = (AgreementRef("a", "One"), AgreementRef("b", "Two"))
    assert str(AmbiguousName("x", both)) == "'x' may be any of these: a (One); b (Two). Ask by the id."


def test_a_command_is_typed_so_that_a_shell_takes_it() -> None:
    assert command("state", "Côte d'Ivoire") == 'depositary state "Côte d\'Ivoire"'
    assert command("state", "$HOME") == "depositary state '$HOME'"
    assert command("state", "France") == "depositary state France"
