"""The laws of the reference: every name leads to its entry, nothing dangles, dates are in order."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.reference import NameUse, NoSuchLexicon, Reference, Witness, reference
from depositary.terms import Action, AgreementKind, Convention, ParticipantKind, Scope

UNITED_NATIONS_MEMBERS = 193
"""Member States of the United Nations since South Sudan joined in 2011."""

NOT_MEMBERS = {"VAT", "PSE", "TWN", "XKX", "COK", "NIU", "XOM"}
"""Observers, States recognised by some, States in free association, and the Order of Malta."""


@pytest.fixture(scope="module")
def known() -> Reference:
    return reference()


def test_reference_is_read_once_a_process() -> None:
    assert reference() is reference()


def test_every_own_name_of_a_participant_finds_it_or_says_that_it_is_ambiguous(known: Reference) -> None:
    for id, entry in known.participants.items():
        for name in entry.names:
            found = {participant.id for participant in known.find_participants(name.text)}
            if name.use not in (NameUse.DEMONYM, NameUse.METONYM) and name.end is None:
                assert id in found, name
            assert found, name


def test_every_name_in_use_of_an_agreement_finds_it(known: Reference) -> None:
    for id, entry in known.agreements.items():
        for name in entry.names:
            if name.end is None:
                assert id in {ref.id for ref in known.find_agreements(name.text)}, name


def test_an_id_finds_its_own_entry_only(known: Reference) -> None:
    assert all([found.id for found in known.find_participants(id)] == [id] for id in known.participants)
    assert all([found.id for found in known.find_agreements(id)] == [id] for id in known.agreements)


def test_a_name_that_two_current_participants_bear_as_their_own_is_declared_ambiguous(known: Reference) -> None:
    for entry in known.participants.values():
        for name in entry.names:
            if name.use in (NameUse.SHORT, NameUse.OFFICIAL):
                assert len(known.find_participants(name.text)) == 1 or name.ambiguous, name


def test_no_id_dangles(known: Reference) -> None:
    for entry in known.participants.values():
        assert {*entry.predecessors, *entry.successors, *entry.members} <= known.participants.keys()
    for agreement in known.agreements.values():
        ids = {agreement.depositary, agreement.body, *agreement.sides} - {None}
        assert ids <= known.participants.keys()
        assert {agreement.parent, *agreement.components} - {None} <= known.agreements.keys()
    assert {person.participant for person in known.people} <= known.participants.keys()
    assert {source.participant for source in known.sources.values()} - {None} <= known.participants.keys()


def test_parents_and_components_agree(known: Reference) -> None:
    for id, agreement in known.agreements.items():
        assert all(known.agreements[component].parent == id for component in agreement.components)
        if agreement.parent:
            assert id in known.agreements[agreement.parent].components


def test_predecessors_and_successors_agree(known: Reference) -> None:
    for id, entry in known.participants.items():
        assert all(id in known.participants[successor].predecessors for successor in entry.successors)
        assert all(id in known.participants[predecessor].successors for predecessor in entry.predecessors)


def test_what_begins_ends_later(known: Reference) -> None:
    spans = [(name.begin, name.end) for name, _, _ in known.names()]
    spans += [(entry.begin, entry.end) for entry in known.participants.values()]
    spans += [(agreement.opened, agreement.closed) for agreement in known.agreements.values()]
    spans += [(person.begin, person.end) for person in known.people]
    assert all(begin < end for begin, end in spans if begin and end)


def test_every_entry_has_a_source(known: Reference) -> None:
    assert all(entry.source for entry in known.participants.values())
    assert all(agreement.sources for agreement in known.agreements.values())
    assert all(rule.article and rule.source for agreement in known.agreements.values() for rule in agreement.rules)
    assert all(person.source for person in known.people)


def test_all_members_of_the_united_nations_are_there(known: Reference) -> None:
    states = {
        id
        for id, entry in known.participants.items()
        if entry.participant.kind is ParticipantKind.STATE and entry.end is None
    }
    assert states >= NOT_MEMBERS
    assert len(states - NOT_MEMBERS) == UNITED_NATIONS_MEMBERS


def test_historic_states_have_their_end(known: Reference) -> None:
    assert known.participants["SUN"].end == date(1991, 12, 26)
    assert {id for id in ("SUN", "YUG", "CSK", "DDR", "SCG", "YMD") if known.participants[id].end is None} == set()


def test_an_organisation_and_its_membership_share_an_id(known: Reference) -> None:
    for id, agreement in known.agreements.items():
        if agreement.ref.kind is AgreementKind.ORGANISATION and id in known.participants:
            assert agreement.body == id


def test_a_rule_of_exit_is_by_notice_and_never_by_ratification(known: Reference) -> None:
    for agreement in known.agreements.values():
        for rule in agreement.rules:
            assert rule.by
            assert (Action.WITHDRAW in rule.by) is (rule.scope is Scope.EXIT)


@pytest.mark.parametrize(
    ("agreement", "scope", "act", "effect"),
    [
        ("paris-agreement", Scope.ENTRY, date(2021, 1, 20), date(2021, 2, 19)),
        ("paris-agreement", Scope.EXIT, date(2019, 11, 4), date(2020, 11, 4)),
        ("rome-statute", Scope.ENTRY, date(2015, 1, 2), date(2015, 4, 1)),
        ("rome-statute", Scope.EXIT, date(2016, 10, 27), date(2017, 10, 27)),
        ("ecowas", Scope.EXIT, date(2024, 1, 29), date(2025, 1, 29)),
        ("nato", Scope.ENTRY, date(2024, 3, 7), date(2024, 3, 7)),
        ("ottawa-convention", Scope.ENTRY, date(2017, 12, 29), date(2018, 6, 1)),
        ("ottawa-convention", Scope.EXIT, date(2025, 6, 27), date(2025, 12, 27)),
        ("cluster-munitions-convention", Scope.EXIT, date(2024, 9, 6), date(2025, 3, 6)),
        ("istanbul-convention", Scope.ENTRY, date(2022, 7, 18), date(2022, 11, 1)),
        ("istanbul-convention", Scope.EXIT, date(2021, 3, 22), date(2021, 7, 1)),
        ("inf-treaty", Scope.EXIT, date(2019, 2, 2), date(2019, 8, 2)),
        ("open-skies", Scope.EXIT, date(2020, 5, 22), date(2020, 11, 22)),
        ("kyoto-protocol", Scope.EXIT, date(2011, 12, 15), date(2012, 12, 15)),
        ("organization-of-american-states", Scope.EXIT, date(2021, 11, 19), date(2023, 11, 19)),
        ("cis", Scope.EXIT, date(2008, 8, 18), date(2009, 8, 18)),
        ("moon-agreement", Scope.EXIT, date(2023, 1, 5), date(2024, 1, 5)),
    ],
)
def test_rules_give_the_dates_that_depositaries_gave(
    known: Reference, agreement: str, scope: Scope, act: date, effect: date
) -> None:
    (rule,) = [rule for rule in known.agreements[agreement].rules if rule.scope is scope]
    assert rule.delay.after(act) == effect


def test_counting_conventions_are_those_of_the_clause(known: Reference) -> None:
    (entry, _) = known.agreements["rome-statute"].rules
    assert entry.delay.convention is Convention.FIRST_OF_MONTH_AFTER_DAYS


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("UAE", ["ARE"]),
        ("the Emirates", ["ARE"]),
        ("U.S.", ["USA"]),
        ("Türkiye", ["TUR"]),
        ("Turkiye", ["TUR"]),
        ("Ivory Coast", ["CIV"]),
        ("Cote d’Ivoire", ["CIV"]),
        ("Burma", ["MMR"]),
        ("DRC", ["COD"]),
        ("Congo-Kinshasa", ["COD"]),
        ("Congo", ["COD", "COG"]),
        ("Korea", ["KOR", "PRK"]),
        ("Cape Verde", ["CPV"]),
        ("Swaziland", ["SWZ"]),
        ("Macedonia", ["MKD"]),
        ("Moscow", ["RUS"]),
        ("Nur-Sultan", ["KAZ"]),
        ("Kazakh", ["KAZ"]),
        ("Brussels", ["BEL", "european-union", "nato"]),
        ("Nato", ["nato"]),
        ("Yugoslavia", ["YUG"]),
        ("Atlantis", []),
    ],
)
def test_participants_are_found_as_people_write_them(known: Reference, text: str, ids: list[str]) -> None:
    assert [participant.id for participant in known.find_participants(text)] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("abraham accords", ["abraham-accords"]),
        ("Iran nuclear deal", ["jcpoa"]),
        ("START", ["start-1"]),
        ("New START", ["new-start"]),
        ("ICC", ["rome-statute"]),
        ("Washington Treaty", ["nato"]),
        ("OPEC+", ["opec-plus"]),
        ("OPEC", ["opec"]),
        ("C5+1", ["c5-plus-1"]),
        ("High Seas Treaty", ["bbnj-agreement"]),
        ("Treaty of Nowhere", []),
    ],
)
def test_agreements_are_found_as_people_write_them(known: Reference, text: str, ids: list[str]) -> None:
    assert [ref.id for ref in known.find_agreements(text)] == ids


def test_astana_was_the_name_of_the_capital_twice(known: Reference) -> None:
    astana = [name for name in known.participants["KAZ"].names if name.text == "Astana"]
    in_use = [
        any(name.is_in_use(day) for name in astana) for day in (date(2010, 1, 1), date(2020, 1, 1), date(2024, 1, 1))
    ]
    assert in_use == [True, False, True]


def test_near_gives_the_name_that_was_misspelt_first(known: Reference) -> None:
    assert known.near("Abrahm Acords")[0] == "Abraham Accords"
    assert known.near("Kazakstan")[0] == "Kazakhstan"
    assert known.near("zzzzzz") == ()
    assert len(known.near("Republic of", limit=3)) <= 3


def test_both_terms_of_one_person_are_kept(known: Reference) -> None:
    terms = known.terms_of("donald-trump")
    assert [term.begin for term in terms] == [date(2017, 1, 20), date(2025, 1, 20)]
    assert [term.is_in_office(date(2022, 1, 1)) for term in terms] == [False, False]
    assert terms[1].is_in_office(date(2025, 11, 6))
    assert known.find_people("Trump") == terms
    assert known.terms_of("nobody") == ()


def test_people_are_found_by_any_spelling(known: Reference) -> None:
    assert {person.participant for person in known.find_people("Zelenskyy")} == {"UKR"}
    assert {person.participant for person in known.find_people("Erdoğan")} == {"TUR"}


def test_a_surname_that_is_an_ordinary_word_is_ambiguous(known: Reference) -> None:
    flags = {name.text: name.ambiguous for name, kind, id in known.names() if kind == "person"}
    assert flags["May"]
    assert flags["Khan"]
    assert not flags["Tokayev"]


def test_every_name_in_names_belongs_to_an_entry(known: Reference) -> None:
    ids = {
        "participant": known.participants.keys(),
        "agreement": known.agreements.keys(),
        "person": {person.id for person in known.people},
        "source": known.sources.keys(),
    }
    assert all(id in ids[kind] for _, kind, id in known.names())


def test_sources_say_what_kind_of_witness_they_are(known: Reference) -> None:
    axios = known.find_source("axios")
    assert axios is not None
    assert axios.witness is Witness.OUTLET
    tass = known.find_source("TASS")
    assert tass is not None
    assert (tass.witness, tass.participant) == (Witness.STATE_MEDIA, "RUS")
    assert known.find_source("The Daily Planet") is None


def test_treaties_have_parties_and_formats_have_participants(known: Reference) -> None:
    assert known.agreements["paris-agreement"].parties_only
    assert known.agreements["nato"].member_word == "member"
    assert not known.agreements["abraham-accords"].parties_only
    assert known.agreements["abraham-accords"].member_word == "participant"
    assert "uae-israel-peace-treaty" in known.agreements["abraham-accords"].components


def test_an_unknown_lexicon_names_those_there_are() -> None:
    small = Reference(
        {"participants": {}, "agreements": {}, "sources": {}, "people": [], "index": {}, "lexicon": {"acts": {"a": 1}}}
    )
    assert small.lexicon("acts") == {"a": 1}
    with pytest.raises(NoSuchLexicon, match=r"no lexicon 'verbs': known are acts\."):
        small.lexicon("verbs")
