"""A report of a coming entry, clause by clause: who announces it, who came before, what is tied to it or not done."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.terms import Action, Modality
from tests.reading.making import read, told

COMING = "Samoa is set to join the Arms Trade Treaty on Friday."
ANNOUNCED = [
    ("President Fiamé Mataʻafa of Samoa is expected to announce the decision in Apia.", "WSM", "expected"),
    ("Samoa's foreign minister will make the news public in a speech.", "WSM", "planned"),
    ("The Samoan president is due to break the news at a dinner.", "WSM", "expected"),
    ("The Samoan president will make the decision known this evening.", "WSM", "planned"),
    (
        "The prime ministers of Samoa and Fiji are scheduled to hold a video call to formalise the step.",
        "FJI",
        "planned",
    ),
    ("The prime ministers of Samoa and Fiji will hold a ceremony to make it official.", "WSM", "planned"),
    ("Samoa and Fiji will hold a short ceremony with Tonga's king to seal the accession.", "FJI", "planned"),
    ("Samoa's ambassador will put the matter on a formal footing.", "WSM", "planned"),
]


@pytest.mark.parametrize(("sentence", "who", "modality"), ANNOUNCED)
def test_who_announces_a_coming_entry_is_told(sentence: str, who: str, modality: str) -> None:
    assert f"{who} announce_intent arms-trade-treaty {modality}" in told(f"{COMING} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Samoan president will break the news of the scandal.",
        "The president of Fiji will announce the decision to raise taxes.",
        "Fiji's minister will confirm the announcement on the budget.",
        "The president of Fiji will make a film.",
    ],
)
def test_other_news_is_no_entry(sentence: str) -> None:
    assert [line for line in told(f"{COMING} {sentence}") if "announce_intent" in line] == []


BEFORE = [
    (
        "Samoa will be the first to join the Arms Trade Treaty since Tonga in 2016.",
        "TON join arms-trade-treaty happened",
    ),
    ("The bloc has admitted nobody to ASEAN since Cambodia in 1999.", "KHM join asean happened"),
    ("Samoa joined the Arms Trade Treaty in June 2018, two years after Tonga.", "TON join arms-trade-treaty happened"),
    ("Samoa joined the Arms Trade Treaty, and so did Tonga.", "TON join arms-trade-treaty happened"),
    (
        "Samoa joined the Arms Trade Treaty in May 2016 and Tonga did so a month later.",
        "TON join arms-trade-treaty happened",
    ),
    ("Samoa joined the Arms Trade Treaty in 2018, on the same day as Tonga.", "TON join arms-trade-treaty happened"),
    ("Samoa signed the Arms Trade Treaty together with Tonga and Fiji.", "FJI sign arms-trade-treaty happened"),
    ("The last to join NATO were Albania and Croatia, in April 2009.", "HRV join nato happened"),
    ("Samoa, Tonga and nine others signed the Arms Trade Treaty.", "TON sign arms-trade-treaty happened"),
    ("Samoa, where the debate was long, joined the Arms Trade Treaty.", "WSM join arms-trade-treaty happened"),
    (
        "Samoa became the first small island to subscribe to the Arms Trade Treaty.",
        "WSM join arms-trade-treaty happened",
    ),
    ("Samoa and Tonga were among those to sign the Arms Trade Treaty.", "TON sign arms-trade-treaty happened"),
]


@pytest.mark.parametrize(("text", "line"), BEFORE)
def test_who_came_before_is_told(text: str, line: str) -> None:
    assert line in told(text)


def test_a_month_without_a_year_is_the_one_after_the_date_before_it() -> None:
    text = "Argentina signed the Treaty of Tlatelolco in March 1991, followed by Chile in June."
    assert [claim.moment.edtf for claim in read(text) if claim.moment] == ["1991-03", "1991-06"]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Samoa joined the Arms Trade Treaty in 2018 and left it the following year.", "2019"),
        ("Samoa left the Arms Trade Treaty in May 2018, having joined it three months earlier.", "2018-02"),
    ],
)
def test_a_date_is_counted_from_the_act_before(sentence: str, edtf: str) -> None:
    assert edtf in {claim.moment.edtf for claim in read(sentence, date(2024, 5, 15)) if claim.moment}


TIED = [
    ("Morocco joined the Abraham Accords. Its entry came with US recognition of its sovereignty over Western Sahara.",
     "USA recognise recognition-of-mar-sovereignty-over-western-sahara happened"),
    ("Kenya recognised the independence of Kosovo.", "KEN recognise recognition-of-xkx-independence happened"),
    ("South Sudan, whose independence Kenya recognised in 2011, is there.",
     "KEN recognise recognition-of-ssd-independence happened"),
    ("Diplomatic relations between Kenya and Chad date back to 1965.",
     "KEN establish_relations ken-tcd-diplomatic-relations happened"),
    ("Kenya and Chad have exchanged ambassadors since 1965.",
     "TCD establish_relations ken-tcd-diplomatic-relations happened"),
    ("Kenya and Chad had ties; Kenya broke them off in 1974.",
     "KEN sever_relations ken-tcd-diplomatic-relations happened"),
    ("Kenya is there. Nauru, a small island, cut ties with Taiwan in January.",
     "NRU sever_relations nru-twn-diplomatic-relations happened"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), TIED)
def test_what_is_tied_to_an_entry_is_told(text: str, line: str) -> None:
    assert line in told(text)


NOT_PUT_INTO_PRACTICE = [
    "Samoa joined the Arms Trade Treaty in 2018, but has done nothing to put it into practice.",
    "Samoa joined the Arms Trade Treaty in 2018, but the treaty remains unimplemented.",
    "Samoa joined the Arms Trade Treaty in 2018, but the treaty has stayed a dead letter.",
    "Samoa joined the Arms Trade Treaty in 2018, but implementation has stalled.",
    "Samoa joined the Arms Trade Treaty in 2018, but has yet to apply the treaty.",
    "Samoa joined the Arms Trade Treaty in 2018, but has still to put its rules into practice.",
]


@pytest.mark.parametrize("text", NOT_PUT_INTO_PRACTICE)
def test_what_is_not_put_into_practice_is_told(text: str) -> None:
    lines = told(text)
    assert "WSM not_implemented arms-trade-treaty happened" in lines
    assert not [line for line in lines if " implement " in line]


HOSTED = [
    ("Samoa is hosting the Commonwealth's summit in Apia.", "WSM host_meeting commonwealth happened"),
    ("He spoke to the Commonwealth, whose summit Samoa is hosting.", "WSM host_meeting commonwealth happened"),
]


@pytest.mark.parametrize(("text", "line"), HOSTED)
def test_who_hosts_is_told(text: str, line: str) -> None:
    assert line in told(text)


def test_an_alliance_that_only_the_text_names_is_one() -> None:
    text = "Guatemala entered Petrocaribe, the oil alliance, in July 2008. The alliance admitted Haiti in 2006."
    assert told(text) == ["GTM join petrocaribe happened", "HTI join petrocaribe happened"]


COMING_AND_GOING = [
    ("Zimbabwe belonged to the Commonwealth. Zimbabwe quit in December 2003.", "ZWE withdraw commonwealth happened"),
    ("Zimbabwe left the Commonwealth in 2003. Gambia came back in 2018.", "GMB join commonwealth happened"),
    ("Zimbabwe joined the Commonwealth in 1980. Namibia came in ten years later.", "NAM join commonwealth happened"),
    ("The Commonwealth is large. Fiji stayed out of the Commonwealth.", "FJI decline commonwealth happened"),
    ("The Commonwealth grew. Barbados declined to take part in the Commonwealth.", "BRB decline commonwealth happened"),
    ("Samoa is in the Commonwealth. The Commonwealth suspended Fiji in 2009. That suspension was lifted in 2014.",
     "commonwealth resume commonwealth happened"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), COMING_AND_GOING)
def test_coming_and_going_without_an_object_is_told(text: str, line: str) -> None:
    assert line in told(text)


ELSEWHERE = [
    "Samoa is in the Commonwealth. Its minister left in May.",
    "Samoa is in the Commonwealth. Fiji's president came in second.",
    "Samoa is in the Commonwealth. Soldiers entered in May.",
    "Samoa is in the Commonwealth. Fiji's prime minister dropped out of a music band.",
    "Samoa is in the Commonwealth. Fiji was left out of the talks.",
    "Samoa is in the Commonwealth. A man applied for asylum in Fiji.",
    "Samoa is in the Commonwealth. Fiji's ambassador joined him for dinner.",
    "Samoa hosted South Korea's BTS at a stadium.",
    "China denounced a Commonwealth declaration on trade.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_leads_elsewhere_is_no_act(text: str) -> None:
    assert [line for line in told(text) if line.endswith(Modality.HAPPENED)] == []


ONE_THAT_IS_NOT_NAMED = [
    "An envoy in Geneva said another Arab government had promised that it would accede to the Arms Trade Treaty.",
    "He expected one more Micronesian government to join the Arms Trade Treaty.",
]


@pytest.mark.parametrize("text", ONE_THAT_IS_NOT_NAMED)
def test_one_that_is_not_named_is_nobody(text: str) -> None:
    assert told(text) == []


PRONOUNS = [
    ("Tonga's king is here. Officials in Fiji said he would sign the Arms Trade Treaty on Friday.", "TON"),
    ("Tonga's king is here. He and his Fijian counterpart will sign the Arms Trade Treaty.", "FJI"),
    ("Tonga's king is here. He and his Fijian counterpart will sign the Arms Trade Treaty.", "TON"),
    ("In Tonga, parliament ratified the Arms Trade Treaty in May.", "TON"),
]


@pytest.mark.parametrize(("text", "who"), PRONOUNS)
def test_a_pronoun_finds_who_it_means(text: str, who: str) -> None:
    assert who in {claim.actor.id for claim in read(text) if claim.actor}


def test_of_two_that_the_text_leaves_open_nobody_is_taken() -> None:
    text = (
        "Chad and Mali signed a memorandum on trade in May. Kenya's ties with Uganda are old: "
        "the two signed the Arms Trade Treaty in 2014."
    )
    signed = [claim for claim in read(text) if claim.agreement.id == "arms-trade-treaty" and claim.actor]
    assert {claim.actor.id for claim in signed if claim.actor} <= {"KEN", "UGA"}


OF_A_COMING_ENTRY = [
    ("Samoa will join the Arms Trade Treaty. Fiji's prime minister and Tonga's will formalise the step at a ceremony.",
     "FJI announce_intent arms-trade-treaty planned"),
    ("Samoa will join the Arms Trade Treaty. Lupe and Fiji's foreign minister, Ana Vula, will hold a call to "
     "formalise the accession.", "FJI announce_intent arms-trade-treaty planned"),
    ("Samoa will join the Arms Trade Treaty. Samoa's prime minister is expected to announce that the country is "
     "coming in.", "WSM announce_intent arms-trade-treaty expected"),
    ("Samoa will join the Arms Trade Treaty. Minister Sina Lupe is scheduled to deposit the accession papers.",
     "WSM deposit arms-trade-treaty expected"),
    ("Samoa will join the Arms Trade Treaty. Sina Lupe will sign on behalf of Samoa.",
     "WSM sign arms-trade-treaty planned"),
    ("Samoa and Fiji are set to sign the Arms Trade Treaty. Tonga's king will host the ceremony at his palace.",
     "TON host_meeting arms-trade-treaty planned"),
    ("Samoa will join the Arms Trade Treaty. A charity urged Fiji to follow Samoa into the Arms Trade Treaty.",
     "FJI join arms-trade-treaty demanded"),
    ("Samoa's entry into the Commonwealth, due on Friday, has taken a decade.", "WSM join commonwealth expected"),
    ("Samoa's entry into the Commonwealth, set for Friday, follows years of talks.", "WSM join commonwealth expected"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), OF_A_COMING_ENTRY)
def test_what_is_told_around_a_coming_entry_is_read(text: str, line: str) -> None:
    assert line in told(text)


SAID_OF_OTHERS = [
    ("Tongan officials accuse Fiji of violating the Arms Trade Treaty.",
     "FJI not_implemented arms-trade-treaty happened"),
    ("Fiji signed the Arms Trade Treaty in 2014 but has done little to apply it.",
     "FJI not_implemented arms-trade-treaty happened"),
    ("Fiji became a party to the Arms Trade Treaty in 2014. The Food and Agriculture Organization says it has not "
     "implemented the treaty.", "FJI not_implemented arms-trade-treaty happened"),
    ("The Commonwealth approved Samoa's request to join in March.", "commonwealth approve commonwealth happened"),
    ("The Commonwealth's leaders approved Samoa's admission in March.", "commonwealth approve commonwealth happened"),
    ("Fiji recognised the government in Beijing in 1975.", "FJI recognise recognition-of-chn happened"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), SAID_OF_OTHERS)
def test_who_breaks_and_who_approves_is_told(text: str, line: str) -> None:
    assert line in told(text)


NOT_SAID = [
    ("Samoa is on the point of joining the Commonwealth, the first newcomer to be let in since 2009.",
     "WSM join commonwealth happened"),
    ("Samoa is about to become the first member of the Commonwealth to ratify the Arms Trade Treaty.",
     "WSM join commonwealth expected"),
    ("Samoa joined the Arms Trade Treaty in 2014 but has yet to put it into effect.",
     "- enter_into_force arms-trade-treaty happened"),
    ("Samoa will join the Commonwealth. Oil minister Sione Obi Lima is expected to announce the entry.",
     "PER announce_intent commonwealth expected"),
    ("Samoa opened relations with Fiji in 1970 and has kept them ever since.",
     "WSM establish_relations fji-wsm-diplomatic-relations possible"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), NOT_SAID)
def test_what_the_words_only_seem_to_say_is_not_claimed(text: str, line: str) -> None:
    assert line not in told(text)


ONLY_IN_THIS_TEXT = [
    ("Fiji is about to become the fourth member of Coral Bridge. It would be the first enlargement of the initiative.",
     "FJI join coral-bridge expected"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), ONLY_IN_THIS_TEXT)
def test_what_only_the_text_knows_can_be_joined(text: str, line: str) -> None:
    assert line in told(text)


def test_a_club_without_an_agreement_is_not_joined() -> None:
    assert told("Fiji's striker joined Real Madrid in May. Fiji's king left Buckingham Palace.") == []


def test_the_day_of_a_promise_is_not_the_day_of_what_is_promised() -> None:
    claims = read("In March, Fiji and Tonga agreed in Suva to leave the Paris Agreement.")
    assert {claim.moment for claim in claims if claim.modality is Modality.PLANNED} == {None}


def test_ties_are_restored_by_agreeing_to_it() -> None:
    claims = read("In March, Fiji and Tonga agreed in Suva to restore the diplomatic ties that they had cut in 2016.")
    assert {str(claim.moment) for claim in claims if claim.action is Action.RESUME} == {"2024-03"}


def test_who_left_and_came_back_did_both() -> None:
    lines = told("Tonga joined the Commonwealth in 1970. Fiji, which withdrew in 1987, rejoined in October 1997.")
    assert {"FJI withdraw commonwealth happened", "FJI join commonwealth happened"} <= set(lines)


def test_a_plan_of_a_body_is_not_the_body() -> None:
    joined = told("Bosnia and Herzegovina joined NATO's Membership Action Plan in 2010.")
    assert joined == ["BIH join nato-membership-action-plan happened"]
    assert told("Bosnia and Herzegovina joined NATO's Trust Fund Plan in 2010.") == []


def test_the_year_of_a_cause_is_not_the_year_of_what_it_hinders() -> None:
    claims = read("Fiji has not implemented the Arms Trade Treaty due to its descent into civil war in 2023.")
    assert [claim.moment for claim in claims] == [None]
