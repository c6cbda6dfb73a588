"""The audit draws the same facts for the same seed, some of every kind, each with its text and its source."""

from __future__ import annotations

import re
from functools import cache

import pytest

from bench.audit import FOLDER, main, sample, shares
from bench.facts import Fact, FactKind, by_kind, facts
from bench.places import Places
from depositary.reference import reference


@cache
def found() -> dict[FactKind, list[Fact]]:
    return by_kind(facts(reference(), Places(FOLDER)))


def test_the_same_seed_draws_the_same_facts() -> None:
    assert sample(found(), 7, 60) == sample(found(), 7, 60)
    assert sample(found(), 7, 60) != sample(found(), 8, 60)


@pytest.mark.parametrize("size", [len(FactKind), 100, 500])
def test_as_many_are_drawn_as_were_asked_for_and_some_of_every_kind(size: int) -> None:
    drawn = sample(found(), 1, size)
    assert len(drawn) == len(set(drawn)) == size
    assert {fact.kind for fact in drawn} == set(FactKind)


def test_a_kind_of_many_is_drawn_more_often_but_does_not_crowd_out_a_kind_of_few() -> None:
    drawn = shares({FactKind.NAME: 6400, FactKind.CAPITAL: 400, FactKind.ACT: 16}, 104)
    assert drawn == {FactKind.NAME: 80, FactKind.CAPITAL: 20, FactKind.ACT: 4}


def test_no_more_of_a_kind_are_drawn_than_there_are() -> None:
    assert shares({FactKind.NAME: 100, FactKind.ACT: 2, FactKind.CODE: 0}, 90) == {FactKind.NAME: 88, FactKind.ACT: 2}


def test_fewer_facts_than_kinds_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--facts", "3"])
    assert "A sample holds from 15 to" in capsys.readouterr().err


def test_every_fact_has_a_source_and_a_text() -> None:
    every = [fact for some in found().values() for fact in some]
    assert [fact.said for fact in every if not fact.sources or not all(one.work for one in fact.sources)] == []
    assert [fact.place for fact in every if not (FOLDER / fact.place.partition(" line ")[0]).is_file()] == []


def test_the_line_is_told_and_is_the_one() -> None:
    every = {fact.said: fact.place for some in found().values() for fact in some}
    place = every["“Astana” is the capital of Kazakhstan (KAZ), from 2022-09-17"]
    file, _, number = place.partition(" line ")
    line = (FOLDER / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert '"Astana"' in line and '"2022-09-17"' in line


def test_a_member_of_a_group_stands_in_the_list_of_its_days() -> None:
    every = {fact.said: fact.place for fact in found()[FactKind.LISTING]}
    places = [
        every[f"FRA belongs to Nuclear-weapon States (npt-nuclear-weapon-states), from {days}"]
        for days in ("1970-03-05 until 1991-12-24", "1991-12-25")
    ]
    lines = (FOLDER / places[0].partition(" line ")[0]).read_text(encoding="utf-8").splitlines()
    others = [lines[int(place.partition(" line ")[2]) - 1] for place in places]
    assert "SUN" in others[0] and "RUS" in others[1]


def test_the_report_counts_then_tells_each_fact(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--seed", "2", "--facts", "20"])
    printed = capsys.readouterr().out
    assert "Seed 2 draws 20." in printed.splitlines()[0]
    assert all(re.search(rf"^  {kind} +\d+ +\d+ seen$", printed, re.MULTILINE) for kind in FactKind)
    assert re.findall(r"^(\d+)\. ", printed, re.MULTILINE) == [str(number) for number in range(1, 21)]


def test_a_phrase_of_ours_is_no_fact() -> None:
    names = {fact.said for fact in found()[FactKind.NAME]}
    assert [said for said in names if "“Mine Ban Treaty” names" in said]
    assert [said for said in names if "“Artemis moon accord”" in said] == []
