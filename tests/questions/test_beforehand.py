"""What is known beforehand under a name: of a day or of all days, and no name is guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from depositary.questions import (
    AmbiguousName,
    Beforehand,
    KnownAgreement,
    KnownParticipant,
    KnownPerson,
    UnknownName,
    beforehand,
)
from depositary.reference import Reference, Role, overlaid, reference
from tests.reference.writing import CITED, GROUP, SOURCE, TERMS, write

ORGANISATION = f'name = "League"\nfrom = "1500"\n{CITED}[membership]\nbinding = "binding"\n'
STATE = 'name = "{}"\nfrom = "1500-02-03"\nsource = "More, Utopia, book II"\n'
ROSTER = '[[roster]]\nof = ["UTO"]\nfrom = "1500-03-01"\nuntil = "1509-12-31"\nsource = "a list, p. 1"\n'


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The reference with two States, a league, a group and two people of one surname laid over it."""
    folder = write(
        tmp_path_factory.mktemp("small"),
        states__UTO=STATE.format("Utopia") + 'former = [{ text = "Abraxa", until = "1510-05-04" }]\n',
        states__ERW=STATE.format("Erewhon"),
        organisations__league=ORGANISATION,
        organisations__isles=GROUP.replace("Islands", "Isles of Thule") + ROSTER,
        memberships__league=SOURCE,
        memberships__league_csv=f"{TERMS}UTO,member,1500-03-01,1505,found,withdraw,more,\nERW,observer,1502,,,,more,\n",
        people__UTO_csv=(
            "name,surname,also,office,begin,end,source\n"
            'Ada Hythloday,Hythloday,,head of State,1501-01-01,1502-01-01,"More, Utopia, book I"\n'
            'Raphael Nonsenso,Utopia,,foreign minister,1501-01-01,,"More, Utopia, book I"\n'
        ),
    )
    return overlaid(folder)


def the_participant(known: Reference, name: str, on: date | None = None) -> KnownParticipant:
    row = beforehand(known, name, on=on).rows[0]
    assert isinstance(row, KnownParticipant)
    return row


def test_without_a_day_every_name_is_there_and_with_one_those_in_use(small: Reference) -> None:
    def names(on: date | None) -> list[str]:
        return [name.text for name in the_participant(small, "Utopia", on).names]

    assert names(None) == names(date(1510, 5, 4)) == ["Utopia", "Abraxa"]
    assert names(date(1510, 5, 5)) == ["Utopia"]


def test_a_membership_of_which_the_end_is_known_is_shown_on_its_days_only(small: Reference) -> None:
    def bodies(on: date | None) -> list[tuple[str, bool | None]]:
        terms = the_participant(small, "Utopia", on).memberships
        return [(term.body, term.holds_on(on) if on else True) for term in terms]

    assert bodies(None) == []
    assert bodies(date(1504, 1, 1)) == [("league", True)]
    assert bodies(date(1505, 6, 1)) == [("league", None)]
    assert bodies(date(1506, 1, 1)) == []


def test_an_organisation_comes_with_the_agreement_that_it_rests_on_and_has_the_members(small: Reference) -> None:
    league, agreement = beforehand(small, "League", on=date(1503, 1, 1)).rows
    assert isinstance(league, KnownParticipant)
    assert isinstance(agreement, KnownAgreement)
    assert [(term.participant, term.role) for term in league.members] == [("UTO", Role.MEMBER), ("ERW", Role.OBSERVER)]
    assert agreement.members == ()


def test_a_group_has_the_members_of_its_list_on_the_day(small: Reference) -> None:
    assert [term.participant for term in the_participant(small, "isles", date(1505, 1, 1)).members] == ["UTO"]
    assert [term.participant for term in the_participant(small, "isles").members] == ["UTO"]
    assert the_participant(small, "isles", date(1510, 1, 1)).members == ()


def test_a_person_has_all_terms_or_those_that_run(small: Reference) -> None:
    for on, offices in ((None, ["head of State"]), (date(1501, 6, 1), ["head of State"]), (date(1503, 1, 1), [])):
        row = beforehand(small, "Hythloday", on=on).rows[0]
        assert isinstance(row, KnownPerson)
        assert [term.office for term in row.terms] == offices


def test_a_surname_gives_way_to_the_name_of_a_state_and_is_named_beside_it(small: Reference) -> None:
    answer = beforehand(small, "Utopia")
    assert [type(row) for row in answer.rows] == [KnownParticipant]
    assert [person.id for person in answer.namesakes] == ["raphael-nonsenso"]
    assert isinstance(beforehand(small, "raphael-nonsenso").rows[0], KnownPerson)


def test_a_day_outside_its_existence_is_said(small: Reference) -> None:
    assert beforehand(small, "Utopia", on=date(1499, 1, 1)).notes == ("On this day Utopia was not yet there.",)
    assert beforehand(small, "Utopia", on=date(1500, 2, 3)).notes == ()


def test_an_organisation_without_a_table_of_members_says_so(tmp_path: Path) -> None:
    known = overlaid(write(tmp_path, organisations__league=ORGANISATION))
    assert beforehand(known, "League").notes == ("There is no table of who was in League.",)


def test_a_name_of_several_is_ambiguous_and_each_is_found_by_its_id() -> None:
    with pytest.raises(AmbiguousName) as raised:
        beforehand(reference(), "Brussels")
    assert "european-union (European Union)" in str(raised.value)
    for candidate in raised.value.candidates:
        assert beforehand(reference(), candidate.id).rows


@pytest.mark.parametrize(("text", "near"), [("Kazakstan", "Kazakhstan"), ("Tokaev", "Kassym-Jomart Tokayev")])
def test_an_unknown_name_has_near_ones_people_among_them(text: str, near: str) -> None:
    with pytest.raises(UnknownName) as raised:
        beforehand(reference(), text)
    assert near in raised.value.near


def test_an_act_after_the_day_is_left_out() -> None:
    def acts(on: date | None) -> int:
        row = beforehand(reference(), "abraham-accords", on=on).rows[0]
        assert isinstance(row, KnownAgreement)
        return len(row.acts)

    assert acts(date(2020, 9, 14)) == 0 < acts(date(2020, 9, 15)) < acts(None)


def test_the_answer_says_how_to_ask_it_again() -> None:
    assert beforehand(reference(), "the Emirates", on=date(2020, 1, 2)).again == (
        'depositary reference "the Emirates" --on 2020-01-02'
    )


def test_an_id_goes_before_a_name_so_that_each_can_be_asked_for() -> None:
    known = reference()
    shared = [id for id in known.participants if any(ref.id != id for ref in known.find_agreements(id))]
    shared += [id for id in known.agreements if any(who.id != id for who in known.find_participants(id))]
    assert "TCA" in shared  # the Turks and Caicos Islands; short for the EU-UK Trade and Cooperation Agreement
    assert the_participant(known, "TCA").entry.participant.id == "TCA"
    assert [id for id in shared if id not in _ids(beforehand(known, id))] == []


def _ids(answer: Beforehand) -> set[str]:
    return {
        row.entry.participant.id if isinstance(row, KnownParticipant) else row.entry.ref.id
        for row in answer.rows
        if not isinstance(row, KnownPerson)
    }
