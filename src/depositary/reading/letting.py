"""Letting in: a body that agrees to an entry approves it, and the one that is to enter is to join.

"ASEAN leaders agreed in principle to the admission of Timor-Leste": approval by ASEAN, done; joining by Timor-Leste,
planned.
"""

from __future__ import annotations

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.firmness import Stance
from depositary.reading.infinitives import negated
from depositary.reading.lexicon import Place
from depositary.reading.naming import is_collective
from depositary.reading.parties import Parties
from depositary.reading.subjects import subject
from depositary.terms import Action

_AGREE = frozenset({"agree", "vote", "decide"})
_WHO = frozenset("leader minister member head state country government council summit bloc body delegate ally".split())
_ENTRIES = frozenset({Action.JOIN, Action.ACCEDE})
_ENTRY_NOUNS = frozenset("admission accession entry membership readmission joining".split())
_UP = ("xcomp", "ccomp", "advcl", "obl", "acl", "nmod", "obj")


def agreed_to_let_in(a: Analysed, act: Act, parties: Parties, how: Stance) -> int | None:
    """The verb by which a body, or those who speak for it, agreed that another may enter; None in any other clause."""
    if act.frame.action not in _ENTRIES or how.demander is not None or how.refuser is not None:
        return None
    if act.is_nominal and a.lemma(act.index) not in _ENTRY_NOUNS:
        return None
    if not act.is_nominal and act.frame.actor is not Place.OBJECT:
        return None
    verb = a.tokens[act.index].head
    if a.tokens[act.index].relation not in _UP or a.lemma(verb) not in _AGREE or verb >= act.index:
        return None
    helpers = {a.lower[child] for child in a.tree.related(verb, "aux", "mark")}
    is_done = a.tokens[verb].tag in ("VBD", "VBN") and not helpers & {"will", "would", "to", "if", "may", "could"}
    if not is_done or negated(a, verb):
        return None
    who = subject(a, parties, verb)
    if who.participants:
        return verb if all(map(is_collective, who.participants)) else None
    heads = a.tree.related(verb, "nsubj")
    return verb if heads and a.lemma(heads[0]) in _WHO else None
