"""By the eye: who acts, told from where names stand when the tree names nobody."""

from __future__ import annotations

from depositary.reading.analysis import Analysed
from depositary.reading.clauses import CLAUSE_BREAK
from depositary.reading.parties import Parties
from depositary.reading.party import Party

_UP = 4
_FARTHEST_LEFT = 14
"""Tokens that the eye looks back from a verb for who acts, when the tree names nobody."""


def right_before(a: Analysed, parties: Parties, verb: int) -> Party:
    """Who stands right before the verb, by the eye: "Six years after the war, Japan today signed".

    Nobody where the name hangs from a preposition ("an agreement with Turkey signed in 2016").
    """
    timed = a.timed
    at = verb - 1
    while at >= 0 and (
        at in timed or a.tokens[at].pos in ("ADV", "AUX", "PART") or (a.tokens[at].pos == "ADP" and at + 1 in timed)
    ):
        at -= 1
    if at < 0 or not (a.is_participant(at) or a.tokens[at].pos in ("NOUN", "PROPN")):
        return Party()
    party = parties.of(a, at)
    if not party.is_settled or (a.is_participant(at) and a.at[at].is_adjective):
        return Party()
    first = min((at, *party.indexes)) - 1
    while first >= 0 and a.tokens[first].pos in ("DET", "ADJ", "NUM"):
        first -= 1
    if first < 0 or a.tokens[first].pos != "ADP":
        return party
    return _after_comma(a, parties, at)


def _after_comma(a: Analysed, parties: Parties, last: int) -> Party:
    """ "Before it left for Brussels, Kenya and Chad signed": the names after the comma, not what stands before it."""
    run = [index for index in a.coordinated(last) if index <= last]
    comma = next((at for at in range(last, min(run, default=last), -1) if a.lower[at] == ","), None)
    own = [index for index in run if comma is not None and index > comma]
    return parties.only(a, own) if own and own != run else Party()


def by_the_eye(a: Analysed, parties: Parties, verb: int) -> Party:
    """The nearest names or offices to the left in the same clause: all that a heading gives."""
    for left in range(verb - 1, max(-1, verb - _FARTHEST_LEFT), -1):
        if a.lower[left] in CLAUSE_BREAK:
            break
        token = a.tokens[left]
        if not a.is_heading and _is_in_another_clause(a, left, verb):
            continue  # "the commission, which Canada is hosting, is to open talks"
        if left in a.at or token.pos in ("NOUN", "PROPN", "PRON"):
            cases = a.cases(left)
            if cases and not a.is_heading and token.relation.startswith(("obl", "nmod")):
                continue
            party = parties.of(a, left)
            if party.is_settled:
                mention = a.at.get(left)
                if mention is not None and mention.is_adjective and not a.is_heading:
                    continue
                return party
    return Party()


def _is_in_another_clause(a: Analysed, index: int, verb: int) -> bool:
    """Whether the word stands in a relative clause that the verb is no part of."""
    node = index
    for _ in range(_UP):
        node = a.tokens[node].head
        if a.tokens[node].relation == "acl:relcl":
            return verb not in a.tree.subtree(node)
        if a.tokens[node].head == node:
            return False
    return False
