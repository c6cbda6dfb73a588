"""Sections: the compiled file cut by its lines says what it says when it is parsed whole."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import depositary.reference
from depositary.reference.compiler import written
from depositary.reference.reference import ARTEFACT
from depositary.reference.sections import Sections

WHOLE = Path(depositary.reference.__file__).with_name(ARTEFACT).read_bytes()
KEYS = st.text(st.characters(codec="utf-8"), max_size=8)
ROWS = st.one_of(st.dictionaries(KEYS, st.one_of(KEYS, st.integers(), st.none())), st.lists(KEYS, max_size=3))


def test_every_section_is_what_the_file_says() -> None:
    cut = Sections(WHOLE)
    for name, section in json.loads(WHOLE).items():
        found = cut[name]
        assert (dict(found) if isinstance(section, dict) else list(found)) == section


def test_one_entry_is_found_without_the_others() -> None:
    cut, whole = Sections(WHOLE), json.loads(WHOLE)
    assert cut["participants"]["KAZ"] == whole["participants"]["KAZ"]
    assert cut["cited"][7] == whole["cited"][7]
    assert "nobody" not in cut["participants"]
    assert len(cut["agreements"]) == len(whole["agreements"])


@given(st.dictionaries(KEYS, ROWS, max_size=4), st.lists(ROWS, max_size=4))
def test_whatever_the_rows_say_the_cut_is_right(entries: dict[str, object], listed: list[object]) -> None:
    cut = Sections(written({"entries": entries, "listed": listed}).encode())
    assert {id: cut["entries"][id] for id in entries} == entries
    assert dict(cut["entries"]) == entries
    assert [cut["listed"][at] for at in range(len(listed))] == listed
    assert list(cut["listed"]) == listed


def test_what_is_not_there_is_no_section() -> None:
    with pytest.raises(KeyError):
        Sections(b'{"entries":{\n\n}}\n')["people"]
