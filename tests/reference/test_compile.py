"""The compiler: the committed file is what the texts say, and a text that breaks a rule is refused in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depositary.reference import Reference, overlaid
from depositary.reference.compile import main
from depositary.reference.compiler import compile_texts
from depositary.reference.entries import NameUse
from depositary.reference.refusals import MOST_REFUSALS, UnreadableTexts
from depositary.reference.sheets import UnreadableSheet
from depositary.terms import AgreementKind
from tests.reference.writing import AGREEMENT, CITED, GROUP, MEMBERSHIP, OTHER, PEOPLE, STATE, write


def test_the_committed_file_is_what_the_texts_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_check_says_when_the_file_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, states__UTO=STATE)
    assert main(["--check", "--folder", str(tmp_path)]) == 1
    assert "differs from the texts" in capsys.readouterr().err
    assert main(["--folder", str(tmp_path)]) == 0
    assert main(["--check", "--folder", str(tmp_path)]) == 0


def test_a_refusal_is_one_sentence_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, states__UTO='name = "Utopia"\n')
    assert main(["--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "compiled.json").exists()


def test_compiling_twice_gives_the_same(tmp_path: Path) -> None:
    write(tmp_path, states__UTO=STATE, states__ERE=OTHER, agreements__peace=AGREEMENT)
    assert compile_texts(tmp_path) == compile_texts(tmp_path)


def test_until_is_inclusive_in_the_text_and_exclusive_in_the_row(tmp_path: Path) -> None:
    write(tmp_path, states__UTO=STATE + 'from = "1516"\nuntil = "1535-07"\n')
    row = json.loads(compile_texts(tmp_path))["participants"]["UTO"]
    assert (row["begin"], row["end"]) == ("1516-01-01", "1535-08-01")


def test_an_organisation_gives_a_membership_with_its_names(tmp_path: Path) -> None:
    sheet = 'name = "League"\nacronyms = ["L"]\nsource = "Covenant"\n'
    membership = '[membership]\nbinding = "binding"\nofficial = ["Covenant"]\n[[membership.rule]]\nscope = "exit"\n'
    rule = 'by = ["notice"]\nconvention = "months after"\nn = 24\narticle = "Art. 1(3)"\nsource = "Covenant"\n'
    write(tmp_path, organisations__league=sheet + membership + rule)
    row = json.loads(compile_texts(tmp_path))["agreements"]["league"]
    assert [name[0] for name in row["names"]] == ["League", "Covenant", "L"]
    assert (row["kind"], row["body"], row["member_word"]) == ("organisation", "league", "member")
    assert row["rules"][0]["by"] == ["withdraw", "denounce"]


def test_components_come_from_their_parents(tmp_path: Path) -> None:
    write(
        tmp_path,
        agreements__peace=AGREEMENT,
        agreements__annex=AGREEMENT.replace("Peace", "Annex") + 'parent = "peace"\n',
    )
    assert json.loads(compile_texts(tmp_path))["agreements"]["peace"]["components"] == ["annex"]


def test_lexicons_are_taken_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, lexicon__acts='[join]\nverbs = ["join"]\n')
    assert json.loads(compile_texts(tmp_path))["lexicon"] == {"acts": {"join": {"verbs": ["join"]}}}


def test_people_come_in_order_and_one_word_names_carry_their_participant(tmp_path: Path) -> None:
    lines = "Hythloday,Hythloday,Raphael,UTO,envoy,1516,,book I\nAb Rex,Rex,,UTO,king,1500,1510-05,book II\n"
    write(tmp_path, states__UTO=STATE, people=PEOPLE + lines)
    people = json.loads(compile_texts(tmp_path))["people"]
    assert [person[0] for person in people] == ["ab-rex", "hythloday-uto"]
    assert people[0][6] == "1510-06-01"
    assert people[1][8] == ["Raphael"]


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"states__UTO": "name = "}, r"states/UTO\.toml: it is not TOML .*; mend the line"),
        (
            {"states__UTO": STATE + 'colour = "red"\n'},
            r"states/UTO\.toml line 3: unknown key 'colour'; known are acron",
        ),
        (
            {"states__UTO": 'name = "Utopia"\n'},
            r"states/UTO\.toml: it has no source for all that it says; write \[\[source\]\]",
        ),
        ({"states__UTO": 'source = "x"\n'}, r"'name' is missing or no text"),
        ({"states__UTO": STATE + 'from = "1516-13-40"\n'}, r"toml line 3: from = '1516-13-40' is no date; write 1991"),
        (
            {"states__UTO": STATE + 'from = "1516"\nuntil = "1515"\n'},
            r"line 4: it ends before it begins; mend from and until",
        ),
        ({"states__UTO": STATE + "from = 1516\n"}, r"line 3: from is not in quotes; write \"1991\""),
        ({"states__UTO": STATE + 'kind = "island"\n'}, r"kind = 'island' is not known; write one of state, territory"),
        ({"states__UTO": STATE + 'members = ["UTO"]\n'}, r"line 3: unknown key 'members'"),
        (
            {"states__utopia": STATE},
            r"states/utopia\.toml: 'utopia' is no id for this folder; name the file in three cap",
        ),
        (
            {"states__UTO": STATE + '[[succeeds]]\nof = "ERE"\nmode = "merger"\n'},
            r"states/UTO\.toml line 4: succeeds names the unknown code 'ERE'; add a file",
        ),
        (
            {"states__UTO": STATE + '[[succeeds]]\nof = "ERE"\nmode = "war"\n', "states__ERE": OTHER},
            r"succeeds 1 line 5: mode = 'war' is not known; write one of continuation",
        ),
        (
            {
                "states__UTO": STATE + '[[succeeds]]\nof = "ERE"\nmode = "merger"\n',
                "states__ERE": OTHER + '[[succeeds]]\nof = "UTO"\nmode = "merger"\n',
            },
            r"states/ERE\.toml line 4: ERE follows UTO follows ERE; take one \[\[succeeds\]\] away",
        ),
        (
            {"states__UTO": STATE + '[codes]\nm49 = "4"\n'},
            r"states/UTO\.toml line 4: '4' is no m49 code; write one like",
        ),
        ({"states__UTO": STATE + '[codes]\niso3 = "UTO"\n'}, r"line 4: unknown key 'iso3'; known are cow, gw, iso2"),
        ({"states__UTO": STATE + 'codes = "UT"\n'}, r"line 3: codes is no table; write \[codes\]"),
        (
            {
                "states__UTO": STATE
                + 'metonyms = [\n{ text = "Amaurot", office = "capital" },\n'
                + '{ text = "Aircastle", office = "capital" },\n]\n'
            },
            r"line 5: Amaurot and Aircastle are both its capital on the same days; .*spelling_of = .*seat = true",
        ),
        (
            {"states__UTO": STATE + 'from = "1516"\nformer = [{ text = "Abraxa", from = "1500", until = "1520" }]\n'},
            r"line 4: its former name 'Abraxa' begins before it does, on 1516-01-01",
        ),
        ({"states__UTO": 'name = "Utopia"\n' + CITED + 'of = ["name"]\n'}, r"no source for all that it says"),
        ({"states__UTO": 'name = "Utopia"\n' + CITED + 'of = ["flag"]\n'}, r"line 5: it vouches for 'flag', which is"),
        ({"states__UTO": 'name = "Utopia"\n' + CITED + 'page = "3"\n'}, r"source 1 line 5: unknown key 'page'"),
        ({"organisations__isles": GROUP + 'members = ["UTO"]\n'}, r"line 4: the list names the unknown code 'UTO'"),
        ({"organisations__isles": GROUP + "[[roster]]\nof = []\n"}, r"roster 1: it names nobody; write of = "),
        (
            {"states__UTO": STATE, "organisations__isles": GROUP + '[[roster]]\nof = ["UTO"]\nsource = "less"\n'},
            r"roster 1 line 6: unknown source 'less'; write \[\[source\]\] with that key",
        ),
        (
            {
                "states__UTO": STATE,
                "organisations__isles": GROUP + 2 * '[[roster]]\nof = ["UTO"]\nfrom = "1600"\n',
            },
            r"the list from 1600-01-01 begins before the one before it ends; mend until",
        ),
        (
            {
                "states__UTO": STATE + 'until = "1599"\n',
                "organisations__isles": GROUP + '[[roster]]\nof = ["UTO"]\nfrom = "1600"\n',
            },
            r"UTO is in a list of days on which it was not there",
        ),
        ({"organisations__isles": GROUP + 'disputed = "yes"\n'}, r"line 4: disputed is neither true nor false"),
        ({"organisations__l": OTHER + 'founded_by = "pact"\n'}, r"line 3: founded_by names the unknown code 'pact'"),
        ({"states__UTO": STATE + 'popular = [{ text = "U", odd = 1 }]\n'}, r"popular 'U': unknown key 'odd'"),
        ({"states__UTO": STATE + "popular = [3]\n"}, r"popular holds 3, which is no name"),
        ({"states__UTO": STATE + 'popular = [" U"]\n'}, r"it has blanks at its ends"),
        ({"states__UTO": STATE + 'popular = [{ text = "U", ambiguous = 1 }]\n'}, r"neither true nor false"),
        ({"states__UTO": STATE + 'popular = ["U", "U"]\n'}, r"UTO\.toml line 3: it has the popular name 'U' twice"),
        ({"agreements__peace": AGREEMENT + 'sides = "ERE"\n'}, r"line 5: 'sides' is no list of texts"),
        ({"states__UTO": STATE, "organisations__UTO": OTHER}, r"UTO is there twice"),
        ({"agreements__peace": AGREEMENT, "organisations__peace": OTHER + MEMBERSHIP}, r"peace is there twice"),
        (
            {"states__UTO": STATE, "organisations__union": OTHER + 'acronyms = ["UTO"]\n'},
            r"organisations/union\.toml line 3: its name 'UTO' is the code of another; take it away",
        ),
        ({"organisations__league": OTHER + "membership = 1\n"}, r"membership is no table; write \[membership\]"),
        (
            {"states__UTO": STATE + 'popular = ["Nowhere"]\n', "states__ERE": OTHER + 'popular = ["nowhere"]\n'},
            r"ERE\.toml line 3 and states/UTO\.toml line 3: both have the name 'Nowhere' .*; write \{ text = ",
        ),
        (
            {"states__UTO": STATE + 'popular = ["Erewhon"]\n', "states__ERE": OTHER},
            r"both have the name 'Erewhon' \(short and popular\)|both have the name 'Erewhon' \(popular and short\)",
        ),
        ({"agreements__peace": AGREEMENT.replace("treaty", "song")}, r"kind = 'song' is not known"),
        (
            {"agreements__peace": AGREEMENT.replace('["More, Utopia, book II"]', "[]")},
            r"it has no source for all that it says",
        ),
        (
            {"agreements__peace": AGREEMENT + '[ids]\nunts = ["35597"]\n'},
            r"peace\.toml line 6: '35597' is no number of unts",
        ),
        ({"agreements__peace": AGREEMENT + '[ids]\nmtdsg = "26.5"\n'}, r"write one like \"XXVI\.5\""),
        (
            {"agreements__peace": AGREEMENT + '[ids]\nisbn = "1"\n'},
            r"line 6: unknown key 'isbn'; known are celex, cets",
        ),
        ({"agreements__peace": AGREEMENT + 'relation = "protocol"\n'}, r"line 5: it has a relation to no parent"),
        ({"agreements__peace": AGREEMENT + 'not = ["war"]\n'}, r"line 5: not names the unknown code 'war'"),
        (
            {
                "agreements__peace": AGREEMENT + 'not = ["truce"]\n',
                "agreements__truce": AGREEMENT.replace("Peace", "Truce"),
            },
            r"line 5: it is not 'truce', whose sheet does not say so; write not = \[\"peace\"\] in agreements/tr",
        ),
        (
            {"agreements__peace": AGREEMENT + '[[act]]\nwho = "UTO"\nact = "sing"\non = "1516"\n'},
            r"act 1 line 7: act = 'sing' is not known",
        ),
        (
            {"agreements__peace": AGREEMENT + '[[act]]\nwho = "UTO"\nact = "sign"\non = "1516"\n'},
            r"line 6: who names the unknown code 'UTO'",
        ),
        (
            {"agreements__peace": AGREEMENT + 'opened = "1516"\nclosed = "1515"\n'},
            r"line 6: it ends before it was open",
        ),
        ({"agreements__peace": AGREEMENT + 'depositary = "UTO"\n'}, r"depositary names the unknown code 'UTO'"),
        ({"agreements__peace": AGREEMENT + 'parent = "war"\n'}, r"parent names the unknown code 'war'"),
        ({"agreements__peace": AGREEMENT + "rule = 3\n"}, r"'rule' is no list of tables; write \[\[rule\]\]"),
        ({"agreements__peace": AGREEMENT + '[[rule]]\nby = ["sing"]\n'}, r"rule 1 line 6: unknown act 'sing'"),
        ({"agreements__peace": AGREEMENT + '[[rule]]\nscope = "exit"\n'}, r"rule 1: it has no acts"),
        (
            {
                "agreements__peace": AGREEMENT
                + '[[rule]]\nscope = "exit"\nby = ["notice"]\nconvention = "months after"\nn = "one"\n'
            },
            r"'n' is no whole number",
        ),
        (
            {"sources__gazette": 'name = "Gazette"\nwitness = "oracle"\nsource = "x"\n'},
            r"witness = 'oracle' is not known",
        ),
        ({"people": "name\n"}, r"people\.csv line 1: its first line is not as expected; write name,surname"),
        ({"people__UTO": "name\n"}, r"people/UTO\.csv line 1: .*; write name,surname,also,office,begin,end,source"),
        (
            {"people__UTO": "name,surname,also,office,begin,end,source\nA B,B,,king,1516,,x\n"},
            r"people/UTO\.csv line 2: unknown code 'UTO'",
        ),
        ({"people": PEOPLE + "A B,B,,UTO,king,1516,,x\n"}, r"people\.csv line 2: unknown code 'UTO'"),
        ({"states__UTO": STATE, "people": PEOPLE + "A B,B,,UTO\n"}, r"not as many cells as there are columns"),
        (
            {"states__UTO": STATE, "people": PEOPLE + 2 * "A B,B,,UTO,king,1516,,x\n"},
            r"A B begins as king twice",
        ),
        ({"states__UTO": STATE, "people": PEOPLE + "A B,B,,UTO,king,15,,x\n"}, r"from = '15' is no date"),
    ],
)
def test_a_text_that_breaks_a_rule_is_refused(tmp_path: Path, texts: dict[str, str], sentence: str) -> None:
    write(tmp_path, **texts)
    with pytest.raises(UnreadableSheet, match=sentence):
        compile_texts(tmp_path)


def test_all_refusals_come_at_once_up_to_a_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        write(tmp_path, **{f"states__X{letter}X": f'name = "{letter}"\n'})
    with pytest.raises(UnreadableTexts, match="And 6 more") as refused:
        compile_texts(tmp_path)
    assert len(refused.value.refusals) == 26
    assert main(["--folder", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == MOST_REFUSALS + 1


def test_a_source_in_one_line_and_one_in_a_table_say_the_same(tmp_path: Path) -> None:
    short = 'name = "Utopia"\nsource = "More, Utopia, book II, seen in the edition of 1551; Vespucci, letter 4"\n'
    table = '[[source]]\nwork = "More"\nat = "Utopia, book II"\nseen = "1551"\n'
    table += '[[source]]\nwork = "Vespucci"\nat = "letter 4"\n'
    one = Reference(json.loads(compile_texts(write(tmp_path / "one", states__UTO=short))))
    other = Reference(json.loads(compile_texts(write(tmp_path / "other", states__UTO='name = "Utopia"\n' + table))))
    assert one.participants["UTO"].sources == other.participants["UTO"].sources
    assert one.participants["UTO"].source == "More, Utopia, book II, seen 1551; Vespucci, letter 4"


def test_a_phrase_is_found_like_a_name_and_told_apart(tmp_path: Path) -> None:
    text = 'name = "Utopia"\npopular = ["Nusquama"]\nphrases = ["the island of reason"]\n' + CITED
    known = Reference(json.loads(compile_texts(write(tmp_path, states__UTO=text))))
    assert [match.id for match in known.find_participants("the island of reason")] == ["UTO"]
    assert {name.text: name.use for name in known.participants["UTO"].names} == {
        "Utopia": NameUse.SHORT,
        "Nusquama": NameUse.POPULAR,
        "the island of reason": NameUse.PHRASE,
    }
    same = {"states__UTO": text, "states__ERE": OTHER + 'popular = ["the island of reason"]\n'}
    with pytest.raises(UnreadableSheet, match="the island of reason"):
        compile_texts(write(tmp_path, **same))


def test_a_heading_is_what_answers_print_and_no_name_that_anybody_gives(tmp_path: Path) -> None:
    text = 'heading = "Islands of More"\nkind = "group"\nmembers = ["UTO"]\npopular = ["the islands"]\n' + CITED
    utopia = 'name = "Utopia"\n' + CITED
    known = Reference(
        json.loads(compile_texts(write(tmp_path / "one", states__UTO=utopia, organisations__islands=text)))
    )
    entry = known.participants["islands"]
    assert entry.participant.name == "Islands of More"
    assert [(name.text, name.use) for name in entry.names] == [
        ("Islands of More", NameUse.PHRASE),
        ("the islands", NameUse.POPULAR),
    ]
    both = {"states__UTO": utopia, "organisations__islands": 'name = "Islands"\n' + text}
    with pytest.raises(UnreadableSheet, match="it has a name and a heading; keep one of them"):
        compile_texts(write(tmp_path / "both", **both))


def test_a_source_vouches_for_what_it_names(tmp_path: Path) -> None:
    text = 'name = "Utopia"\npopular = ["Nusquama"]\nfrom = "1516"\n' + CITED
    text += '[[source]]\nwork = "Erasmus"\nat = "letter 461"\nof = ["Nusquama", "from"]\n'
    entry = Reference(json.loads(compile_texts(write(tmp_path, states__UTO=text)))).participants["UTO"]
    assert [source.work for source in entry.sources_of("Nusquama")] == ["Erasmus"]
    assert [source.work for source in entry.sources_of("name")] == ["More, Utopia"]


def test_a_rule_without_a_source_has_that_of_its_agreement(tmp_path: Path) -> None:
    rule = '[[rule]]\nscope = "exit"\nby = ["notice"]\nconvention = "months after"\nn = 12\narticle = "Art. 3"\n'
    write(tmp_path, agreements__peace=AGREEMENT + rule)
    (known,) = Reference(json.loads(compile_texts(tmp_path))).agreements["peace"].rules
    assert known.source == "More, Utopia, book II"


def test_a_year_of_entry_into_force_stays_a_year(tmp_path: Path) -> None:
    write(tmp_path, agreements__peace=AGREEMENT + 'in_force = "1516"\n')
    in_force = Reference(json.loads(compile_texts(tmp_path))).agreements["peace"].in_force
    assert in_force is not None
    assert (in_force.edtf, in_force.is_day) == ("1516", False)


def test_an_organisation_is_founded_by_its_own_membership_unless_it_says_otherwise(tmp_path: Path) -> None:
    write(tmp_path, organisations__league=OTHER + MEMBERSHIP, agreements__peace=AGREEMENT)
    write(tmp_path, organisations__court='name = "Court"\nfounded_by = "peace"\nsource = "x"\n')
    known = Reference(json.loads(compile_texts(tmp_path)))
    assert [known.participants[id].founded_by for id in ("league", "court")] == ["league", "peace"]


def test_a_folder_laid_over_replaces_and_adds_by_the_same_rules(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", states__UTO=STATE, agreements__peace=AGREEMENT)
    mine = write(tmp_path / "mine", states__UTO=STATE.replace("Utopia", "Eutopia", 1), states__ERE=OTHER)
    laid = Reference(json.loads(compile_texts(ours, mine)))
    assert [entry.participant.name for entry in laid.participants.values()] == ["Erewhon", "Eutopia"]
    assert list(laid.agreements) == ["peace"]
    write(mine, agreements__war=AGREEMENT)
    with pytest.raises(UnreadableSheet, match=r"peace\.toml line 1 and mine/agreements/war\.toml line 1: both have"):
        compile_texts(ours, mine)


def test_nothing_in_a_folder_laid_over_is_overlooked(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", states__UTO=STATE)
    with pytest.raises(UnreadableSheet, match=r"nowhere: there is no such folder; mend the path"):
        compile_texts(ours, tmp_path / "nowhere")
    mine = write(tmp_path / "mine", state__ERE=OTHER, ERE=OTHER)
    with pytest.raises(
        UnreadableTexts, match=r"mine/ERE\.toml: it is on no shelf; known are states,.*\nmine/state: it"
    ):
        compile_texts(ours, mine)


def test_a_folder_of_ones_own_is_laid_over_ours(tmp_path: Path) -> None:
    write(tmp_path, agreements__peace=AGREEMENT, people=PEOPLE + "Ab Rex,Rex,,KAZ,king,1500,1510-05,book II\n")
    known = overlaid(tmp_path)
    assert known.find_agreements("Peace of Utopia")[0].kind is AgreementKind.TREATY
    assert known.find_participants("Kazakhstan")
    assert known.find_people("Ab Rex")


def test_a_name_that_two_bear_at_different_times_is_no_conflict(tmp_path: Path) -> None:
    until, since = '[{ text = "N", until = "1600" }]', '[{ text = "N", from = "1601" }]'
    write(tmp_path, states__UTO=STATE + f"former = {until}\n", states__ERE=OTHER + f"former = {since}\n")
    assert json.loads(compile_texts(tmp_path))["index"]["participants"]["n"] == [["ERE"], ["UTO"]]


def test_two_that_say_so_may_share_a_name(tmp_path: Path) -> None:
    shared = 'popular = [{ text = "N", ambiguous = true }]\n'
    write(tmp_path, states__UTO=STATE + shared, states__ERE=OTHER + shared)
    assert json.loads(compile_texts(tmp_path))["index"]["participants"]["n"] == [["ERE", "UTO"]]
