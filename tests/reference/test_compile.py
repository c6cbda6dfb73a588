"""The compiler: the committed file is what the texts say, and a text that breaks a rule is refused in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depositary.reference.compile import compile_texts, main
from depositary.reference.sheets import UnreadableSheet

STATE = 'name = "Utopia"\nsource = "More, Utopia, book II"\n'
AGREEMENT = 'name = "Peace of Utopia"\nkind = "treaty"\nbinding = "binding"\nsources = ["More, Utopia, book II"]\n'
OTHER = 'name = "Erewhon"\nsource = "Butler, Erewhon, chapter 1"\n'
MEMBERSHIP = '[membership]\nbinding = "binding"\n'
PEOPLE = "name,surname,also,participant,office,begin,end,source\n"


def write(folder: Path, **texts: str) -> Path:
    """A folder of texts: keys are paths with `__` for the slash."""
    for key, text in texts.items():
        path = folder / (key.replace("__", "/") + ("" if "people" in key else ".toml"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if (people := folder / "people").exists():
        people.rename(folder / "people.csv")
    return folder


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
        ({"states__UTO": STATE + 'colour = "red"\n'}, r"unknown key 'colour'; known are acronyms, "),
        ({"states__UTO": 'name = "Utopia"\n'}, r"'source' is missing or no text; write source = "),
        ({"states__UTO": 'source = "x"\n'}, r"'name' is missing or no text"),
        ({"states__UTO": STATE + 'from = "1516-13-40"\n'}, r"from = '1516-13-40' is no date; write 1991"),
        ({"states__UTO": STATE + 'from = "1516"\nuntil = "1515"\n'}, r"it ends before it begins; mend from and until"),
        ({"states__UTO": STATE + 'kind = "island"\n'}, r"kind = 'island' is not known; write one of state, territory"),
        ({"states__UTO": STATE + 'members = ["UTO"]\n'}, r"only a group has members"),
        ({"states__UTO": STATE + 'successors = ["ERE"]\n'}, r"successors names the unknown code 'ERE'"),
        ({"states__UTO": STATE + 'popular = [{ text = "U", odd = 1 }]\n'}, r"popular 'U': unknown key 'odd'"),
        ({"states__UTO": STATE + "popular = [3]\n"}, r"popular holds 3, which is no name"),
        ({"states__UTO": STATE + 'popular = [" U"]\n'}, r"it has blanks at its ends"),
        ({"states__UTO": STATE + 'popular = [{ text = "U", ambiguous = 1 }]\n'}, r"neither true nor false"),
        ({"states__UTO": STATE + 'popular = ["U", "U"]\n'}, r"UTO: it has the popular name 'U' twice"),
        ({"states__UTO": STATE + 'predecessors = "ERE"\n'}, r"'predecessors' is no list of texts"),
        ({"states__UTO": STATE, "organisations__UTO": OTHER}, r"UTO is there twice"),
        ({"agreements__peace": AGREEMENT, "organisations__peace": OTHER + MEMBERSHIP}, r"peace is there twice"),
        (
            {"states__UTO": STATE, "organisations__union": OTHER + 'acronyms = ["UTO"]\n'},
            r"union: its name 'UTO' is the code of another; take it away",
        ),
        ({"organisations__league": OTHER + "membership = 1\n"}, r"membership is no table; write \[membership\]"),
        (
            {"states__UTO": STATE + 'popular = ["Nowhere"]\n', "states__ERE": OTHER + 'popular = ["nowhere"]\n'},
            r"both have the popular name 'Nowhere'; write \{ text = \.\.\., ambiguous = true \} in both",
        ),
        ({"agreements__peace": AGREEMENT.replace("treaty", "song")}, r"kind = 'song' is not known"),
        ({"agreements__peace": AGREEMENT.replace('["More, Utopia, book II"]', "[]")}, r"it has no sources"),
        ({"agreements__peace": AGREEMENT + 'depositary = "UTO"\n'}, r"depositary names the unknown code 'UTO'"),
        ({"agreements__peace": AGREEMENT + 'parent = "war"\n'}, r"parent names the unknown code 'war'"),
        ({"agreements__peace": AGREEMENT + "rule = 3\n"}, r"'rule' is no list of tables; write \[\[rule\]\]"),
        ({"agreements__peace": AGREEMENT + '[[rule]]\nby = ["sing"]\n'}, r"rule 1: unknown act 'sing'"),
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
        ({"people": "name\n"}, r"people\.csv: its first line is not as expected; write name,surname"),
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


def test_a_name_that_two_bear_at_different_times_is_no_conflict(tmp_path: Path) -> None:
    until, since = '[{ text = "N", until = "1600" }]', '[{ text = "N", from = "1601" }]'
    write(tmp_path, states__UTO=STATE + f"former = {until}\n", states__ERE=OTHER + f"former = {since}\n")
    assert json.loads(compile_texts(tmp_path))["index"]["participants"]["n"] == [["ERE"], ["UTO"]]


def test_two_that_say_so_may_share_a_name(tmp_path: Path) -> None:
    shared = 'popular = [{ text = "N", ambiguous = true }]\n'
    write(tmp_path, states__UTO=STATE + shared, states__ERE=OTHER + shared)
    assert json.loads(compile_texts(tmp_path))["index"]["participants"]["n"] == [["ERE", "UTO"]]
