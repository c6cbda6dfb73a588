"""Who may say what: authority is weighed per dimension and by what the speaker is to the act."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from depositary.claims import Dimension, Profile, Witness, parse_lines, profile, rank, witness
from depositary.reference import AgreementEntry, Source
from depositary.reference import Witness as SourceKind
from depositary.terms import AgreementKind, AgreementRef, Participant, ParticipantKind


def entry(id: str, depositary: str | None = None, body: str | None = None, *sides: str) -> AgreementEntry:
    """An agreement of the reference."""
    return AgreementEntry(AgreementRef(id, id), (), "binding", (), depositary=depositary, body=body, sides=sides)


class Known:
    """A reference of four agreements, three sources and two names."""

    def __init__(self) -> None:
        self.agreements: Mapping[str, AgreementEntry] = {
            "nato": entry("nato", "USA", "nato"),
            "paris-agreement": entry("paris-agreement", "un-secretary-general", "unfccc"),
            "new-start": entry("new-start", None, None, "USA", "RUS"),
        }

    def find_source(self, outlet: str) -> Source | None:
        """Sources by name."""
        kinds = {
            "Axios": (SourceKind.OUTLET, None),
            "TASS": (SourceKind.STATE_MEDIA, "RUS"),
            "MFA of Sweden": (SourceKind.OFFICIAL, "SWE"),
            "NATO Newsroom": (SourceKind.ORGANISATION, "nato"),
            "UN Treaty Collection": (SourceKind.DEPOSITARY, "un-secretary-general"),
        }
        if outlet not in kinds:
            return None
        kind, participant = kinds[outlet]
        return Source(outlet, outlet, kind, (), participant)

    def find_participants(self, text: str) -> tuple[Participant, ...]:
        """Participants by name; "Congo" is ambiguous."""
        named = {
            "Sweden": (Participant("SWE", "Sweden"),),
            "NATO": (Participant("nato", "NATO", ParticipantKind.ORGANISATION),),
            "Congo": (Participant("COD", "DR Congo"), Participant("COG", "Congo")),
        }
        return named.get(text, ())


@pytest.mark.parametrize(
    ("agreement", "rest", "expected"),
    [
        ("nato", "government/SWE: Kristersson", Witness.SELF),
        ("nato", "officials/SWE: Swedish officials", Witness.SELF),
        ("nato", "organisation/nato: Stoltenberg", Witness.ORGANISATION),
        ("nato", "government/USA: Blinken", Witness.DEPOSITARY),
        ("nato", "government/USA: Blinken | with=USA", Witness.COUNTERPARTY),
        ("nato", "depositary/USA: State Department", Witness.DEPOSITARY),
        ("nato", "depositary/RUS: the Russian depositary", Witness.OFFICIAL_OTHER),
        ("nato", "depositary: the depositary", Witness.DEPOSITARY),
        ("somewhere-new", "depositary/CHE: the Swiss Federal Council", Witness.DEPOSITARY),
        ("nato", "government/HUN: Orbán", Witness.OFFICIAL_OTHER),
        ("nato", "government: the minister", Witness.OFFICIAL_OTHER),
        ("new-start", "government/RUS: Ryabkov", Witness.COUNTERPARTY),
        ("ecowas", "organisation/ecowas: the Commission", Witness.ORGANISATION),
        ("paris-agreement", "organisation/unfccc: the secretariat", Witness.ORGANISATION),
        ("nato", "person: Jane Doe", Witness.PRESS_NAMED),
        ("nato", "government/SWE: Kristersson | agency: Reuters", Witness.PRESS_NAMED),
        ("nato", "agency: Reuters | government/SWE: Kristersson", Witness.SELF),
        ("nato", "anonymous: people familiar with the matter", Witness.PRESS_ANONYMOUS),
        ("nato", "outlet=Axios", Witness.PRESS_NAMED),
        ("nato", "outlet=TASS", Witness.PRESS_NAMED),
        ("nato", "outlet=The Unknown Gazette", Witness.PRESS_NAMED),
        ("nato", "outlet=Congo", Witness.PRESS_NAMED),
        ("nato", "", Witness.PRESS_NAMED),
        ("nato", "outlet=MFA of Sweden", Witness.SELF),
        ("nato", "outlet=Sweden", Witness.SELF),
        ("nato", "outlet=NATO", Witness.ORGANISATION),
        ("nato", "outlet=NATO Newsroom", Witness.ORGANISATION),
        ("paris-agreement", "outlet=UN Treaty Collection", Witness.DEPOSITARY),
        ("nato", "outlet=UN Treaty Collection", Witness.OFFICIAL_OTHER),
        ("paris-agreement", "outlet=UN Treaty Collection | anonymous: sources", Witness.PRESS_ANONYMOUS),
    ],
)
def test_a_voice_is_what_it_is_to_the_act(agreement: str, rest: str, expected: Witness) -> None:
    (recorded,) = parse_lines(f"2024-03-07 | SWE | deposit | {agreement} | happened | 2024-03-07 | {rest}")
    assert witness(recorded, Known()) is expected


def test_a_body_speaks_of_its_own_act_as_itself() -> None:
    (recorded,) = parse_lines("2024-03-07 | nato | invite | nato | happened | - | self | with=SWE")
    assert witness(recorded, Known()) is Witness.SELF


def test_a_side_speaks_of_an_act_of_the_agreement_as_a_side() -> None:
    (recorded,) = parse_lines("2026-02-05 | - | terminate | new-start | happened | - | government/USA: Rubio")
    assert witness(recorded, Known()) is Witness.COUNTERPARTY


@pytest.mark.parametrize(
    ("dimension", "kind", "best_first"),
    [
        (Dimension.CONSENT, AgreementKind.TREATY, "depositary | self = organisation = rule | counterparty | press"),
        (Dimension.CONSENT, AgreementKind.POLITICAL, "self | organisation = counterparty | press"),
        (Dimension.FORCE, AgreementKind.TREATY, "depositary | rule = organisation | counterparty = self | press"),
        (Dimension.FORCE, AgreementKind.ORGANISATION, "depositary | rule = organisation | counterparty = self | press"),
        (Dimension.FORCE, AgreementKind.POLITICAL, "self | organisation | counterparty | press"),
        (Dimension.APPLICATION, AgreementKind.TREATY, "self = organisation = counterparty | press"),
        (Dimension.INTENT, AgreementKind.TREATY, "self | organisation = counterparty | press"),
        (Dimension.INTENT, AgreementKind.RELATION, "self | counterparty | press"),
    ],
)
def test_authority_is_per_dimension(dimension: Dimension, kind: AgreementKind, best_first: str) -> None:
    words = {"press": Witness.PRESS_NAMED}
    ranks = []
    for group in best_first.split(" | "):
        witnesses = [words.get(word) or Witness(word) for word in group.split(" = ")]
        equal = {rank(dimension, one, profile(kind)) for one in witnesses}
        assert len(equal) == 1
        ranks.append(equal.pop())
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize("dimension", Dimension)
@pytest.mark.parametrize("kind", AgreementKind)
def test_parties_go_before_the_press_and_a_ruling_before_all(dimension: Dimension, kind: AgreementKind) -> None:
    ranks = {one: rank(dimension, one, profile(kind)) for one in Witness}
    press = {Witness.PRESS_NAMED, Witness.PRESS_ANONYMOUS}
    assert ranks[Witness.REVIEWER] < min(value for one, value in ranks.items() if one is not Witness.REVIEWER)
    assert max(value for one, value in ranks.items() if one not in press) < 4 <= ranks[Witness.PRESS_NAMED]
    assert ranks[Witness.PRESS_NAMED] < ranks[Witness.PRESS_ANONYMOUS]


def test_what_kind_of_agreement_it_is_is_said_for_each_kind() -> None:
    assert {kind: profile(kind) for kind in AgreementKind if profile(kind) is Profile.POLITICAL} == {
        AgreementKind.POLITICAL: Profile.POLITICAL,
        AgreementKind.RELATION: Profile.POLITICAL,
        AgreementKind.MEMORANDUM: Profile.POLITICAL,
    }
