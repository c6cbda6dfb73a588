"""Members: those of a body as one group, who act together without being named: "WHO members", "the CIS countries"."""

from __future__ import annotations

from depositary.reading.analysis import Analysed
from depositary.reading.beside import run_before
from depositary.reading.naming import members_of
from depositary.reading.party import Party
from depositary.terms import Organ, Participant

_WHO_BELONG = frozenset({"member", "state", "country", "nation", "party"})
_SOME = frozenset("some several many few other most certain individual various".split())
_RESTRICTING = frozenset({("that",), ("which",), ("who",)})
_MARKS = frozenset("\n'’,(")


def all_of(a: Analysed, head: int, body: Participant, at: int, organ: Organ | None) -> Party:
    """The members of the body named at this token, whom the phrase with this head means; nobody where it means some."""
    several = next((n for n in (head, *a.tree.related(head, "nmod")) if a.lemma(n) in _WHO_BELONG), None)
    if several is None or a.tokens[several].tag not in ("NNS", "NNPS"):
        return Party()
    if len({a.at[n].ids for n in a.coordinated(at)}) > 1 or a.tree.related(several, "nummod"):
        return Party()  # "15 NATO members and Finland"
    if a.lower[several + 1 : several + 2] in _RESTRICTING or _SOME & run_before(a, min(at, several)):
        return Party(is_unnamed=True)  # "several EU countries"
    mention = a.at[at]
    phrase = a.text[mention.start : a.tokens[several].end]
    is_one = mention.start < a.tokens[several].start and not _MARKS & set(phrase)
    return Party((members_of(body, phrase if is_one else f"{mention.text} members"),), (at, several), organ)
