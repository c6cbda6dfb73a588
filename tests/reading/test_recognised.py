"""A described agreement is the known one where who, what and when fit it; where they fit none or two, it is its own."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.reference import reference
from tests.reading.making import read


def found(text: str, published: date | None) -> set[str]:
    return {claim.agreement.id for claim in read(text, published)}


@pytest.mark.parametrize(
    ("text", "published", "id"),
    [
        (  # the subject stands in the sentence, not in the description
            "Chile and Argentina signed a treaty in Rome that ends their dispute over the Beagle Channel.",
            date(1984, 11, 30),
            "beagle-channel-treaty",
        ),
        (  # one side only is told to act, the other is in the text
            "Britain will ratify the treaty. It hands the Chagos islands to Mauritius.",
            date(2025, 6, 1),
            "chagos-treaty",
        ),
        (  # an open one, by words that its names have
            "Palau has ratified the UN treaty on marine life beyond national jurisdiction.",
            date(2024, 1, 23),
            "bbnj-agreement",
        ),
        (  # two bodies, each with its members
            "The European Union and Mercosur concluded a trade agreement in Montevideo.",
            date(2024, 12, 6),
            "eu-mercosur-agreement",
        ),
        (  # said long after it was made
            "Egypt threatened to suspend the peace treaty that it signed with Israel in 1979.",
            date(2024, 2, 11),
            "egypt-israel-peace-treaty",
        ),
    ],
)
def test_who_what_and_when_tell_which_it_is(text: str, published: date, id: str) -> None:
    assert found(text, published) == {id}


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Chile and Argentina signed an extradition treaty on Monday.", date(1984, 11, 30)),  # another subject
        ("Chile and Argentina signed a treaty over the Beagle Channel.", date(2019, 5, 1)),  # another time
        ("Chile and Peru signed a treaty over the Beagle Channel.", date(1984, 11, 30)),  # another side
        ("Chile and Argentina signed a treaty over the Beagle Channel.", None),  # no day at all
        ("Kenya signed a trade agreement with the European Union.", date(2006, 12, 19)),  # CEFTA has those words too
        ("Kenya and Chad signed a treaty on trade.", date(2024, 5, 15)),
    ],
)
def test_what_fits_nothing_keeps_a_name_of_its_own(text: str, published: date | None) -> None:
    (id,) = found(text, published)
    assert id not in reference().agreements


def test_whatever_the_order_of_the_sides_it_is_the_same() -> None:
    day = date(1984, 11, 30)
    told = "{} and {} signed a treaty in Rome that ends their dispute over the Beagle Channel."
    assert found(told.format("Chile", "Argentina"), day) == found(told.format("Argentina", "Chile"), day)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Rwanda said it was leaving the Central African bloc.", "eccas"),
        ("Niger left the West African bloc in January.", "ecowas"),
    ],
)
def test_a_body_is_known_by_what_the_press_calls_it(text: str, id: str) -> None:
    assert found(text, date(2025, 6, 8)) == {id}


def test_talks_and_meetings_are_no_agreement_that_came_of_them() -> None:
    text = "Ethiopia and Somalia opened technical talks in Ankara on Tuesday."
    assert "ankara-declaration" not in found(text, date(2025, 2, 18))


@pytest.mark.parametrize(
    ("text", "who", "id", "edtf"),
    [
        (
            "North Korea's withdrawal from the Nuclear Non-Proliferation Treaty took effect on 11 January.",
            "PRK",
            "non-proliferation-treaty",
            "2003-01-11",
        ),
        ("Niger's exit from ECOWAS became effective on 29 January 2003.", "NER", "ecowas", "2003-01-29"),
    ],
)
def test_the_withdrawal_takes_effect_and_not_the_treaty(text: str, who: str, id: str, edtf: str) -> None:
    (claim,) = read(text, date(2003, 2, 1))
    assert claim.actor is not None and claim.moment is not None
    assert (claim.actor.id, claim.action, claim.agreement.id, claim.moment.edtf) == (who, "withdraw", id, edtf)


def test_the_year_of_the_act_before_is_not_that_of_the_next() -> None:
    text = "Kenya acceded to the Ottawa Convention in 2001 and signed the Arms Trade Treaty in 2013."
    assert {claim.action.value: str(claim.moment) for claim in read(text)} == {"accede": "2001", "sign": "2013"}


def test_who_applied_applied_to_what_the_text_tells_that_one_joins() -> None:
    text = (
        "Comoros is now the 165th member of the World Trade Organization. It accepted the fisheries subsidies "
        "agreement in July. Comoros first applied on 22 February 2007."
    )
    applied = next(claim for claim in read(text, date(2024, 8, 21)) if claim.action == "apply")
    assert applied.agreement.id == "world-trade-organization"


@pytest.mark.parametrize("year", ["1833", "1962"])
def test_an_act_of_long_before_a_known_agreement_is_not_on_it(year: str) -> None:
    text = f"Kenya joined the African Union in {year}."
    assert found(text, date(2024, 5, 15)) == set()
    assert found(text.replace(year, "2002"), date(2024, 5, 15)) == {"african-union"}
