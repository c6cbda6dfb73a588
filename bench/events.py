"""Events: what a coder of all political events would make of sentences, and what of it concerns agreements.

Reads the gold standard records of PLOVER (`gold_standard_records/PLOVER_GSR_CAMEO.txt` of openeventdata/PLOVER,
CC BY-SA 4.0), which are measured and not shipped: `python -m bench.events FILE`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any  # JSON

from depositary.documents import Document
from depositary.reading import standard_reader
from depositary.terms import Action, Claim, Modality

PUBLISHED = """\
Published for these records: UniversalPetrarch precision .502, recall .317, F1 .389, by class of event. Ours are not
made for them: a record is of any act of politics, most of which (fights, protests, aid, arrests) concern no agreement.
A claim is right where a record of its sentence has its class and names its actor on either side."""
DAY = date(2000, 1, 1)
"""The day that every record bears."""
CLASSES = {
    Action.NEGOTIATE: "CONSULT", Action.HOST_MEETING: "CONSULT",
    Action.CONCLUDE: "AGREE", Action.INITIAL: "AGREE", Action.APPROVE: "AGREE", Action.ACCEPT: "AGREE",
    Action.ANNOUNCE_INTENT: "AGREE", Action.INVITE: "AGREE", Action.EXTEND: "AGREE",
    Action.SIGN: "SUPPORT", Action.RATIFY: "SUPPORT", Action.JOIN: "SUPPORT", Action.ACCEDE: "SUPPORT",
    Action.IMPLEMENT: "SUPPORT", Action.RESUME: "SUPPORT", Action.RECOGNISE: "SUPPORT",
    Action.ESTABLISH_RELATIONS: "SUPPORT", Action.DECLINE: "REJECT", Action.NOT_IMPLEMENTED: "REJECT",
    Action.SUSPEND: "SANCTION", Action.EXPEL: "SANCTION", Action.SEVER_RELATIONS: "SANCTION",
    Action.WITHDRAW: "SANCTION", Action.DENOUNCE: "SANCTION", Action.TERMINATE: "SANCTION",
}  # fmt: skip
"""The class that PLOVER would give to an act of diplomacy that is done (formal acts: CAMEO 05, its SUPPORT)."""
Record = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the records of a file."""
    parser = argparse.ArgumentParser(prog="python -m bench.events", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the claims that no record bears out")
    asked = parser.parse_args(arguments)
    records = [each for each in json.loads(asked.file.read_text("utf-8")) if each["event"] != "DOCUMENT"]
    reader = standard_reader()
    right, made, by_class = 0, 0, Counter(each["event"] for each in records)
    met: set[str] = set()
    for text in dict.fromkeys(each["text"] for each in records):
        gold = [each for each in records if each["text"] == text]
        captured = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
        claims = reader.read(Document(gold[0]["id"], text, captured, published=DAY)).claims
        for event, actor in sorted({(class_of(claim), claim.actor.id) for claim in claims if claim.actor is not None}):
            made += 1
            borne = [each for each in gold if each["event"] == event and actor in codes(each)]
            right += bool(borne)
            met.update(each["id"] for each in borne)
            if not borne and asked.errors:
                print(f"  {actor} {event}, not {[(each['event'], *codes(each)) for each in gold]}: {text}")
    print(PUBLISHED)
    precision, recall = right / (made or 1), len(met) / (len(records) or 1)
    f1 = 2 * precision * recall / (precision + recall or 1)
    print(f"{len(records)} records, {made} claims, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    found = Counter(each["event"] for each in records if each["id"] in met)
    print("  " + ", ".join(f"{name} {found[name]} of {count}" for name, count in by_class.most_common()))


def class_of(claim: Claim) -> str:
    """The class of PLOVER that a claim falls in."""
    if claim.modality is Modality.DEMANDED:
        return "DEMAND"
    if claim.modality is Modality.DENIED:
        return "REJECT"
    of_act = CLASSES.get(claim.action, "SUPPORT")
    if claim.modality in (Modality.POSSIBLE, Modality.CONDITIONAL) and of_act == "SANCTION":
        return "THREATEN"
    return "AGREE" if claim.modality is not Modality.HAPPENED and of_act == "SUPPORT" else of_act


def codes(record: Record) -> Iterator[str]:
    """The codes of the actors of a record on either side."""
    for side in ("source", "target"):
        told = record.get(side) or []
        yield from (actor["code"] for actor in (told if isinstance(told, list) else [told]) if actor.get("code"))


if __name__ == "__main__":
    main()
