"""The page of this room says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from depositary.claims import Dimension, Profile, Witness, parse_lines, print_lines, rank

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "claims.md").read_text(encoding="utf-8")
ROWS = {"rule (final clause)": Witness.RULE}


def test_the_lines_of_the_page_are_claims() -> None:
    (block,) = re.findall(r"```text\n(.*?)```", PAGE, flags=re.DOTALL)
    claims = parse_lines(block)
    assert len(claims) == 3
    assert parse_lines(print_lines(claims)) == claims


def test_the_table_of_the_page_is_the_matrix() -> None:
    columns = [(profile, dimension) for profile in Profile for dimension in Dimension]
    found = {}
    for row in re.findall(r"^\| ([a-z].*?) \|((?: -?\d \|){8})$", PAGE, flags=re.MULTILINE):
        name, cells = row
        who = ROWS.get(name) or Witness(name.replace("official, other", "official other"))
        found[who] = [int(cell) for cell in cells.split("|")[:-1]]
    assert found == {
        who: [rank(dimension, who, profile) for profile, dimension in columns]
        for who in Witness
        if who is not Witness.REVIEWER
    }
