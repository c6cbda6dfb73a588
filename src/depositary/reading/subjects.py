"""Subjects: who acts, found by the tree, through control, coordination and relative clauses, or by the eye."""

from __future__ import annotations

from depositary.reading.analysis import Analysed
from depositary.reading.beside import called_kin, stands_for_a_state
from depositary.reading.clauses import (
    BEGIN_CLAUSE,
    FINITE,
    after_a_day,
    before_aside,
    on_behalf_of,
    opening_of_aside,
    whose_failing,
)
from depositary.reading.eye import by_the_eye, right_before
from depositary.reading.mention import Thing
from depositary.reading.parties import Parties
from depositary.reading.party import Party

_OBJECT_CONTROL = frozenset(
    (
        "urge ask call press tell invite allow let order instruct direct want demand persuade permit enable "
        "encourage request require implore exhort pressure beg advise authorise authorize expect push"
    ).split()
)
_MAKE = frozenset({"make", "leave", "render"})
_HAVE = frozenset({"has", "have", "had", "having", "’ve", "'ve"})
_BE = frozenset("be been being is are was were got gets".split())
_RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
_RANKS = frozenset("first second third next last latest only".split())
_DONE_TO = frozenset("reach strike sign conclude agree seal clinch finalise finalize initial ratify".split())


def subject(a: Analysed, parties: Parties, verb: int, *, depth: int = 0) -> Party:
    """The party that does what the verb says; an empty one where the sentence names none."""
    if depth > 6:
        return Party()
    if (principal := on_behalf_of(a, verb)) is not None:
        return parties.of(a, principal)
    if verb and a.lower[verb - 1] == "without":
        main = next((left for left in range(verb - 2, -1, -1) if a.tokens[left].pos == "VERB"), None)
        if main is not None:
            return subject(a, parties, main, depth=depth + 1)
    if a.tokens[verb].tag in ("VBN", "VBD") and a.lower[verb + 1 : verb + 2] == ("by",) and a.lemma(verb) != "vote":
        return agent(a, parties, verb)
    if a.tokens[verb].tag == "VBG" and verb and a.is_participant(verb - 1) and not a.at[verb - 1].is_adjective:
        return parties.of(a, verb - 1)
    if (inverted := _after_copula(a, parties, verb) or _among_the_first(a, parties, verb)).is_settled:
        return inverted
    closed = _past_apposition(a, parties, verb)
    if closed.is_settled:
        return closed
    clause = _of_own_clause(a, parties, verb)
    if clause.is_settled:
        return clause
    controlled = _controlled(a, parties, verb)
    if controlled.is_settled:
        return controlled
    found: Party | None = None
    heads = a.tree.related(verb, "nsubj")
    if (
        len(heads) > 1 and "whose" in a.lower[heads[0] : heads[-1]]
    ):  # "South Sudan, whose independence Kenya recognised"
        heads = heads[-1:]
    for child in heads:
        if is_passive(a, verb) and a.tokens[child].relation == "nsubj:pass":
            continue
        if a.lower[child] == "that" and child and child - 1 in a.timed:  # "said on Thursday that others had asked"
            continue
        is_both = child > 0 and a.lower[child] in ("both", "all", "each") and a.lower[child - 1] in _RELATIVE
        if a.lower[child] in _RELATIVE or is_both:  # "Chad and Mali, which both applied"
            return _antecedent(a, parties, verb)
        if child in a.timed:
            continue
        party = parties.of(a, child)
        if party.is_settled:
            return party
        apposed = next((at for at in a.tree.related(child, "appos") if at < verb and a.is_participant(at)), None)
        if apposed is not None and not a.at[apposed].is_adjective:
            return parties.of(a, apposed)
        beside = _before_apposition(a, parties, child, verb)
        if beside.is_settled:
            return beside
        found = party
    if found is not None:
        return right_before(a, parties, verb)
    for child in after_a_day(a, verb):
        party = parties.of(a, child)
        if party.is_settled:
            return party
    token = a.tokens[verb]
    is_told_of_it = token.relation == "acl" and token.head == verb - 1 and a.is_participant(verb - 1)
    if is_told_of_it and a.tokens[token.head].relation in ("root", "conj", "parataxis"):  # "Brazil signed in June"
        return parties.of(a, verb - 1)
    if is_passive(a, verb):
        return agent(a, parties, verb)
    return _inherited(a, parties, verb, depth)


def _of_own_clause(a: Analysed, parties: Parties, verb: int) -> Party:
    """ "Since India and Pakistan joined": the names between the conjunction and the verb, whatever they hang from."""
    name = verb - 1
    while name > 0 and a.tokens[name].pos in ("AUX", "ADV"):
        name -= 1
    is_finite = a.tokens[verb].tag in FINITE or name < verb - 1
    if name < 1 or not is_finite or not a.is_participant(name) or a.at[name].is_adjective:
        return Party()
    first = min(a.coordinated(name))
    while first > 0 and (a.is_participant(first - 1) or a.tokens[first - 1].pos == "DET"):
        first -= 1
    is_anew = first > 1 and a.lower[first - 1] in ("and", "but") and a.lower[first - 2] in (",", ";")
    return parties.of(a, name) if first and (a.lower[first - 1] in BEGIN_CLAUSE or is_anew) else Party()


def _past_apposition(a: Analysed, parties: Parties, verb: int) -> Party:
    """Who stands before the words between commas right before the verb."""
    name = before_aside(a, verb)
    if name is not None and ":" in a.lower[name:verb]:
        return Party()  # "Friedrich Merz, a little later: the EU must sign"
    if name is not None:
        return parties.of(a, name)
    opening = opening_of_aside(a, verb)
    noun = opening - 1 if opening is not None else None
    if noun is None or noun in a.at or a.tree.related(verb, "nsubj") or not stands_for_a_state(a, noun):
        return Party()
    people = [at for at in range(noun + 2, verb) if a.is_participant(at) and a.at[at].thing is Thing.PERSON]
    if len({a.at[at].ids for at in people}) > 1 and a.tokens[noun].tag == "NNS":
        return parties.only(a, people)  # "the ministers of the two countries, Laura Sarabia and Wang Yi, were to sign"
    above = a.tokens[noun].head  # "the ministers of the two countries, A and B, were to sign"
    is_of = a.tokens[noun].relation == "nmod" and stands_for_a_state(a, above)
    return parties.of(a, above if is_of else noun)


def _among_the_first(a: Analysed, parties: Parties, verb: int) -> Party:
    """ "Norway and Senegal among the first to sign": who stands before "among"."""
    if verb < 5 or a.lower[verb - 4 : verb] != ("among", "the", "first", "to"):
        return Party()
    name = verb - 5
    return parties.of(a, name) if a.is_participant(name) and not a.at[name].is_adjective else Party()


def _after_copula(a: Analysed, parties: Parties, verb: int) -> Party:
    """ "The last to join were Albania and Croatia", "the first country to ratify it was Chad": who stands after it."""
    if verb < 2 or a.lower[verb - 1] != "to" or not _RANKS & set(a.lower[max(0, verb - 4) : verb - 1]):
        return Party()
    before = [at for at in range(max(0, verb - 5), verb) if a.lower[at] in _BE]
    for at in range(verb + 1, min(len(a.tokens), verb + 9)):
        if a.lower[at] in (",", ";", "and") or before:
            return Party()
        if a.lower[at] in ("was", "were", "is", "are"):
            name = next((n for n in range(at + 1, min(len(a.tokens), at + 3)) if a.is_participant(n)), None)
            return parties.of(a, name) if name is not None and not a.at[name].is_adjective else Party()
    return Party()


def _before_apposition(a: Analysed, parties: Parties, noun: int, verb: int) -> Party:
    """ "It and Indonesia, its former ruler, have kept ties": who stands before the words between commas."""
    first = min(a.phrase(noun, ("det", "amod", "compound", "nmod:poss")))
    name = first - 2
    is_closed = "," in a.lower[noun + 1 : verb]
    if name < 0 or a.lower[first - 1] != "," or not is_closed or not a.is_participant(name) or a.at[name].is_adjective:
        return Party()
    while name > 0 and a.at.get(name - 1) is a.at[name]:
        name -= 1
    is_beside_pronoun = name > 1 and a.lower[name - 1] == "and" and a.lower[name - 2] in ("it", "he", "she", "they")
    return parties.of(a, name - 2 if is_beside_pronoun else name)


def _controlled(a: Analysed, parties: Parties, verb: int) -> Party:
    """Who is to act in "urges A and B to sign", "accuses A of breaking", "tells A: ratify"."""
    at = verb - 1
    while at > 0 and a.tokens[at].pos == "ADV":
        at -= 1
    before = a.lower[at] if verb else ""
    if before in ("to", "for", "on") and (faulted := whose_failing(a, verb)) is not None:
        return parties.of(a, faulted)
    if before not in ("to", "of", ":") or (before == "of" and a.tokens[verb].tag != "VBG"):
        return Party()
    for left in range(verb - 2, max(-1, verb - 24), -1):
        if a.lower[left] == "that" and a.tokens[left].pos == "SCONJ":
            return Party()
        form = a.form(left)
        is_headline_verb = a.is_heading and form is not None and form.tag == "VBZ"
        if form is None or left in a.at or not (is_headline_verb or a.tokens[left].pos in ("VERB", "NOUN")):
            continue
        is_noun = a.tokens[left].pos == "NOUN" and not is_headline_verb
        if is_noun and a.lower[left + 1] not in ("on", "for"):
            continue
        is_control = form.lemma == "accuse" if before == "of" else form.lemma in _OBJECT_CONTROL
        if not is_control:
            if a.tokens[left].pos == "VERB" and a.tokens[left].tag != "VBN":
                return Party()
            continue
        for name in range(left + 1, at):
            is_of_noun = a.tokens[name].relation == "compound" and a.tokens[name].head > name
            if is_of_noun and a.tokens[name].head not in a.at and (listed := parties.of(a, a.tokens[name].head)):
                return listed  # "urged the EU holdouts, Chad and Mali, to recognise it"
            if a.tokens[name].relation == "nmod:poss" and called_kin(a, a.tokens[name].head):
                return parties.of(a, a.tokens[name].head)  # "invited Russia's neighbour Finland to join"
            if a.is_participant(name) and not a.at[name].is_adjective:
                return parties.of(a, name)
            if a.tokens[name].pos == "NOUN" and stands_for_a_state(a, name):
                party = parties.of(a, name)
                if party or (party.is_anaphoric and party.number != 1):
                    return party
        who = [name for name in a.tree.related(left, "obj", "iobj") if a.tokens[name].pos == "NOUN"]
        is_somebody = "others" in a.lower[left + 1 : at] or any(not stands_for_a_state(a, name) for name in who)
        return Party(is_unnamed=is_somebody)  # "asked States to encourage others to ratify", "lets its holder leave"
    return Party()


def passive_subject(a: Analysed, parties: Parties, verb: int, *, depth: int = 0) -> Party:
    """The party to whom the verb is done, in the place of a subject: "Belarus was admitted"."""
    closed = _past_apposition(a, parties, verb)
    if closed.is_settled:
        return closed
    for child in a.tree.related(verb, "nsubj"):
        if a.lower[child] in _RELATIVE:
            return _antecedent(a, parties, verb)
        return parties.of(a, child)
    return _inherited(a, parties, verb, depth)


def agent(a: Analysed, parties: Parties, verb: int) -> Party:
    """The party behind "by"; of what was signed "between" two, both."""
    for case in ("by", "between", "among"):
        for child in a.tree.related(verb, "obl", "nmod"):
            if case in a.cases(child):
                return parties.of(a, child)
    return Party()


def is_passive(a: Analysed, verb: int) -> bool:
    """Whether the verb stands in the passive: "was signed", "a treaty signed in May"."""
    token = a.tokens[verb]
    helpers = {a.lower[child] for child in a.tree.related(verb, "aux", "cop")}
    if helpers & _HAVE and not helpers & _BE:
        return False
    if token.tag == "VB" and not a.tree.related(verb, "aux:pass"):
        return False
    is_active = token.tag == "VBD" and not helpers & _BE and not a.is_heading  # "Chad, which applied in May"
    is_active = is_active and any(a.lower[child] in _RELATIVE for child in a.tree.related(verb, "nsubj:pass"))
    if not helpers and not a.is_heading and _are_states(a, verb):
        return False
    if a.tree.related(verb, "aux:pass", "nsubj:pass") and not is_active:
        return True
    if token.relation == "advcl" and a.tree.related(verb, "obj"):
        return False
    if token.tag == "VBD" and a.lemma(verb) in _DONE_TO and not a.tree.related(verb, "obj", "aux"):
        heads = a.tree.related(verb, "nsubj")  # "says deal reached with Chad"
        if heads and heads[0] not in a.at and a.words.is_noun(a.lemma(heads[0]), "agreement"):
            return True
    if token.tag not in ("VBN", "VBD") or a.tree.related(verb, "nsubj", "aux"):
        return False
    if helpers & _BE:
        return token.tag in ("VBN", "VBD")
    if token.tag == "VBD" and token.relation == "acl":
        return True
    return token.tag == "VBN" and token.relation in ("acl", "advcl", "amod", "parataxis", "root", "dep")


def _are_states(a: Analysed, verb: int) -> bool:
    """ "Eight countries, Japan among them, signed on 13 October": a past tense taken for a participle."""
    heads = [at for at in a.tree.related(verb, "nsubj:pass") if at < verb]
    is_end = a.tokens[verb].relation in ("root", "conj", "parataxis") and a.lower[verb + 1 : verb + 2] in (
        ("on",),
        ("in",),
        (".",),
    )
    return is_end and any(a.lower[at] in ("countries", "states", "nations", "members") for at in heads)


def _inherited(a: Analysed, parties: Parties, verb: int, depth: int) -> Party:
    token = a.tokens[verb]
    head = token.head
    relation = token.relation
    if head == verb:
        return by_the_eye(a, parties, verb)
    governor = a.tokens[head]
    base = relation.partition(":")[0]
    if a.lower[head] in ("little", "nothing") and governor.head != head:  # "has done little to apply it"
        return subject(a, parties, governor.head, depth=depth + 1)
    if relation == "acl:relcl":
        found = parties.of(a, head)
        return found if found.is_settled else by_the_eye(a, parties, verb)
    if base == "acl" and governor.pos in ("NOUN", "PROPN", "PRON", "ADJ", "DET"):
        return _of_noun(a, parties, head, verb, depth)
    if base in ("xcomp", "ccomp", "advcl", "conj", "obl", "parataxis", "dep") and (
        governor.pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN")
    ):
        if base in ("xcomp", "ccomp") and a.lemma(head) in _OBJECT_CONTROL:
            for child in a.tree.related(head, "obj", "iobj", "obl"):
                party = parties.of(a, child)
                if party.is_settled and child > head:
                    return party
        if base == "conj" and is_passive(a, head) and not is_passive(a, verb):
            passive = passive_subject(a, parties, head, depth=depth + 1)
            if passive.is_settled:
                return passive
        found = subject(a, parties, head, depth=depth + 1)
        if found.is_settled:
            return found
        if is_passive(a, head):
            found = passive_subject(a, parties, head, depth=depth + 1)
            if found.is_settled:
                return found
    return by_the_eye(a, parties, verb)


def _of_noun(a: Analysed, parties: Parties, noun: int, verb: int, depth: int) -> Party:
    """Who acts in "plans to join", "the latest nation to join", "Emirates signing in September"."""
    if a.tree.related(noun, "cop"):  # "Rome was the only one in it, having signed up in March"
        party = next((parties.of(a, child) for child in a.tree.related(noun, "nsubj") if child < noun), Party())
        if party.is_settled:
            return party
    for child in a.tree.related(noun, "nsubj"):  # "the President plans to", taken for a noun
        party = parties.of(a, child)
        if party.is_settled and a.tokens[noun].tag == "NNS" and child == noun - 1:
            return party
    if a.tokens[verb].tag == "VBG" or a.is_participant(noun):
        party = parties.of(a, noun)
        if party.is_settled:
            return party
    head = a.tokens[noun].head
    is_as = a.tokens[noun].relation == "obl" and "as" in a.cases(noun)  # "leaving Chad as the only one to join"
    is_made = is_as or a.tokens[noun].relation == "xcomp"  # "makes Chad the first African State to join"
    if is_made and a.lemma(head) in _MAKE:
        made = next((at for at in a.tree.related(head, "obj") if a.is_participant(at)), None)
        if made is not None:
            return parties.of(a, made)
    for child in a.tree.related(noun, "nmod:poss", "compound", "amod"):
        party = parties.of(a, child)
        if party.is_anaphoric and a.tokens[noun].relation == "obl":  # "Chad never followed through on its pledge to"
            party = next((who for at in a.tree.related(head, "nsubj") if (who := parties.of(a, at))), party)
        if party.is_settled:
            return party
    if head != noun:
        if a.tokens[noun].relation.startswith("nsubj"):
            return parties.of(a, noun) or by_the_eye(a, parties, verb)
        found = subject(a, parties, head, depth=depth + 1)
        if found.is_settled:
            return found
        return passive_subject(a, parties, head, depth=depth + 1)
    found = subject(a, parties, noun, depth=depth + 1)
    return found if found.is_settled else by_the_eye(a, parties, verb)


def _antecedent(a: Analysed, parties: Parties, verb: int) -> Party:
    head = a.tokens[verb].head
    if head != verb:
        party = parties.of(a, head)
        if party.is_settled and not party.is_unnamed:
            return party
    for left in range(verb - 1, max(-1, verb - 10), -1):
        is_only_of_it = a.tokens[left].head == head and a.tokens[left].relation in ("compound", "amod")
        if a.is_participant(left) and not is_only_of_it:
            return parties.of(a, left)
    return Party()
