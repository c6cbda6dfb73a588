"""The dates of the reference hold together: seats, memberships, rosters, offices and what they belong to."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from depositary.reference import NameUse, Reference, Role, reference
from depositary.reference.compiler import FOLDER
from depositary.reference.consistency import cycles, names_before, rosters_outside, two_capitals
from depositary.reference.membership_tables import OUTSIDE
from depositary.reference.refusals import Refusals
from depositary.reference.texts import Texts
from depositary.terms import AgreementKind, ParticipantKind

DAYS = tuple(date(year, 7, 1) for year in range(1990, 2027))

ARMED_GROUPS = {"hamas", "hezbollah", "houthis", "m23"}
"""Organisations that no instrument founded."""

ASKED_FOR = (
    "nato european-union euro-area schengen brics shanghai-cooperation-organisation csto cis eurasian-economic-union "
    "ecowas african-union gulf-cooperation-council arab-league asean opec oecd world-trade-organization "
    "council-of-europe international-criminal-court mercosur cptpp rcep usmca aukus quad c5-plus-1 group-of-7 "
    "group-of-20 organisation-of-islamic-cooperation commonwealth united-nations"
)
"""Bodies of which everybody asks who is in them."""


@pytest.fixture(scope="module")
def known() -> Reference:
    return reference()


def test_no_state_has_two_capitals_at_once(known: Reference) -> None:
    sheets = Texts(FOLDER).sheets("states", Refusals())
    assert len(sheets) > 250
    assert list(two_capitals(sheets)) == []


def test_the_shelves_that_are_checked_hold_what_is_checked(known: Reference) -> None:
    rows = known._compiled["participants"]
    sheets = {**Texts(FOLDER).sheets("states", Refusals()), **Texts(FOLDER).sheets("organisations", Refusals())}
    assert [*cycles(rows, sheets), *names_before(rows, sheets), *rosters_outside(rows, sheets)] == []


def test_nobody_is_a_member_before_it_exists_or_after(known: Reference) -> None:
    for body in known.rosters:
        for term in known.terms_in(body):
            entry = known.participants[term.participant]
            if term.note.startswith(OUTSIDE):
                continue
            assert not (entry.begin and (term.begin is None or term.begin.last < entry.begin)), term
            assert not (entry.end and (term.end is None or term.end.begin > entry.end)), term


def test_terms_begin_before_they_end(known: Reference) -> None:
    for body in known.rosters:
        for term in known.terms_in(body):
            assert term.begin is None or term.end is None or term.begin.begin < term.end.end, term


def test_nobody_is_a_member_twice_on_one_day(known: Reference) -> None:
    for body in known.rosters:
        terms = [term for term in known.terms_in(body) if term.role is Role.MEMBER]
        for day in DAYS:
            certain = [term.participant for term in terms if term.holds_on(day)]
            assert len(certain) == len(set(certain)), (body, day)


def test_a_group_that_follows_from_a_body_has_its_members(known: Reference) -> None:
    for id, entry in known.participants.items():
        body = entry.derived_from
        if body is None or not known.terms_in(body):
            continue
        for day in DAYS:
            terms = known.members_of(body, day)
            certain = {term.participant for term in terms if term.holds_on(day)}
            possible = {term.participant for term in terms}
            if listed := set(entry.members_on(day)):
                assert certain <= listed <= possible, (id, day)


def test_rosters_follow_each_other(known: Reference) -> None:
    for entry in known.participants.values():
        for one, other in pairwise(entry.rosters):
            assert one.end is not None
            assert other.begin is not None
            assert one.end <= other.begin


def test_successions_happen_when_the_successor_begins_or_near_it(known: Reference) -> None:
    for id, entry in known.participants.items():
        for found in entry.successions:
            predecessor = known.participants[found.predecessor]
            assert found.source
            assert found.on is None or predecessor.begin is None or found.on.last >= predecessor.begin, (id, found)


def test_nobody_holds_office_after_the_end_or_before_there_was_a_state_to_follow(known: Reference) -> None:
    for person in known.people:
        entry = known.participants[person.participant]
        assert not (entry.end and person.begin and person.begin >= entry.end), person
        if entry.begin and person.end and person.end <= entry.begin:
            assert entry.predecessors, person


def test_there_is_as_much_as_was_asked_for(known: Reference) -> None:
    day = date(2026, 1, 1)
    kinds = [entry.participant.kind for entry in known.participants.values()]
    assert len(known.members_of("united-nations", day)) == 193
    assert len(known.members_of("united-nations", day, Role.OBSERVER)) == 2
    assert kinds.count(ParticipantKind.ORGANISATION) >= 120
    assert len(known.rosters) >= 40
    assert set(ASKED_FOR.split()) <= set(known.rosters)
    assert len(known.agreements) >= 500


def test_people_since_1990_are_known_of_sixty_participants_and_more(known: Reference) -> None:
    early = {
        person.participant
        for person in known.people
        if person.begin and person.begin < date(1996, 1, 1) and (person.end is None or person.end > date(1990, 1, 1))
    }
    assert len(early) >= 60
    assert {"nato", "united-nations", "european-union", "USA", "KAZ"} <= early


def test_every_organisation_says_what_founded_it(known: Reference) -> None:
    silent = {
        id
        for id, entry in known.participants.items()
        if entry.participant.kind is ParticipantKind.ORGANISATION and not (entry.founded_by or entry.founded_by_text)
    }
    assert silent == ARMED_GROUPS


@pytest.mark.parametrize(
    ("body", "day", "members", "others"),
    [
        ("nato", date(2024, 3, 6), {"FIN", "TUR"}, {"SWE"}),
        ("nato", date(2024, 3, 7), {"SWE"}, set()),
        ("european-union", date(2020, 1, 31), {"GBR"}, set()),
        ("european-union", date(2020, 2, 1), {"HRV"}, {"GBR"}),
        ("ecowas", date(2025, 1, 29), {"NGA"}, {"MLI", "NER", "BFA"}),
        ("euro-area", date(2023, 1, 1), {"HRV"}, {"BGR"}),
        ("united-nations", date(1985, 1, 1), {"SUN", "YUG", "DDR", "XYA", "YMD"}, {"RUS", "YEM"}),
        ("opec", date(2019, 1, 1), {"SAU"}, {"QAT"}),
        ("cis", date(2009, 8, 18), {"KAZ"}, {"GEO"}),
    ],
)
def test_membership_is_known_by_the_day(
    known: Reference, body: str, day: date, members: set[str], others: set[str]
) -> None:
    certain = {term.participant for term in known.members_of(body, day) if term.holds_on(day)}
    assert members <= certain
    assert not others & {term.participant for term in known.members_of(body, day)}


def test_a_membership_whose_year_only_is_known_is_possible_in_it_and_certain_after(known: Reference) -> None:
    coarse = next(
        term
        for body in known.rosters
        for term in known.terms_in(body)
        if term.begin and len(term.begin.edtf) == 4 and term.end is None and term.role is Role.MEMBER
    )
    assert coarse.begin is not None
    inside, after = coarse.begin.begin.replace(month=6), coarse.begin.end
    assert [coarse.holds_on(day) for day in (inside, after)] == [None, True]
    assert coarse in known.members_of(coarse.body, inside)


def test_what_one_participant_is_in(known: Reference) -> None:
    bodies = {term.body for term in known.memberships_of("KAZ", date(2025, 6, 1)) if term.role is Role.MEMBER}
    assert {"united-nations", "csto", "eurasian-economic-union", "cis", "organization-of-turkic-states"} <= bodies
    assert {term.body for term in known.memberships_of("GBR")} & {"european-union"} == set()


def test_a_suspension_runs_beside_the_membership(known: Reference) -> None:
    day = date(2018, 1, 1)
    roles = {term.role for term in known.memberships_of("VEN", day) if term.body == "mercosur"}
    assert roles == {Role.MEMBER, Role.SUSPENDED}


def test_groups_have_their_days(known: Reference) -> None:
    baltic = known.participants["baltic-states"]
    assert baltic.members_on(date(1935, 1, 1)) == baltic.members_on(date(2020, 1, 1)) == baltic.members
    assert baltic.members_on(date(1960, 1, 1)) == ()
    assert set(known.participants["permanent-five"].members_on(date(2020, 1, 1))) >= {"CHN", "RUS"}


def test_states_have_the_codes_of_the_data_sets(known: Reference) -> None:
    codes = {(code.system.value, code.text) for code in known.participants["KAZ"].codes}
    assert codes == {("iso2", "KZ"), ("m49", "398"), ("wikidata", "Q232"), ("cow", "705"), ("gw", "705")}
    germany = [code.text for code in known.participants["DEU"].codes if code.system.value == "cow"]
    assert germany == ["255", "260", "255"]
    for system in ("iso2", "m49", "wikidata"):
        open_codes = [
            code.text
            for entry in known.participants.values()
            for code in entry.codes
            if code.system.value == system and entry.end is None
        ]
        assert len(open_codes) == len(set(open_codes))


def test_numbers_of_agreements_are_numbers_of_one(known: Reference) -> None:
    bearers: dict[tuple[str, str], list[str]] = {}
    for id, agreement in known.agreements.items():
        for number in agreement.ids:
            if number[0] in ("mtdsg", "cets", "wikidata"):
                bearers.setdefault(number, []).append(id)
    assert {number: ids for number, ids in bearers.items() if len(ids) > 1} == {}


def test_the_circle_of_the_abraham_accords_is_told_act_by_act(known: Reference) -> None:
    acts = known.agreements["abraham-accords"].acts
    assert ("KAZ", "announce_intent", "2025-11-06") in {(act.who, act.act.value, act.on.edtf) for act in acts}
    assert ("SDN", "sign", "2021-01-06") in {(act.who, act.act.value, act.on.edtf) for act in acts}
    components = set(known.agreements["abraham-accords"].components)
    assert {act.component for act in acts} - {None} <= components
    assert all(act.source for act in acts)


def test_near_homonyms_are_told_apart_on_both_sides(known: Reference) -> None:
    for id, agreement in known.agreements.items():
        assert all(id in known.agreements[other].unlike for other in agreement.unlike)


def test_a_seat_may_say_what_else_its_name_means(known: Reference) -> None:
    seats = [name for name in known.participants["KAZ"].names if name.use is NameUse.METONYM and name.text == "Astana"]
    assert all("Astana Process" in name.unlike for name in seats)


def test_an_organisation_is_one_agreement_at_most(known: Reference) -> None:
    assert known.agreements["nato"].ref.kind is AgreementKind.ORGANISATION
    assert known.participants["icao"].founded_by == "chicago-convention"
