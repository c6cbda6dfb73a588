"""Reports that repeat one report are one witness."""

from __future__ import annotations

import pytest

from depositary.claims import Origin, independent, origin, parse_lines

LINE = "2025-11-06 | KAZ | join | abraham-accords | expected | 2025-11-06"


def test_two_outlets_that_pass_on_one_agency_are_one_witness() -> None:
    world = parse_lines(
        f"{LINE} | agency: Axios | officials/USA: US officials | outlet=Tengri\n"
        f"{LINE} | agency: axios | officials/USA: a US official | outlet=Astana Times\n"
        f"{LINE} | officials/USA: US officials | outlet=Axios\n"
    )
    assert independent(world) == 1
    assert origin(world[0]) == Origin("axios", "usa")


@pytest.mark.parametrize(
    "others",
    [
        "officials/USA: US officials | outlet=AFP",
        "government/KAZ: Tokayev | outlet=Axios",
        "outlet=Axios",
        "",
    ],
    ids=["another outlet", "another speaker", "the outlet itself", "no outlet"],
)
def test_another_outlet_or_another_speaker_is_another_witness(others: str) -> None:
    assert independent(parse_lines(f"{LINE} | officials/USA: US officials | outlet=Axios\n{LINE} | {others}")) == 2


def test_nothing_said_has_no_witness() -> None:
    assert independent(()) == 0
