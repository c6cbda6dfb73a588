"""Acts told of others than the one who is named first: who follows, who is left out, what each has with whom."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.making import read, told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Peru has suspended its extradition treaty with Fiji, following Chile and Tonga. Norway is considering a "
            "similar step, and Samoa is expected to follow.",
            {
                "PER suspend fji-per-extradition-treaty happened", "CHL suspend chl-fji-extradition-treaty happened",
                "TON suspend fji-ton-extradition-treaty happened", "NOR suspend fji-nor-extradition-treaty possible",
                "WSM suspend fji-wsm-extradition-treaty expected",
            },
        ),
        (
            "Kenya denounced its fisheries pact with Norway in 2022, and Ghana ended its own last year.",
            {"KEN denounce ken-nor-fisheries-agreement happened", "GHA terminate gha-nor-fisheries-agreement happened"},
        ),
        (
            "Ghana has been busy: a tax treaty with Peru was signed last December, and a pact with Fiji is under "
            "negotiation.",
            {
                "GHA sign gha-per-tax-treaty happened", "PER sign gha-per-tax-treaty happened",
                "GHA negotiate fji-gha-agreement happened", "FJI negotiate fji-gha-agreement happened",
            },
        ),
        (
            "Chad signed pacts with Fiji, Tonga and Peru last year.",
            {
                "TCD sign fji-tcd-agreement happened", "TCD sign tcd-ton-agreement happened",
                "TCD sign per-tcd-agreement happened",
            },
        ),
        (
            "Tonga will recognise Kosovo. Fiji has announced that it intends to follow.",
            {"TON recognise recognition-of-xkx planned", "FJI recognise recognition-of-xkx planned"},
        ),
        (
            "Fiji's foreign minister urged the holdouts, Peru and Chile, to recognise her country.",
            {"PER recognise recognition-of-fji demanded", "CHL recognise recognition-of-fji demanded"},
        ),
        (
            "Canada and Chile signed the Escazú Agreement, leaving Peru as the only country yet to ratify it.",
            {
                "CAN sign escazu-agreement happened", "CHL sign escazu-agreement happened",
                "PER ratify escazu-agreement denied",
            },
        ),
    ],
)  # fmt: skip
def test_what_others_do_is_theirs(text: str, lines: set[str]) -> None:
    assert set(told(text)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chile says that it is no longer bound by the Paris Agreement.", ["CHL withdraw paris-agreement happened"]),
        ("Chile will no longer take part in the Artemis Accords.", ["CHL withdraw artemis-accords planned"]),
        ("Chile has in effect frozen its part in the CSTO.", ["CHL suspend csto happened"]),
        ("Chile put no ink on the Artemis Accords.", ["CHL sign artemis-accords denied"]),
        ("Chile still has to ratify the Paris Agreement.", ["CHL ratify paris-agreement expected"]),
        ("Chile has still to ratify the Paris Agreement.", ["CHL ratify paris-agreement denied"]),
        ("Chile likes the Treaty on Open Skies, in force since 2002.", ["- enter_into_force open-skies happened"]),
        ("Sceptics will say that Chile would never accede to NATO.", []),
        ("The Organization of American States voted to shut Chile out.", [
            "organization-of-american-states expel organization-of-american-states happened",
        ]),
    ],
)  # fmt: skip
def test_small_words_say_whether_it_is_done(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_a_day_of_a_month_is_not_the_twenty_seven() -> None:
    lines = told("Montenegro will join NATO. Parliament in Podgorica backed the step in a vote on 27 November.")
    assert lines == ["MNE join nato planned", "MNE approve nato happened"]


def test_a_span_of_years_is_not_a_day_to_come() -> None:
    claims = read("Zimbabwe asks to rejoin the Commonwealth after 15 years", date(2018, 5, 21))
    assert [(claim.moment, str(claim.modality)) for claim in claims] == [(None, "happened")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "It invited Russia's neighbour Finland and Scandinavian partner Sweden to join the Kyoto Protocol.",
            {"FIN join kyoto-protocol possible", "SWE join kyoto-protocol possible"},
        ),
        (
            "Turkey is now the only one of NATO's 30 members not to have ratified the Kyoto Protocol.",
            {"TUR ratify kyoto-protocol denied"},
        ),
        (
            "Foreign ministers of NATO allies and Montenegro signed a protocol on Thursday.",
            {"MNE sign mne-nato-protocol happened", "nato sign mne-nato-protocol happened"},
        ),
        (
            "The government of Cameroon and the government of the People's Republic of Algeria signed a defence pact.",
            {"CMR sign cmr-dza-defence-agreement happened", "DZA sign cmr-dza-defence-agreement happened"},
        ),
        (
            "The defence agreement between the government of Chad and the government of Algeria was signed in 2021.",
            {"TCD sign dza-tcd-defence-agreement happened", "DZA sign dza-tcd-defence-agreement happened"},
        ),
    ],
)
def test_who_is_called_by_another_is_told_from_the_other(text: str, lines: set[str]) -> None:
    assert set(told(text)) == lines


def test_a_bid_of_others_that_is_passed_on_is_no_application() -> None:
    text = "The allies signed protocols for Sweden and Finland, sending the membership bids of the two to the capitals."
    assert not [line for line in told(text) if " apply " in line]


def test_the_day_of_a_word_of_support_is_not_the_day_of_what_it_is_for() -> None:
    (claim,) = read("NATO allies on Tuesday affirmed their support for Ukraine's push for becoming a member of NATO.")
    assert (claim.action, claim.moment) == ("join", None)
