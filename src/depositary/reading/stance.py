"""Stance: how firmly an act is said, told from its auxiliaries and from the words that govern it."""

from __future__ import annotations

from depositary.reading.analysis import Analysed
from depositary.reading.clauses import (
    FINITE,
    PAST,
    before_aside,
    has_modal,
    is_due,
    is_of_now,
    is_of_what_is_to_come,
    is_over_before,
    is_told_before,
)
from depositary.reading.conditions import has_condition, is_proviso
from depositary.reading.factual import RUNNING, is_past_plan, settle
from depositary.reading.firmness import Stance
from depositary.reading.infinitives import (
    LIKELY,
    NEGATIONS,
    WILL,
    bare_infinitive,
    before_to,
    demander_of_bare,
    effect_of,
    has_to,
    is_demand,
    is_talk,
    is_voted_for,
    negated,
)
from depositary.reading.polarity import is_none, is_only_since, is_yet_to
from depositary.terms import Action, Modality

_NONE = frozenset({"none", "nobody", "little", "nothing"})
_MAY = frozenset({"may", "might", "could", "can"})
_MUST = frozenset({"must", "should", "ought"})
_AFTER = frozenset("after since following with by despite through upon when because as though although while".split())
_BEFORE = frozenset({"before", "until", "till", "ahead", "pending", "towards", "toward"})
_ADJECTIVES = {
    "planned": Modality.PLANNED, "expected": Modality.EXPECTED, "anticipated": Modality.EXPECTED,
    "possible": Modality.POSSIBLE, "potential": Modality.POSSIBLE, "proposed": Modality.POSSIBLE,
    "eventual": Modality.POSSIBLE, "future": Modality.EXPECTED, "imminent": Modality.EXPECTED,
    "impending": Modality.EXPECTED, "intended": Modality.PLANNED, "upcoming": Modality.EXPECTED,
    "prospective": Modality.EXPECTED, "looming": Modality.EXPECTED, "threatened": Modality.POSSIBLE,
    "forthcoming": Modality.EXPECTED, "pending": Modality.EXPECTED, "scheduled": Modality.EXPECTED,
}  # fmt: skip
_HEARSAY = frozenset("report claim rumour rumor suggestion speculation allegation idea notion talk assertion".split())
"""Nouns of what is said, which may be denied: "denied reports that it would join"."""
_FORETELL = frozenset({"expect", "anticipate", "forecast", "predict", "foresee", "want"})
_FALLS = frozenset({"falls", "becomes", "takes", "comes", "begins", "starts", "is"})
"""Verbs of an act that is a noun, and of its day: "its exit falls on 1 July"."""
_VERB_WITHIN = 9
_DONE = frozenset({"do", "does", "did", "done", "doing"})
_AT_ONCE = ("with", "immediate", "effect")
_DONE_BY_SAYING = frozenset({Action.SEVER_RELATIONS, Action.RECOGNISE, Action.SUSPEND, Action.ESTABLISH_RELATIONS})
"""Acts of one State that are done when they are announced: "announced the severance of relations"."""
_CLAUSES = frozenset("xcomp ccomp acl advcl obj nsubj obl nmod conj csubj amod parataxis dep compound".split())
_TAKE_BACK = frozenset({"withdraw", "drop", "ditch", "pull", "end"})
_BIDS = frozenset({"application", "bid", "request", "candidacy", "plan"})
_KEEP = frozenset({"follow", "deliver", "act"})
_WISHES = frozenset({"want", "wish", "like", "prefer", "push"})
"""What one does of another's act: "wants the Duma to throw it out"."""


def stance(a: Analysed, index: int, *, is_nominal: bool, action: Action) -> Stance:
    """How the act at this token is said."""
    found = Stance(action=action)
    if a.lower[-1] == "?" or (a.text[a.sentence.start : a.sentence.end].rstrip("”\"' ").endswith("?")):
        found.is_claim = a.lower[0] == "why" and bool(
            NEGATIONS & set(a.lower[1:4])
        )  # "Why haven't they signed it yet?"
        if not found.is_claim:
            return found
    negations = 0
    if not is_nominal and "without" in _left_helpers(a, index):
        found.modality = Modality.DENIED
        return found
    if not is_nominal and index and a.lower[index - 1] == ":" and a.tokens[index].tag == "VB":
        found.demander = next((left for left in range(index - 2, -1, -1) if is_demand(a, left)), None)
        if found.demander is not None:
            found.modality = Modality.DEMANDED
            return found
    is_open = not is_nominal and "whether" in a.lower[max(0, index - 3) : index]
    if not is_nominal and (demander := demander_of_bare(a, index)) is not None:
        found.modality, found.demander = Modality.DEMANDED, demander
        return found
    is_told_ahead = not a.is_heading or action is Action.ENTER_INTO_FORCE
    found.is_present = is_told_ahead and _is_present(a, index, is_nominal=is_nominal)
    if is_nominal:
        negations += _of_nominal(a, index, found)
    else:
        negations += _of_verb(a, index, found, action)
    is_past_aside = not is_nominal and not has_to(a, index) and before_aside(a, index) is not None
    negations += 0 if is_past_aside else _climb(a, index, found, is_nominal=is_nominal)
    if is_proviso(a, index):
        found.weaken(Modality.CONDITIONAL)
    if negations % 2 == 1:
        found.modality = Modality.DENIED
    elif negations and found.modality is Modality.HAPPENED:
        found.is_claim = False
    if found.modality is not Modality.HAPPENED and found.modality is not Modality.DENIED and has_condition(a, index):
        found.modality = Modality.CONDITIONAL
    if is_open and found.modality is not Modality.DENIED:
        found.modality, found.demander = Modality.POSSIBLE, None
    settle(a, index, found, is_nominal=is_nominal)
    return found


def _of_verb(a: Analysed, verb: int, found: Stance, action: Action) -> int:
    clause = a.tokens[verb].head if a.tokens[verb].relation == "cop" else verb
    children = set(a.tree.children(verb)) | set(a.tree.related(clause, "aux", "advmod", "mark", "cop"))
    helpers = {
        a.lower[child]
        for child in children
        if a.tokens[child].relation.startswith(("aux", "cop", "advmod", "mark", "det"))
    }
    helpers |= _left_helpers(a, verb)
    negations = int(bool(helpers & NEGATIONS) or "neither" in a.lower[max(0, verb - 7) : verb])
    negations += any(a.lower[child] in _NONE for child in a.tree.related(verb, "nsubj"))
    negations += any(is_none(a, child) for child in a.tree.related(verb, "obj", "nsubj:pass", "nsubj"))
    if is_yet_to(a, verb, helpers):
        return negations + 1
    if negations == 1 and is_only_since(a, verb):
        found.is_since = True
        return 0
    if helpers & WILL:
        found.weaken(Modality.EXPECTED if helpers & LIKELY else Modality.PLANNED)
    elif helpers & {"would", "'d", "’d"} and helpers & {"have"} and a.tokens[verb].tag in ("VBN", "VBD"):
        found.is_claim = False
    elif helpers & {"would", "'d", "’d"}:
        found.weaken(Modality.PLANNED if _is_reported(a, clause) else Modality.POSSIBLE)
    elif helpers & _MAY:
        found.weaken(Modality.POSSIBLE)
    elif helpers & _MUST:
        found.weaken(Modality.EXPECTED if "still" in helpers else Modality.DEMANDED)
        found.is_claim = not negations  # "should not sign it": an opinion on what nobody did
    elif (
        a.tokens[verb].tag == "VBG"
        and helpers & {"is", "are", "was", "were", "'s", "’s", "be", "am"}
        and action not in RUNNING
        and a.lower[verb + 1 : verb + 4] != _AT_ONCE
    ):
        found.weaken(Modality.PLANNED)
    is_aside = a.tokens[clause].relation.startswith("acl") and not a.is_heading and not helpers & PAST
    if (
        is_aside
        and a.tokens[verb].tag == "VBZ"
        and {a.lower[at] for at in a.tree.related(a.tree.root.index, "aux")} & WILL
    ):
        found.weaken(Modality.PLANNED)  # "will sign a plan that brings his country into the initiative"
    if is_aside and action is Action.HOST_MEETING and is_of_what_is_to_come(a, clause):
        found.weaken(Modality.PLANNED)
    if a.tokens[verb].tag == "VBG" and helpers & _BEFORE and not is_told_before(a, verb):
        found.weaken(Modality.EXPECTED)
    return negations


def _is_present(a: Analysed, index: int, *, is_nominal: bool) -> bool:
    """Whether what is done stands in the present tense: "leaves", "its exit falls on"."""
    if not is_nominal:
        form = a.form(index)
        if a.tokens[index].tag == "VBG":  # "is hosting Friday's summit"
            return bool({a.lower[child] for child in a.tree.related(index, "aux")} & {"is", "are"})
        return a.tokens[index].tag == "VBZ" or (form is not None and form.tag == "VBZ")
    after = range(index + 1, min(len(a.tokens), index + _VERB_WITHIN))
    verb = next((at for at in after if at not in a.at and a.tokens[at].tag in ("VBZ", "VBP", "VBD", "MD")), None)
    return verb is not None and a.lower[verb] in _FALLS


def _left_helpers(a: Analysed, verb: int) -> set[str]:
    """Auxiliaries and negations that stand right before the verb, whatever the tree says."""
    found: set[str] = set()
    left = verb - 1
    while left >= 0 and left >= verb - 5:
        low = a.lower[left]
        if (
            a.tokens[left].pos in ("AUX", "PART", "ADV")
            or low in NEGATIONS
            or low in WILL | _MAY | _MUST
            or low in ("without", "would", "be", "been", "have", "has", "had", "yet")
        ):
            found.add(low)
        elif low not in ("also", "soon", "formally", "officially", "now"):
            break
        left -= 1
    return found


def _is_reported(a: Analysed, clause: int) -> bool:
    """Whether "would" is "will" as somebody said it: "he said it would join"."""
    if any(a.lower[index] in ("if", "unless") for index in range(len(a.tokens))):
        return False
    return any(form is not None and form.lemma in a.words.say for form in map(a.form, range(len(a.tokens)))) or (
        a.tokens[clause].relation in ("ccomp", "acl:relcl", "advcl")
    )


def _of_nominal(a: Analysed, noun: int, found: Stance) -> int:
    adjectives = {a.lower[child] for child in a.tree.related(noun, "amod", "compound", "det")}
    left = noun - 1
    while left >= 0 and a.tokens[left].pos in ("ADJ", "NOUN", "VERB", "DET", "PROPN") and noun - left <= 3:
        adjectives.add(a.lower[left])
        left -= 1
    for word, modality in _ADJECTIVES.items():
        if word in adjectives:
            found.weaken(modality)
    if set(a.cases(noun)) & _BEFORE or is_due(a, noun):
        found.weaken(Modality.EXPECTED)
    return int(bool({"no", "without"} & (adjectives | set(a.cases(noun)))))


def _climb(a: Analysed, index: int, found: Stance, *, is_nominal: bool) -> int:
    """Take in what each governing word does; returns how often it turns the polarity."""
    negations = 0
    node = a.tokens[index].head if a.tokens[index].relation == "cop" else index
    seen = {node}
    is_to = has_to(a, index)
    is_governed = False
    while a.tokens[node].head != node:
        relation = a.tokens[node].relation
        base = relation.partition(":")[0]
        head = a.tokens[node].head
        if head in seen or relation == "acl:relcl" or base not in _CLAUSES or is_over_before(a, node):
            break
        seen.add(head)
        marks = {a.lower[child] for child in a.tree.related(node, "mark", "case", "advmod") if child < node}
        marks -= _BEFORE if is_told_before(a, node) else frozenset()
        is_gerund = a.tokens[node].tag == "VBG" and not a.tree.related(node, "nsubj") and "after" in marks
        if "when" in marks and is_of_now(a, node):
            found.weaken(Modality.EXPECTED)
        if base in ("advcl", "obl", "nmod", "acl") and not is_gerund and (stop := _at_conjunction(marks, found)):
            return negations + (1 if stop == "without" else 0)
        if base in ("conj", "parataxis") and (a.tree.related(node, "nsubj") or node < head or has_modal(a, node)):
            break
        if ";" in a.lower[head:node] and a.tree.related(node, "nsubj"):
            break
        is_governed = is_governed or (is_to and a.lemma(head) == "use")
        if base == "conj" and a.tokens[node].tag == "VB" and a.tokens[head].tag == "VBG":
            above = a.tokens[head].head  # "to stop stalling and sign": beside "stop", whatever the tree says
            if a.tokens[above].tag == "VB" and above not in seen:
                seen.add(above)
                node, is_to = above, has_to(a, above)
                continue
        turned, goes_on = _govern(a, node, head, base, found, is_to=is_to, is_nominal=is_nominal)
        negations += turned
        if not goes_on:
            break
        node = head
        is_to = has_to(a, node)
    clause = a.tokens[index].head if a.tokens[index].relation == "cop" else index
    is_governed = is_governed or found.is_voted
    if not is_nominal and not is_governed and _is_bare(found, negations) and has_to(a, clause):
        negations += bare_infinitive(a, clause, found)
    return negations


def _is_bare(found: Stance, negations: int) -> bool:
    return found.modality is Modality.HAPPENED and not negations


def _at_conjunction(marks: set[str], found: Stance) -> str:
    """What a conjunction makes of the clause: it ends the climb where the clause stands for itself."""
    if "without" in marks:
        return "without"
    if marks & {"if", "unless", "whether", "once"}:
        found.weaken(Modality.CONDITIONAL)
        found.is_before = "once" in marks
        return "condition"
    if marks & _BEFORE:
        found.weaken(Modality.EXPECTED)
        found.is_before = True
        return "before"
    return "after" if marks & _AFTER and "to" not in marks else ""


def _govern(
    a: Analysed, node: int, head: int, base: str, found: Stance, *, is_to: bool, is_nominal: bool
) -> tuple[int, bool]:
    """The effect of one governing word, and whether to climb on."""
    lemma = a.lemma(head)
    low = a.lower[head]
    if lemma == "call" and a.tokens[head].pos == "NOUN" and a.lower[head + 1 : head + 2] not in (("on",), ("for",)):
        return 0, a.lower[head + 1 : head + 2] != ("to",) or is_talk(a, head)
    if low in ("following", "including", "regarding", "concerning"):
        return 0, False
    if base == "ccomp" and {"honour", "honor"} & set(a.lower[max(0, head - 3) : head]):
        return 0, False  # "has the honour to inform that"
    if is_nominal and found.action is Action.NOT_IMPLEMENTED and lemma in ("discuss", "debate", "raise", "review"):
        return 0, False  # "discussed Russia's violation of the treaty"
    effect = effect_of(a, head)
    is_beside = base == "conj" and a.tokens[node].tag == a.tokens[head].tag and a.tokens[node].tag in (*FINITE, "VB")
    is_beside = is_beside and (not is_to or a.tokens[node].tag == "VB")  # "to stop stalling and sign"
    if is_beside or (lemma == "open" and a.tokens[head].pos == "VERB"):
        effect = None  # "opened ties with the one and broke with the other"
    if base in ("acl", "ccomp") and lemma in _HEARSAY and a.tokens[head].pos == "NOUN":
        return negated(a, head), True
    is_finite_clause = base == "ccomp" and bool(a.tree.related(node, "nsubj")) and not is_to
    if is_finite_clause and effect not in ("possible", "expected", "demanded", "deny"):
        return 0, False
    if is_finite_clause and effect == "demanded" and (a.tokens[node].tag != "VB" or a.tree.related(node, "aux")):
        return 0, False
    if base == "ccomp" and effect in ("possible",) and lemma in ("warn",):
        return 0, False
    if base in ("obl", "nmod") and not (is_nominal or is_to or a.tokens[node].tag == "VBG"):
        return 0, False
    if base == "nsubj" and not is_nominal:
        return 0, False
    negations = negated(a, head)
    if is_to and {"little", "nothing"} & set(a.lower[head:node]) and _DONE & set(a.lower[max(0, head - 1) : node]):
        return negations + 1, False  # "has done little to apply it"
    if is_past_plan(a, head, lemma, effect):
        found.is_claim = False
        return 0, False
    if lemma == "have" and is_to:
        helpers = {a.lower[child] for child in a.tree.related(head, "aux")}
        found.weaken(Modality.CONDITIONAL if "would" in helpers else Modality.EXPECTED)
        return 0, False
    if lemma in ("delay", "postpone", "defer"):
        # "delayed until April 1999" was done then; what is put off without a day claims nothing
        found.is_claim = "until" in a.lower[head:]
        return 0, False
    if lemma == "go" and is_to and a.lower[head] == "going":
        found.weaken(Modality.PLANNED)  # "is going to quit"
        return negations, True
    if lemma in _BIDS and a.tokens[head].relation == "obj" and a.lemma(a.tokens[head].head) in _TAKE_BACK:
        return negations + 1, False  # "withdraws its application to join"
    if lemma == "vote" and "against" in {a.lower[child] for child in a.tree.related(node, "mark", "case")}:
        return negations + 1, True
    if effect == "possible" and lemma in _WISHES and is_to and any(at < node for at in a.tree.related(head, "obj")):
        effect = "demanded"  # "wants the Duma to throw it out"
    match effect:
        case "expected":
            found.weaken(Modality.EXPECTED)
            is_of_others = lemma in _FORETELL and a.tokens[head].pos == "VERB" and is_to
            if is_of_others and a.tree.related(head, "obj") and found.demander is None:
                found.demander = head  # "diplomats expect Washington to quit"
        case "planned":
            kept = a.tokens[head].head
            if a.lemma(kept) in _KEEP and a.tokens[head].relation == "obl" and negated(a, kept):
                return negations + 1, False  # "never followed through on its pledge to"
            is_done_by_saying = is_nominal and found.action in _DONE_BY_SAYING
            if (is_to or is_nominal) and not is_done_by_saying:
                found.weaken(Modality.PLANNED)
        case "possible" if is_voted_for(a, head):
            found.is_voted = True
            return negations, False
        case "possible":
            found.weaken(Modality.POSSIBLE)
        case "demanded":
            is_gerund = base == "xcomp" and a.tokens[node].tag == "VBG"  # "recommended quitting the pact"
            if is_to or is_nominal or base == "ccomp" or is_gerund:
                found.weaken(Modality.DEMANDED)
                found.demander = head if found.demander is None else found.demander
        case "deny":
            negations += 1
            found.refuser = head
        case _:
            if lemma == "vote" and (is_to or has_to(a, node)):
                found.is_voted = True
                return negations, a.tokens[head].relation == "advcl"
            if base == "advcl" and is_to and lemma == "make" and a.tokens[head].tag == "VBG":
                return 0, False  # "making them the 25th and 26th countries to ratify it"
            if base == "advcl" and is_to and effect != "through":
                found.weaken(before_to(a, node))
                return 0, False
            if base == "obj" and is_nominal and has_to(a, head) and effect is None:
                found.weaken(Modality.PLANNED)
                return 0, False
            if a.tokens[head].pos in ("VERB", "AUX") and base in ("xcomp", "conj", "advcl", "obj", "nsubj"):
                _auxiliaries(a, head, found)
                is_passed_on = base in ("xcomp", "conj", "advcl") or (base == "obj" and effect == "through")
                return (negations if base in ("xcomp", "conj") else 0), is_passed_on
            if base == "advcl" and is_to and a.tokens[head].pos in ("NOUN", "ADJ", "PROPN"):
                return negations, True
            is_of = base in ("acl", "nmod", "obl") and (is_nominal or a.tokens[node].tag == "VBG")
            return 0, (base in ("xcomp", "conj", "acl") and effect == "through") or is_of
    _auxiliaries(a, head, found)
    return negations, True


def _auxiliaries(a: Analysed, head: int, found: Stance) -> None:
    helpers = {a.lower[child] for child in a.tree.related(head, "aux", "cop")}
    if helpers & WILL or (helpers & {"would"} and _is_reported(a, head)):
        found.weaken(Modality.PLANNED)
    elif helpers & _MAY:
        found.weaken(Modality.POSSIBLE)
