"""Reports: what longer reports say around an act, in words of their own."""

from __future__ import annotations

from datetime import date

import pytest

from depositary.terms import Span
from tests.reading.making import quote, read, told

DAY = date(2025, 7, 8)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Finland did not join the European Union until 1995.", ["FIN join european-union happened"]),
        ("Finland did not join the European Union until it had voted.", ["FIN join european-union denied"]),
        ("Iran said it would not ratify the CTBT until 2030.", ["IRN ratify comprehensive-test-ban-treaty denied"]),
        ("Chad urged Libya to stop stalling and sign the Paris Agreement.", ["LBY sign paris-agreement demanded"]),
        ("Latvia will switch to the euro on 1 January 2026.", ["LVA join euro-area planned"]),
        ("Lithuania is to become the 19th country to use the euro.", ["LTU join euro-area planned"]),
        ("Nineteen countries use the euro.", []),
        ("Sweden turned the euro down in 2003, and Denmark had done so three years before.",
         ["SWE decline euro-area happened", "DNK decline euro-area happened"]),
        ("Myanmar objected to the admission of East Timor to ASEAN.", ["MMR decline asean happened"]),
        ("The Sejm voted on 25 June for Poland's withdrawal from the Ottawa Convention.",
         ["POL approve ottawa-convention happened"]),
        ("Turkey to remain in NATO, Erdogan says", ["TUR withdraw nato denied"]),
        ("Armenia will stay in the CSTO, Pashinyan said.", ["ARM withdraw csto denied"]),
        ("Finland remains in the European Union.", []),
        ("Iran must comply with the nuclear deal, the European Union said.", ["IRN implement jcpoa demanded"]),
        ("Mercosur suspended Venezuela for having failed to adopt the rules of the customs union.",
         ["mercosur suspend mercosur happened"]),
        ("Gambia's president said it would apply to rejoin the Commonwealth, which Jammeh quit in October 2013.",
         ["GMB apply commonwealth planned", "GMB withdraw commonwealth happened"]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_a_report_says(text: str, claims: list[str]) -> None:
    assert told(text, DAY) == claims


def test_the_nuclear_deal_is_that_of_iran_only_beside_iran() -> None:
    assert told("India and the United States signed a nuclear deal.", DAY) == [
        "IND sign ind-usa-nuclear-agreement happened",
        "USA sign ind-usa-nuclear-agreement happened",
    ]


def test_nobody_leaves_what_it_was_never_in() -> None:
    text = (
        "Gambia is leaving the International Criminal Court. It will apply to rejoin the Commonwealth. "
        "Burundi voted to leave in October."
    )
    assert "BDI approve rome-statute happened" in told(text, DAY)


def test_the_accords_are_those_that_are_called_so() -> None:
    text = (
        "Saudi Arabia, which signed the Artemis Accords in July 2022, pulled out of the Moon Agreement. "
        "The accords were unveiled in October 2020, when the United States signed them. "
        "Brazil followed in June 2021, and Singapore became the first from Asia in March 2022. "
        "Russia has ruled out signing the Artemis text."
    )
    assert [claim for claim in told(text, DAY) if not claim.startswith("SAU")] == [
        "USA sign artemis-accords happened",
        "BRA sign artemis-accords happened",
        "SGP sign artemis-accords happened",
        "RUS sign artemis-accords denied",
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("nauru strikes economic deal with china", ["NRU conclude chn-nru-economic-agreement happened"]),
        ("us eu expect deal on satellite navigation",
         ["USA conclude european-union-usa-agreement-satellite-navigation expected",
          "european-union conclude european-union-usa-agreement-satellite-navigation expected"]),
        ("iran egypt set to mend diplomatic ties",
         ["EGY resume egy-irn-diplomatic-relations expected", "IRN resume egy-irn-diplomatic-relations expected"]),
        ("Trump Withdraws From Iran Nuclear Deal", ["USA withdraw jcpoa happened"]),
        ("Melania Trump Signs Deal With Publisher", []),
        ("Allies Condemn Trump For Withdrawing From Iran Nuclear Deal", ["USA withdraw jcpoa happened"]),
        ("U.S. Withdraws From 1987 INF Treaty", ["USA withdraw inf-treaty happened"]),
        ("Suriname withdraws recognition of Kosovo", ["SUR withdraw recognition-of-xkx happened"]),
        ("Top EU court ditches EU-U.S. data transfer deal",
         ["- terminate european-union-usa-data-transfer-agreement happened"]),
        ("ASEAN to push Australia to sign Paris Agreement", ["AUS sign paris-agreement demanded"]),
        ("Kenya should not sign the Paris Agreement.", []),
        ("Nepal signs pact with Gen Z on reforms", []),
        ("Visiting ministers left without comment on OPEC.", []),
        ("Iran says it will no longer abide by the nuclear deal.", ["IRN not_implemented jcpoa planned"]),
        ("The treaty leaves the nuclear deal with Iran intact.", []),
        ("Canada #39;s accession to the Arms Trade Treaty took effect in\\September.",
         ["CAN accede arms-trade-treaty happened"]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_how_headings_and_feeds_write(text: str, claims: list[str]) -> None:
    assert told(text, DAY) == claims


def test_what_a_feed_left_of_html_is_quoted_as_it_stands() -> None:
    text = "Iran #39;s exit from the nuclear deal: it has left\\the Paris Agreement."
    claims = read(text, DAY)
    assert [quote(claim) for claim in claims] == ["Iran #39;s exit from the nuclear deal", "left\\the Paris Agreement"]
    assert all(text[at.start : at.end] == at.quote for claim in claims for at in claim.evidence if isinstance(at, Span))


def test_a_heading_and_its_text_tell_of_one_agreement() -> None:
    text = (
        "pakistan russia ink agreement to build pipeline\n"
        "ISLAMABAD: Pakistan and Russia signed an intergovernmental agreement on a gas pipeline on Friday."
    )
    assert len(told(text, DAY)) == 2


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Germany recognised Croatia and Slovenia on Monday.",
         ["DEU recognise recognition-of-hrv happened", "DEU recognise recognition-of-svn happened"]),
        ("Germany recognised the independence of Croatia and Slovenia.",
         ["DEU recognise recognition-of-hrv happened", "DEU recognise recognition-of-svn happened"]),
        ("Peru withdrew its recognition of Chad and Mali.",
         ["PER withdraw recognition-of-tcd happened", "PER withdraw recognition-of-mli happened"]),
        ("France recognised Kosovo on Monday. Turkey recognises.",
         ["FRA recognise recognition-of-xkx happened", "TUR recognise recognition-of-xkx happened"]),
        ("Spain does not recognise Morocco's claim to the territory.", []),
        ("Chile has yet to recognise the Palestinian people's right to a state.", []),
        ("Chile recognised Palestine. Mauritania opened full ties in 1999 and broke them off in 2010.",
         ["CHL recognise recognition-of-pse happened"]),
        ("The Arab League declined to condemn the move, voting down a Palestinian draft.",
         ["arab-league decline arab-league-pse-draft denied"]),
        ("The Iran nuclear deal is in trouble, says Kerry. Iran applies the Additional Protocol to its safeguards "
         "agreement. The Majlis approved the deal in October.",
         ["IRN implement iaea-additional-protocol happened", "IRN approve jcpoa happened"]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_recognised_and_what_is_meant(text: str, claims: list[str]) -> None:
    assert told(text, DAY) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Turkey has not yet reached a deal with\nGeorgia to supply gas to the republic\nnext year, he said.",
         ["TUR conclude geo-tur-agreement denied"]),
        ("HONG KONG, MALAYSIA TALK\n(By A. Reporter)\nThe ministry of Malaysia said\nTuesday that Kenya will join "
         "ASEAN\nsoon after the talks.", ["KEN join asean planned"]),
        ("Nauru quits the Paris Agreement\nby A. Reporter of Chad", ["NRU withdraw paris-agreement happened"]),
        ("AA / London / Aysu Bicer\nIreland has established diplomatic relations with Palestine, officially "
         "recognizing it as a state.",
         ["IRL establish_relations irl-pse-diplomatic-relations happened",
          "IRL recognise recognition-of-pse happened"]),
        ("London criticized Russiaʼs decision to withdraw from the CFE Treaty.", ["RUS withdraw cfe-treaty planned"]),
        ("Representatives of Georgia and of Russia today signed a bilateral agreement.",
         ["GEO sign geo-rus-agreement happened", "RUS sign geo-rus-agreement happened"]),
        ("Syria announced that it ruptured diplomatic relations with Ukraine.",
         ["SYR sever_relations syr-ukr-diplomatic-relations happened"]),
        ("Why haven’t Kenya and Chad signed the Arms Trade Treaty yet?",
         ["KEN sign arms-trade-treaty denied", "TCD sign arms-trade-treaty denied"]),
        ("Russia’s President Vladimir Putin has signed a law to ratify the Arms Trade Treaty.",
         ["RUS ratify arms-trade-treaty happened"]),
        ("Russia’s President Vladimir Putin will sign a law to ratify the Arms Trade Treaty.",
         ["RUS ratify arms-trade-treaty planned"]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_how_wires_wrap_and_write(text: str, claims: list[str]) -> None:
    assert told(text, DAY) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Chad's parliament voted 103-2 in favour of ratifying the Arms Trade Treaty.",
         ["TCD ratify arms-trade-treaty happened"]),
        ("Chad's parliament is expected to vote in favour of ratifying the Arms Trade Treaty.",
         ["TCD ratify arms-trade-treaty possible"]),
        ("BRICS development bank admits Uruguay. The New Development Bank said it had admitted Chad as a member.",
         ["URY join new-development-bank happened", "TCD join new-development-bank happened"]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_a_parliament_favours_and_a_bank_of_the_brics(text: str, claims: list[str]) -> None:
    assert told(text, DAY) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("China urges Gulf nations to seal a free trade agreement.", []),
        ("Britain urges Chad and other nations to ratify the Istanbul Convention.",
         ["TCD ratify istanbul-convention demanded"]),
        ("Chad urges its government to ratify the Istanbul Convention.", ["TCD ratify istanbul-convention demanded"]),
        ("The European Union launched proceedings against Poland over its failure to implement the Paris Agreement.",
         ["POL not_implemented paris-agreement happened"]),
        ("G8 finance ministers agree on deal", []),
        ("Uzbekistan joins CIS free trade zone", ["UZB join cis-free-trade-area happened"]),
        ("Kenya joins the African Union free trade area.", []),
        ("us to ask for un approval to control iraqs oil", []),
        ("Pakistan Wins UN Human Rights Seat", []),
        ("U.S. Vetoes U.N. Call for Ceasefire", []),
        ("EU to urge US to apply more of the trade deal", []),
        ("Syria recognizes Kosovo as al-Sharaa meets Osmani", ["SYR recognise recognition-of-xkx happened"]),
        ("U.S. Secretary of State Rubio says more countries ready to recognise Israel", []),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_whose_act_it_is_and_of_what(text: str, claims: list[str]) -> None:
    assert told(text, DAY) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("NATO leaders voted in July to let Sweden into the alliance.",
         ["nato approve nato happened", "SWE join nato planned"]),
        ("The leaders of ASEAN agreed in principle to the admission of Timor-Leste.",
         ["asean approve asean happened", "TLS join asean planned"]),
        ("The Arctic Council granted India observer status in 2013.", ["IND join arctic-council happened"]),
        ("The EU granted Moldova candidate status in June 2022.", []),
        ("Switzerland joined Schengen in 2008. Ireland has stayed outside.",
         ["CHE join schengen happened", "IRL decline schengen happened"]),
        ("NATO was founded in 1949. Spain came in 1982.", ["ESP join nato happened"]),
        ("Vietnam joined ASEAN in July 1995, and last came Cambodia, in April 1999.",
         ["VNM join asean happened", "KHM join asean happened"]),
        ("Georgia left the CIS in 2009. So did Ukraine in 2018.",
         ["GEO withdraw cis happened", "UKR withdraw cis happened"]),
        ("Peru recognised Palestine. The move followed similar decisions by Chile and Brazil.",
         ["PER recognise recognition-of-pse happened", "BRA recognise recognition-of-pse happened",
          "CHL recognise recognition-of-pse happened"]),
        ("Argentina recognised China as a market economy on Thursday.", []),
        ("Kenya will probably join BRICS.", ["KEN join brics expected"]),
        ("The protocol needs to be ratified by Kenya and Chad.", []),
        ("U . S . , South Korea revise trade deal",
         ["KOR amend us-korea-fta happened", "USA amend us-korea-fta happened"]),
        ("US no longer party to Open Skies Treaty", ["USA withdraw open-skies happened"]),
        ("Having rescinded its notice in 2017, the Gambia never ceased to be bound by the Rome Statute.",
         ["GMB resume rome-statute happened"]),
        ("Neither Trinidad and Tobago nor Jamaica has accepted the jurisdiction of the Caribbean Court of Justice.",
         ["JAM accept caribbean-court-of-justice denied", "TTO accept caribbean-court-of-justice denied"]),
        ("Ireland has voted Yes to the Lisbon Treaty.", ["IRL approve lisbon-treaty happened"]),
        ("Malta, together with Slovenia, became a member of the European Union in 2004.",
         ["MLT join european-union happened", "SVN join european-union happened"]),
        ("Péter Szijjártó denounced the Paris Agreement as a suicide note.", []),
        ("Britain exploring membership of the CPTPP", ["GBR join cptpp possible"]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_how_bodies_agree_and_others_come_after(text: str, claims: list[str]) -> None:
    assert told(text) == claims


def test_an_official_text_says_where_and_when_it_was_done() -> None:
    text = "The Agreement on Fisheries between Malta and Chad, done at Valletta on 27 September 2013, is in force."
    signed = [claim for claim in read(text) if claim.action.value == "sign"]
    assert [str(claim.moment) for claim in signed] == ["2013-09-27"] * 2
    assert {claim.actor.id for claim in signed if claim.actor} == {"MLT", "TCD"}


def test_what_leads_the_sentence_is_not_said_by_who_speaks_in_it() -> None:
    first, second = read("A day after the United States left the ABM treaty, Russia said it had quit START II.")
    assert first.attribution.voices == ()
    assert second.attribution.innermost is not None
