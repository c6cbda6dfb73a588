"""Infinitives: what the words around "to sign", "to be signed" and a bare "sign" say of how firm it is."""

from __future__ import annotations

from depositary.reading.analysis import Analysed
from depositary.reading.firmness import Stance
from depositary.reading.organs import BILLS, SIGNS, verb_over
from depositary.terms import Modality

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "cannot"})
LIKELY = frozenset({"probably", "presumably", "likely"})
"""Beside "will" these tell what others foresee, and not what is decided."""
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_WITH_SUBJUNCTIVE = frozenset({"recommend", "demand", "urge", "request", "advise", "require"})
"""Verbs that never tell of what is done: "recommended that their countries withdraw"."""
_TO_WITHIN = 6
"""How many words "to" may stand before its verb: "to be formally signed"."""
_EDGES = frozenset("point verge brink eve cusp threshold edge".split())
_BRINGING = frozenset({"lead", "led", "prompted", "caused", "enabled", "helped", "brought"})
_FIRST = frozenset("first second third fourth fifth last latest only next sole".split())
_SET = frozenset("set due expected poised slated scheduled likely".split())
_FIRST_WITHIN = 7
_ASIDE_WITHIN = 12
_GOVERNOR_WITHIN = 6
_CLAUSE_WITHIN = 30
"""How many words left of "the first to" the word may stand that makes a plan or a hypothesis of it."""


def effect_of(a: Analysed, head: int) -> str | None:
    """What a word that governs an act makes of it, by `rules/modality.toml`; None where it is no such word.

    "Needs to be ratified" is expected, "the need to ratify it" demanded.
    """
    form = a.form(head)
    if a.lemma(head) == "need":
        return "demanded" if a.tokens[head].pos == "NOUN" else "expected"
    operators = a.words.operators
    return operators.get(a.lemma(head)) or operators.get(a.lower[head]) or (operators.get(form.lemma) if form else None)


def negated(a: Analysed, head: int) -> int:
    """How often this word itself is negated: 0 or 1."""
    helpers = {a.lower[child] for child in a.tree.related(head, "aux", "advmod", "det")} | (
        {a.lower[head - 1]} if head and a.lower[head - 1] in NEGATIONS else set()
    )
    return int(bool(helpers & NEGATIONS))


def has_to(a: Analysed, index: int) -> bool:
    """Whether the verb is an infinitive with "to", active or passive."""
    tag = a.tokens[index].tag
    if tag == "VBN":
        return _passive_to(a, index) is not None
    return tag == "VB" and (
        any(a.lower[child] == "to" for child in a.tree.related(index, "mark", "case", "aux"))
        or (index > 0 and a.lower[index - 1] == "to")
    )


def _passive_to(a: Analysed, verb: int) -> int | None:
    """Where "to" stands in "to be (formally) signed"; None in any other passive."""
    left = verb - 1
    while left > 0 and a.tokens[left].pos == "ADV":
        left -= 1
    return left - 1 if left > 0 and a.lower[left - 1 : left + 1] == ("to", "be") else None


def bare_infinitive(a: Analysed, verb: int, found: Stance) -> int:
    """ "X to sign": the word before "to" governs, or nothing does and it is a plan."""
    at = next((left for left in range(verb - 1, max(-1, verb - _TO_WITHIN), -1) if a.lower[left] == "to"), None)
    timed = a.timed
    before = -1 if at is None else at - 1
    while before >= 0 and (before in timed or (before + 1 in timed and a.tokens[before].pos == "ADP")):
        before -= 1
    while before > 0 and a.tokens[before].pos == "ADV" and a.lower[before] not in NEGATIONS:
        before -= 1
    if before > 2 and a.lower[before] == ",":  # "called on Egypt, which has not signed, to join"
        opening = next((at for at in range(before - 1, max(0, before - _ASIDE_WITHIN), -1) if a.lower[at] == ","), None)
        if opening is not None and a.lower[opening + 1] in ("which", "who", "whose", "where"):
            before = opening - 1
        elif opening is not None and a.lower[opening + 1] == "and" and _FIRST & set(a.lower[opening:before]):
            before = opening - 1  # "became the 17th nation, and the third in Asia, to sign"
    if before < 0:
        found.weaken(Modality.PLANNED)
        return 0
    if a.lower[before] in ("nothing", "little"):
        return 1
    lemma = a.lemma(before)
    form = a.form(before)
    effect = a.words.operators.get(form.lemma if form is not None else lemma) or a.words.operators.get(lemma)
    if form is not None and form.lemma == "be":
        found.weaken(Modality.PLANNED)
        return negated(a, before)
    match effect:
        case "deny":
            found.refuser = before
            return 1
        case "expected" | "possible":
            found.weaken(Modality(effect))
        case "demanded":
            found.weaken(Modality.DEMANDED)
            found.demander = before
        case "through":
            found.is_voted = form is not None and form.lemma == "vote"
            _of_the_first(a, before, found)
        case _ if _is_of_the_first(a, before):
            _of_the_first(a, before, found)
        case _:
            if _is_brought_about(a, before) or _is_signed_law(a, before):
                return 0
            reach = _ASIDE_WITHIN if a.is_participant(before) else _GOVERNOR_WITHIN
            governor = next((left for left in range(before, max(-1, before - reach), -1) if is_demand(a, left)), None)
            if governor is not None:
                found.weaken(Modality.DEMANDED)
                found.demander = governor
            else:
                found.weaken(Modality.PLANNED)
    return negated(a, before)


def before_to(a: Analysed, verb: int) -> Modality:
    """What the noun before "to" makes of it, whatever the tree hangs it from: "repeats threat to quit"; else a plan."""
    to = next((at for at in range(verb - 1, max(0, verb - 4), -1) if a.lower[at] == "to"), None)
    if to and _is_signed_law(a, to - 1):
        return Modality.HAPPENED
    effect = a.words.operators.get(a.lemma(to - 1)) if to and a.tokens[to - 1].pos == "NOUN" else None
    return Modality(effect) if effect in ("possible", "expected") else Modality.PLANNED


def is_voted_for(a: Analysed, favour: int) -> bool:
    """ "Voted in favour of ratifying it": what is favoured was decided so; not "will vote", "did not vote"."""
    verb = a.tokens[favour].head
    is_past = a.tokens[verb].tag in ("VBD", "VBN") and a.lower[verb] == "voted"
    return is_past and a.lower[favour] in ("favour", "favor") and not negated(a, verb)


def _is_brought_about(a: Analysed, before: int) -> bool:
    """ "The accords led Chad to open ties": what was brought about is done."""
    if not a.is_participant(before):
        return False
    left = min(a.coordinated(before)) - 1
    while left > 0 and a.tokens[left].pos == "DET":
        left -= 1
    form = a.form(left)
    return a.tokens[left].tag in ("VBD", "VBN") and (form.lemma if form is not None else a.lower[left]) in _BRINGING


def _is_signed_law(a: Analysed, before: int) -> bool:
    """ "Has signed a law to ratify the protocol": by the signature of who ratifies, it is done."""
    if a.lemma(before) not in BILLS:
        return False
    sign = verb_over(a, before + 1, BILLS, SIGNS, 4)
    if sign is None or a.tokens[sign].tag not in ("VBD", "VBZ", "VBN"):
        return False
    return a.tokens[sign].tag != "VBN" or bool({"has", "have"} & set(a.lower[max(0, sign - 3) : sign]))


def _is_of_the_first(a: Analysed, before: int) -> bool:
    """ "The first big outside powers to subscribe", "among those to sign": the verb of the clause says how firmly."""
    if a.lower[before] == "those":
        return True
    left = before
    while (
        left > 0
        and a.tokens[left].pos in ("NOUN", "ADJ", "PROPN", "NUM", "ADP", "DET")
        and before - left < _FIRST_WITHIN
    ):
        if a.lower[left] in _FIRST:
            return True
        left -= 1
    return False


def _of_the_first(a: Analysed, before: int, found: Stance) -> None:
    """ "would have been the first member to", "will be the third country to": as firm as the verb of the clause."""
    for left in range(before, max(-1, before - _CLAUSE_WITHIN), -1):
        low = a.lower[left]
        if low == "making":
            return  # "deposited theirs, making them the 25th and 26th countries to ratify it"
        if low in (";", ":") or (a.tokens[left].pos == "VERB" and a.tokens[left].tag in ("VBD", "VBZ")):
            form = a.form(left)
            is_set = a.lower[left] != "set" or a.lower[left + 1 : left + 2] == ("to",)
            if is_set and form is not None and a.words.operators.get(form.lemma) == "expected":
                found.weaken(Modality.EXPECTED)
            return
        if low in ("would", "'d", "’d"):
            found.is_claim = "have" not in a.lower[left + 1 : left + 3]
            found.weaken(Modality.POSSIBLE)
            return
        if low in WILL or (low == "to" and a.lower[left - 1] in ("is", "are") and left < before):
            found.weaken(Modality.PLANNED)
            return
        if low in _SET and a.lower[left + 1 : left + 2] == ("to",):
            found.weaken(Modality.EXPECTED)
            return
        if low in _EDGES and a.lower[left + 1 : left + 2] == ("of",):
            found.weaken(Modality.EXPECTED)
            return
        if low in ("may", "might", "could") and a.tokens[left].pos == "AUX":
            found.weaken(Modality.POSSIBLE)
            return


def demander_of_bare(a: Analysed, verb: int) -> int | None:
    """Who demands it, of a bare verb after a singular: "recommends that Australia ratify it" has no "ratifies"."""
    token = a.tokens[verb]
    form = a.form(verb)
    is_bare = token.tag in ("VB", "VBP") or (token.tag == "VBD" and form is not None and form.tag == "VBD")  # "quit"
    if not is_bare or form is None or a.lower[verb] != form.lemma or form.lemma == "be":
        return None
    if token.relation.startswith("acl"):  # "told him that it would join the body, which the other quit in 2013"
        return None
    if a.tree.related(verb, "aux") or a.tokens[verb - 1].pos in ("AUX", "PART"):
        return None
    is_of_one = any(a.is_participant(at) and len(a.coordinated(at)) == 1 for at in a.tree.related(verb, "nsubj"))
    that = next((left for left in range(verb - 1, -1, -1) if a.lower[left] == "that"), None)
    if that is None:
        return None
    demand = next((left for left in range(that - 1, -1, -1) if is_demand(a, left, also_misread=True)), None)
    form = a.form(demand) if demand is not None else None
    return demand if is_of_one or (form is not None and form.lemma in _WITH_SUBJUNCTIVE) else None


def is_demand(a: Analysed, index: int, *, also_misread: bool = False) -> bool:
    """Whether somebody demands something by this word; a noun counts only where it may be a verb misread."""
    form = a.form(index)
    if form is None or not (a.tokens[index].pos == "VERB" or also_misread):
        return False
    return a.words.operators.get(form.lemma) == "demanded"


def is_talk(a: Analysed, call: int) -> bool:
    """Whether it is a call by telephone: "will hold a video call to", "a phone call"."""
    verb = a.lemma(a.tokens[call].head)
    kinds = {a.lower[child] for child in a.tree.related(call, "compound", "amod")}
    return verb in ("hold", "have", "schedule", "plan") or bool(kinds & {"phone", "video", "telephone", "conference"})
