"""The measures on texts that others marked: what counts as an expression of time, as certain, as an event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import certainty, events, meantime, times

TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22">March 22, 2013</TIMEX3></DCT><TEXT>
Talks began on <TIMEX3 tid="t1" type="DATE" value="{value}">May 4, 2011</TIMEX3> and lasted
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.</TEXT></TimeML>"""

TOKENS = "Ford may close plants||March 7 , 2004||Ford might close plants and did not say more on Friday .".split("||")
ARTICLE = """<?xml version="1.0" ?><Document>{tokens}<Markables>
<TIMEX3 m_id="1" type="DATE" value="2004-03-07" functionInDocument="CREATION_TIME"/>
<TIMEX3 m_id="2" type="DATE" value="2004-03-05" functionInDocument="NONE"><token_anchor t_id="19"/></TIMEX3>
<EVENT_MENTION m_id="3" pos="VERB" certainty="POSSIBLE" polarity="POS" time="FUTURE">
<token_anchor t_id="11"/></EVENT_MENTION>
<EVENT_MENTION m_id="4" pos="VERB" certainty="CERTAIN" polarity="NEG" time="NON_FUTURE">
<token_anchor t_id="16"/></EVENT_MENTION>
</Markables></Document>"""


def article(folder: Path) -> None:
    words = [(number, word) for number, line in enumerate(TOKENS) for word in line.split()]
    tokens = "".join(f'<token sentence="{n}" t_id="{at}">{word}</token>' for at, (n, word) in enumerate(words, 1))
    (folder / "one.xml").write_text(ARTICLE.format(tokens=tokens), encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2011-05-04", "days  1 marked, F1 strict 1.000, relaxed 1.000 (precision 1.000, recall 1.000), value 1.000"),
        ("2011-05-05", "days  1 marked, F1 strict 1.000, relaxed 1.000 (precision 1.000, recall 1.000), value 0.000"),
    ],
)
def test_a_time_is_right_with_the_marked_characters_and_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], value: str, said: str
) -> None:
    (tmp_path / "one.tml").write_text(TIMEML.format(value=value), encoding="utf-8")
    times.main([str(tmp_path), "--errors", "9"])
    shown = capsys.readouterr().out
    assert said in shown
    assert "all   2 marked" in shown


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2013-03", "2013-03"),
        ("2013-22", "2013-SU"),
        ("2013-34", "2013-Q2"),
        ("2013-41", "2013-H2"),
        ("2010/2019", "201"),
        ("2013-03-11/2013-03-17", "2013-W11"),
        ("2013-03-12/2013-03-18", "2013-03-12/2013-03-18"),
        ("2003~", "2003"),
    ],
)
def test_values_are_those_of_timex(edtf: str, value: str) -> None:
    assert times.timex(edtf) == value


def test_an_article_is_read_with_what_was_marked_in_it(tmp_path: Path) -> None:
    article(tmp_path)
    (one,) = meantime.articles(tmp_path)
    assert one.text.splitlines()[2] == "Ford might close plants and did not say more on Friday."
    assert [one.text[begin:end] for begin, end in one.times] == ["Friday"]
    assert [one.text[slice(*event.place)] for event in one.events] == ["close", "say"]
    assert one.published.isoformat() == "2004-03-07"


def test_a_file_with_entities_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.xml").write_text('<!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>', encoding="utf-8")
    assert list(meantime.articles(tmp_path)) == []
    assert "left out" in capsys.readouterr().out


def test_how_firmly_a_word_is_said_is_compared_with_its_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(tmp_path)
    certainty.main([str(tmp_path)])
    said = capsys.readouterr().out
    assert "not certain  2 words, right 1.000 (commonest 0.500)" in said
    assert "denied       2 words, right 1.000" in said
    assert "to come      2 words, right 1.000" in said


def test_an_event_is_right_with_its_class_and_its_actor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def record(number: int, event: str, text: str, *codes: str) -> dict[str, object]:
        source = [{"actorText": code, "code": code} for code in codes]
        return {"id": f"one-{number}", "event": event, "text": text, "source": source}

    records = [
        {"id": "zero", "event": "DOCUMENT"},
        record(1, "SUPPORT", "Ghana signed the Kyoto Protocol on Monday.", "GHA"),
        record(2, "SUPPORT", "Togo signed the Kyoto Protocol on Monday.", "BEN"),
        record(3, "FIGHT", "Soldiers fired at a bridge.", "TGO"),
    ]
    file = tmp_path / "records.txt"
    file.write_text(json.dumps(records), encoding="utf-8")
    events.main([str(file), "--errors"])
    said = capsys.readouterr().out
    assert "3 records, 2 claims, precision 0.500, recall 0.333, F1 0.400" in said
    assert "TGO SUPPORT, not [('SUPPORT', 'BEN')]" in said
