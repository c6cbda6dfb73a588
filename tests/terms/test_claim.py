"""A claim is named by what it says, and does not exist without evidence."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from depositary.terms import (
    Action,
    AgreementKind,
    AgreementRef,
    Attribution,
    Cell,
    Claim,
    ClaimWithoutEvidence,
    Modality,
    Moment,
    Organ,
    Participant,
    Role,
    Voice,
    cite,
)

TEXT = "Kazakhstan will join the Abraham Accords, US officials told Axios."
CLAIM = Claim(
    "axios-1",
    AgreementRef("abraham-accords", "Abraham Accords", AgreementKind.POLITICAL),
    Participant("KAZ", "Kazakhstan"),
    Action.JOIN,
    Modality.EXPECTED,
    (cite(TEXT, 0, 40), cite(TEXT, 42, 54)),
    counterparties=(Participant("ISR", "Israel"), Participant("USA", "United States")),
    moment=Moment.parse("2025-11-06"),
    attribution=Attribution((Voice("Axios", Role.AGENCY), Voice("US officials", Role.OFFICIALS, "USA"))),
    made_by="acts.join",
)
STATED = {  # each part of what is said, said otherwise
    "document": "axios-2",
    "agreement": AgreementRef("nato", "NATO", AgreementKind.ORGANISATION),
    "actor": None,
    "action": Action.SIGN,
    "modality": Modality.HAPPENED,
    "evidence": (cite(TEXT, 0, 40),),
    "counterparties": (),
    "moment": None,
    "effect": Moment.parse("2025-11-06"),
    "attribution": Attribution(),
    "organ": Organ.PARLIAMENT,
    "qualifier": "in principle",
}


def test_the_id_is_the_same_anywhere() -> None:
    assert CLAIM.id == "69095b85eb60735e"  # a change of it renames every claim of every register


@pytest.mark.parametrize("field", STATED)
def test_a_claim_that_says_something_else_has_another_id(field: str) -> None:
    assert replace(CLAIM, **{field: STATED[field]}).id != CLAIM.id  # type: ignore[arg-type]  # of the field's own type


def test_the_id_does_not_depend_on_which_step_made_the_claim() -> None:
    assert replace(CLAIM, made_by="another.step").id == CLAIM.id


def test_the_id_does_not_depend_on_the_order_of_the_counterparties() -> None:
    assert replace(CLAIM, counterparties=CLAIM.counterparties[::-1]).id == CLAIM.id


def test_the_order_of_the_voices_is_part_of_what_is_said() -> None:
    turned = Attribution(CLAIM.attribution.voices[::-1])
    assert replace(CLAIM, attribution=turned).id != CLAIM.id


def test_a_date_of_the_act_is_not_a_date_of_the_effect() -> None:
    assert replace(CLAIM, moment=None, effect=CLAIM.moment).id != CLAIM.id


def test_a_claim_without_evidence_does_not_exist() -> None:
    with pytest.raises(ClaimWithoutEvidence, match="axios-1"):
        replace(CLAIM, evidence=())


def test_a_cell_of_a_table_is_evidence_too() -> None:
    cells = [replace(CLAIM, evidence=(Cell("ab" * 32, row, 1, "5 Dec 1972 a"),)) for row in (3, 4)]
    assert cells[0].id != cells[1].id


def test_a_claim_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        CLAIM.actor = None  # type: ignore[misc]
