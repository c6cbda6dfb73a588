"""Tables of members: what a table may say of who was in a league, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depositary.reference import Citation, Reference
from depositary.reference.compiler import compile_texts
from depositary.reference.sheets import UnreadableSheet
from tests.reference.writing import OTHER, SOURCE, STATE, TERMS, write


def league(lines: str, state: str = STATE) -> dict[str, str]:
    """The texts of a league with these lines in its table of members."""
    return {
        "states__UTO": state,
        "organisations__league": 'name = "League"\nsource = "Covenant, Art. 1"\n',
        "memberships__league": SOURCE,
        "memberships__league_csv": TERMS + lines,
    }


@pytest.mark.parametrize(
    ("lines", "state", "sentence"),
    [
        ("ERE,member,1516,,,,more,\n", STATE, r"memberships/league\.csv line 2: unknown code 'ERE'"),
        ("UTO,king,1516,,,,more,\n", STATE, r"line 2: role = 'king' is not known; write one of member, associate"),
        ("UTO,member,1516,,born,,more,\n", STATE, r"line 2: entry = 'born' is not known"),
        ("UTO,member,1516,1515,,,more,\n", STATE, r"line 2: it ends before it begins"),
        ("UTO,member,1516,,,,less,\n", STATE, r"line 2: unknown source 'less'; known are more"),
        ("UTO,member\n", STATE, r"line 2: it has not as many cells as there are columns"),
        (
            "UTO,member,1516,1520,,,more,\nUTO,member,1519,,,,more,\n",
            STATE,
            r"line 3: UTO is member here and in line 2 on the same days; end the one before the other begins",
        ),
        ("UTO,member,1516,,,,more,\n", STATE + 'from = "1530"\n', r"line 2: UTO is in before it begins, on 1530-01-01"),
        ("UTO,member,1516,,,,more,\n", STATE + 'until = "1530"\n', r"line 2: UTO is in after its end, on 1531-01-01"),
    ],
)
def test_a_table_of_members_that_breaks_a_rule_is_refused(
    tmp_path: Path, lines: str, state: str, sentence: str
) -> None:
    write(tmp_path, **league(lines, state))
    with pytest.raises(UnreadableSheet, match=sentence):
        compile_texts(tmp_path)


@pytest.mark.parametrize(
    "lines",
    [
        "UTO,member,1516,1519,,,more,\nUTO,member,1519,,,,more,\n",
        "UTO,member,1516,,,,more,\nUTO,suspended,1519,1520,,,more,\n",
        "UTO,member,1500,,,,more,outside its dates: as a part of Abraxa\n",
    ],
    ids=["dates too coarse to tell", "a suspension beside the membership", "with its reason"],
)
def test_a_table_of_members_may_say(tmp_path: Path, lines: str) -> None:
    write(tmp_path, **league(lines, STATE + 'from = "1510"\n'))
    known = Reference(json.loads(compile_texts(tmp_path)))
    assert {term.sources for term in known.terms_in("league")} == {(Citation("More, Utopia", "book II"),)}


def test_a_table_of_members_belongs_to_something(tmp_path: Path) -> None:
    write(tmp_path, **{**league(""), "memberships__club_csv": TERMS})
    with pytest.raises(UnreadableSheet, match=r"memberships/club\.csv: club is no organisation or agreement; rename"):
        compile_texts(tmp_path)
    write(tmp_path, organisations__club=OTHER)
    with pytest.raises(UnreadableSheet, match=r"memberships/club\.csv: it has no sheet of sources; write club\.toml"):
        compile_texts(tmp_path)


def test_a_sheet_of_sources_without_a_table_is_refused(tmp_path: Path) -> None:
    write(tmp_path, organisations__club=OTHER, memberships__club=SOURCE)
    with pytest.raises(UnreadableSheet, match=r"memberships/club\.toml: it has no table of terms; write club\.csv"):
        compile_texts(tmp_path)


def test_a_term_may_rest_on_several_sources(tmp_path: Path) -> None:
    sheets = league("UTO,member,1516,,,,more erewhon,\n", STATE)
    other = '[[source]]\nkey = "erewhon"\nwork = "Butler, Erewhon"\nat = "chapter 1"\nof = ["source"]\n'
    sheets["memberships__league"] += other
    known = Reference(json.loads(compile_texts(write(tmp_path, **sheets))))
    (term,) = known.terms_in("league")
    assert [source.work for source in term.sources] == ["More, Utopia", "Butler, Erewhon"]
    assert term.source == "More, Utopia, book II; Butler, Erewhon, chapter 1"
