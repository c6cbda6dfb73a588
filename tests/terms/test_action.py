"""The words of the closed lists: they are printed and kept, so none may change unnoticed."""

from __future__ import annotations

from depositary.terms import FIRMNESS, Action, Modality, Organ, Role

ACTIONS = """
    negotiate conclude initial adopt sign sign_definitive approve ratify accept accede succeed deposit join
    enter_into_force provisionally_apply implement not_implemented extend amend suspend freeze resume withdraw denounce
    expel terminate apply invite announce_intent decline recognise establish_relations sever_relations host_meeting
"""


def test_actions_keep_their_words() -> None:
    assert [action.value for action in Action] == ACTIONS.split()


def test_modalities_keep_their_words() -> None:
    words = "happened planned expected possible conditional demanded denied"
    assert [modality.value for modality in Modality] == words.split()


def test_only_what_is_planned_or_expected_opens_an_expectation() -> None:
    assert {modality for modality in Modality if modality.is_open} == {Modality.PLANNED, Modality.EXPECTED}


def test_roles_and_organs_keep_their_words() -> None:
    assert " ".join(Role) == "person government officials organisation depositary agency anonymous"
    assert " ".join(Organ) == "parliament court referendum cabinet president"


def test_each_act_on_the_way_in_has_one_firmness() -> None:
    acts = [action for step in FIRMNESS for action in step]
    assert len(acts) == len(set(acts))
    assert Action.ANNOUNCE_INTENT in FIRMNESS[1]
    assert FIRMNESS[-1] == {Action.ENTER_INTO_FORCE}
