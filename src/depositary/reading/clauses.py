"""Clauses: where a clause begins, and which verb another one serves, when the tree hangs them elsewhere."""

from __future__ import annotations

from depositary.reading.analysis import Analysed

FINITE = frozenset({"VBD", "VBZ", "VBP"})
BEGIN_CLAUSE = frozenset("since after before until when once because".split())
_ASIDE_BEGINS = frozenset(
    (
        "the a an where who whose which its his her their now then once on in at after under like with for together "
        "along alongside flanked accompanied"
    ).split()
)
_PAST = frozenset({"has", "have", "had", "did"})
_DUE = frozenset(
    "due set expected scheduled planned slated billed tipped foreseen pencilled penciled anticipated".split()
)
_DUE_WITHIN = 12
_TIES = frozenset({"relation", "relations", "tie", "ties", "link", "links", "contact", "contacts"})
_STANDINGS = frozenset({"observer", "associate", "member", "membership", "partner"})
PAST = frozenset({"was", "were", "had", "did", "has", "have"})
_SUBJECTS = ("nsubj", "ccomp", "root", "conj", "parataxis", "appos", "dep")
_BEHALF_WITHIN = 9
_LONGEST_ASIDE = 20
"""Tokens between two commas after a name."""
_MEET = frozenset(
    (
        "hold meet join follow telephone speak appear stage attend gather phone call preside sit go face plan schedule"
    ).split()
)
_FARTHEST_MEETING = 26
CLAUSE_BREAK = frozenset({";", ":", "–", "—", "but"})


def is_past(a: Analysed, verb: int) -> bool:
    """Whether the verb is told as done, in a past tense: "signed", "has signed"; no present, and none of a heading."""
    helpers = {a.lower[child] for child in a.tree.related(verb, "aux")}
    is_told = not a.is_heading and a.tokens[verb].pos == "VERB"
    return is_told and (bool(helpers & _PAST) or (a.tokens[verb].tag == "VBD" and not helpers))


def opening_of_aside(a: Analysed, verb: int) -> int | None:
    """The comma that opens the words between commas right before the verb and its helpers; None without such words."""
    at = verb - 1
    while at > 0 and (a.tokens[at].pos in ("AUX", "ADV") or a.lower[at] == "to"):
        at -= 1
    has_subject = any(at < child < verb for child in a.tree.related(verb, "nsubj"))
    if at <= 1 or a.lower[at] != "," or has_subject:
        return None
    opening = next((left for left in range(at - 1, max(0, at - _LONGEST_ASIDE), -1) if a.lower[left] == ","), None)
    if opening is None or not opening:
        return None
    is_relative = (
        a.lower[opening + 1] in ("which", "who") and a.tokens[verb].tag == "VBN"
    )  # "Gabon, which left, rejoined"
    if a.tokens[verb].tag not in FINITE and at == verb - 1 and not is_relative:
        return None
    is_named = any(a.tokens[n].tag == "POS" or a.tokens[n].relation == "appos" for n in range(opening + 1, at))
    return opening if is_named or a.lower[opening + 1] in _ASIDE_BEGINS else None


def before_aside(a: Analysed, verb: int) -> int | None:
    """ "Chile, where the left fought it, did so": the name before the words between commas right before the verb."""
    opening = opening_of_aside(a, verb)
    if opening is None or not a.is_participant(opening - 1) or a.at[opening - 1].is_adjective:
        return None
    first = min(a.coordinated(opening - 1))
    while first > 0 and (a.is_participant(first - 1) or a.tokens[first - 1].pos == "DET"):
        first -= 1
    begins = first > 0 and a.lower[first - 1] in BEGIN_CLAUSE | {"that"}
    begins = begins or (a.lower[first] == "that" and first > 0)
    if a.tokens[opening - 1].relation == "appos" and a.at[opening - 1].agreement is not None:
        return None  # "joined its forerunner, the Community, in 2006, left it and"
    return opening - 1 if begins or a.tokens[opening - 1].relation.startswith(_SUBJECTS) else None


def meeting_verb(a: Analysed, verb: int) -> int | None:
    """The verb whose purpose this one is: "will [hold] a call with X to seal the accession"; None without one.

    A parser hangs "to seal" from the nearest noun, which is not who seals.
    """
    if verb < 2 or a.lower[verb - 1] != "to":
        return None
    for left in range(verb - 2, max(-1, verb - _FARTHEST_MEETING), -1):
        form = a.form(left)
        if a.lower[left] in CLAUSE_BREAK:
            return None
        is_meeting = a.lemma(left) in _MEET or (form is not None and form.lemma in _MEET) or a.lower[left] in _MEET
        if is_meeting and a.tokens[left].pos == "VERB":
            return left
        if a.tokens[left].tag in FINITE and left not in a.at:
            return None
    return None


def whose_failing(a: Analysed, verb: int) -> int | None:
    """ "Suspended Chad for having failed to adopt the rules", "condemned Chad for leaving": against whom it is held."""
    failure = a.tokens[verb].head
    if a.lower[failure - 1 : failure + 1] == ("its", "failure") and "against" in a.lower[: failure - 1]:
        held = a.lower.index("against")  # "proceedings against Chad over its failure to adopt the rules"
        return next((at for at in range(held + 1, failure) if a.is_participant(at)), None)
    above = a.tokens[verb].head if a.tokens[verb].relation == "xcomp" else verb
    leads = {a.lower[child] for child in a.tree.related(above, "mark", "case")}
    is_reason = bool({"for", "on"} & leads) and (a.tokens[above].tag == "VBG" or a.lemma(above) == "fail")
    if not is_reason or (above != verb and a.lemma(above) != "fail"):
        return None
    main = a.tokens[above].head
    return next((at for at in a.tree.related(main, "obj", "nsubj:pass") if a.is_participant(at)), None)


def after_a_day(a: Analysed, verb: int) -> list[int]:
    """ "On Sunday the protocol takes effect": the subject that was taken for a part of the day before it."""
    found = []
    for child in a.tree.related(verb, "obl", "obj", "compound"):
        first = min(a.phrase(child, ("case", "compound", "det", "amod", "nmod")))
        is_day = a.tokens[first].pos == "ADP" and first + 1 in a.timed
        if child < verb and child not in a.timed and is_day:
            found.append(child)
    return found


def on_behalf_of(a: Analysed, verb: int) -> int | None:
    """ "will sign on behalf of Kigali": for whom it is done, whoever does it."""
    for at in range(verb + 1, min(len(a.tokens), verb + _BEHALF_WITHIN)):
        if a.lower[at] in CLAUSE_BREAK:
            return None
        if a.lower[at : at + 3] in (("on", "behalf", "of"), ("in", "behalf", "of")):
            return next((n for n in range(at + 3, min(len(a.tokens), at + 6)) if a.is_participant(n)), None)
    return None


def is_over_before(a: Analysed, verb: int) -> bool:
    """ "Having rescinded its notice, it never ceased to be bound": done before, whatever becomes of the main verb."""
    return a.tokens[verb].relation == "advcl" and any(a.lower[at] == "having" for at in a.tree.related(verb, "aux"))


def has_modal(a: Analysed, verb: int) -> bool:
    """ "Does not want to talk and could leave": "could" says by itself how firm it is."""
    return any(a.tokens[at].tag == "MD" and a.lower[at] != "to" for at in a.tree.related(verb, "aux"))


def is_of_what_is_to_come(a: Analysed, clause: int) -> bool:
    """ "Is due to join at a summit that France is hosting": a meeting at which something is to be done."""
    noun = a.tokens[clause].head
    for verb in (a.tokens[noun].head, a.tree.root.index):
        token = a.tokens[verb]
        helpers = {a.lower[at] for at in a.tree.related(verb, "aux")}
        before = set(a.lower[max(0, verb - 4) : verb])
        is_infinitive = token.tag == "VB" and "to" in before
        if helpers & {"will", "would", "shall"} or is_infinitive or a.words.operators.get(a.lemma(verb)) == "expected":
            return not helpers & PAST
    return False


def is_of_another_frame(a: Analysed, verb: int, frame: str, noun: int | None) -> bool:
    """Whether the words beside the verb say that another frame is meant, or none.

    "Signed up to it" is no signing, "froze its own membership" nothing that a body does, and "candidate status" no
    standing of a member.
    """
    if frame == "sign":
        return a.lower[verb + 1 : verb + 2] == ("up",)
    if frame == "break-off" and a.lower[verb + 1 : verb + 2] in (("them",), ("it",)):
        return not any(a.lemma(at) in _TIES for at in range(verb))  # "resumed talks, only to break them off"
    if noun is not None and frame == "freeze-membership":
        return any(a.lower[at] in ("its", "their", "his", "her") for at in a.tree.related(noun, "nmod:poss"))
    return noun is not None and a.lower[noun] == "status" and a.lower[noun - 1] not in _STANDINGS


def is_done_at(a: Analysed, verb: int) -> bool:
    """ "Done at Valletta on 27 September 2013": how official texts say where and when a treaty was signed."""
    is_at = a.lower[verb] == "done" and a.lower[verb + 1 : verb + 2] in (("at",), ("in",))
    return is_at and any(at in a.timed for at in range(verb + 2, min(len(a.tokens), verb + 8)))


def leads_to_a_time(a: Analysed, index: int) -> bool:
    """Whether "in" is the preposition of a time: "came in May", not "came in two years ago"."""
    if a.lower[index] == "on":
        after = a.tokens[index + 1 : index + 2]
        return bool(after) and after[0].pos not in ("PUNCT", "CCONJ", "SCONJ") and a.lower[index + 1] != "to"
    if a.lower[index] != "in" or index + 1 not in a.timed:
        return False
    first = a.tokens[index + 1].text
    return first[0].isdigit() or first[0].isupper() or first in ("early", "late", "mid", "spring", "summer", "autumn")


def is_of_now(a: Analysed, verb: int) -> bool:
    """Whether the verb stands in the present tense: "when Armenia is brought in", "when it joins"."""
    helpers = {a.lower[child] for child in a.tree.related(verb, "aux", "cop")}
    form = a.form(verb)
    is_third = a.tokens[verb].tag in ("VBZ", "VBP") and form is not None and form.tag in ("VBZ", "VB")
    return bool(helpers & {"is", "are"}) or (is_third and not helpers)


def is_of_those_who(a: Analysed, noun: int) -> bool:
    """ "The first member of the Union to ratify it" has been a member before: it ratifies, and does not join."""
    to = noun + 1 + (a.lower[noun + 1 : noun + 2] == ("not",))
    if a.lower[to : to + 1] == ("to",) and a.tokens[to + 1 : to + 2]:
        return a.tokens[to + 1].tag == "VB"  # "the last ally to agree to it", "the only one not to have ratified it"
    if a.lower[noun + 1 : noun + 2] != ("of",):
        return False
    for at in range(noun + 3, min(len(a.tokens) - 1, noun + 7)):
        if a.lower[at] == "to" and a.tokens[at + 1].tag == "VB":
            return True
        if a.tokens[at].pos in ("PUNCT", "VERB"):
            return False
    return False


def is_due(a: Analysed, noun: int) -> bool:
    """ "Its entry, set for Friday, ...", "the signing due in May": a timetable stands right after the noun."""
    for at in range(noun + 1, min(len(a.tokens) - 1, noun + _DUE_WITHIN)):
        before = a.lower[at - 1]
        if a.tokens[at].pos in ("VERB", "AUX") and a.lower[at] not in _DUE:
            return False
        if a.lower[at] in _DUE and a.lower[at + 1] in ("on", "for", "in", "by", "at", "this", "next", "later", "to"):
            is_aside = before == "," or a.tokens[at].head == noun or at + 2 in a.timed
            return is_aside and before not in ("originally", "initially", "first", "was", "were", "been")
    return False


def is_told_before(a: Analysed, verb: int) -> bool:
    """ "Signed it in May before leaving it in 2013": both are told, each with its day or year."""
    is_past = a.tokens[a.tokens[verb].head].tag in ("VBD", "VBG") and a.tokens[verb].tag == "VBG"
    return is_past and bool(set(range(verb, verb + _DUE_WITHIN)) & a.timed)
