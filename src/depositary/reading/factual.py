"""Factual: whether what is said as if it had happened has; nouns, gerunds and inversions often only speak of it."""

from __future__ import annotations

from itertools import pairwise

from depositary.reading.analysis import Analysed
from depositary.reading.clauses import whose_failing
from depositary.reading.firmness import Stance
from depositary.reading.infinitives import WILL, negated
from depositary.reading.phrases import IN_FAVOUR
from depositary.terms import Action, Modality

_ONLY_SPOKEN_OF = frozenset(
    (
        "approve back support endorse favour favor discuss negotiate consider seek review examine propose "
        "oppose bless ratify clear greenlight advocate promote stall postpone delay defer halt block veto "
        "obstruct await prepare plan envisage debate demand want stop hinder thwart derail hamper jeopardise "
        "jeopardize threaten study recommend reject question doubt expect revoke annul cancel rescind reverse "
        "scrap"
    ).split()
)
"""Verbs whose object or passive subject is no fact yet: "backs Ukraine's accession", "its signing was postponed"."""
_NOT_YET = frozenset(
    "stage negotiation talk path road bid hope prospect process idea possibility question formality condition "
    "requirement step way chance plan procedure discussion debate timetable".split()
)
"""Nouns that what is not done yet has: "Kenya's path to joining", "its accession is at the final stage of talks"."""
_BY_DOING = frozenset("by after since in upon on following despite before without until".split())
"""What leads a gerund that has been done, or whose own word says that it has not."""
_COMES_TO_NOTHING = frozenset({"stall", "stop", "hang", "fail", "collapse"})
_PUTS_OFF = frozenset({"delay", "postpone", "defer"})
"""What is put off until a day is done on that day."""
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning", "against", "for"})
"""What leads a topic: "a bill on the country's withdrawal"."""
_BEGINS = frozenset({"start", "begin", "keep", "continue"})
_OPEN_MATTERS = frozenset("talk fear dispute row vote debate question doubt uncertainty referendum bill split".split())
"""What is had over an act that may never come: "fears over its exit"; "regrets over its exit" are of one that came."""
_TOWARDS = frozenset({"to", "for", "from", "towards", "toward", "about", "of"})
_ACCUSED_WITHIN = 8
_NEARLY = frozenset({"nearly", "almost", "virtually", "practically"})
_FALSE = frozenset("false untrue wrong baseless unfounded incorrect fake fabricated inaccurate groundless".split())
_TRUE = frozenset({"true", "correct", "accurate", "case"})
_OPEN = frozenset(
    ("under", noun) for noun in ("consideration", "discussion", "review", "study", "examination", "debate")
) | {("on", "table"), ("on", "agenda"), ("on", "cards"), ("in", "doubt"), ("in", "question"), ("in", "balance")}
"""What an act is that may come or not: "its withdrawal is under consideration"."""
_STANDING_IN_THE_WAY = frozenset({"veto", "objection"})
_GIVES_UP = frozenset("drop lift abandon withdraw end remove waive".split())
_KEPT_SO = frozenset("intact untouched unchanged alone unamended unaltered undisturbed".split())
_KEPT_WITHIN = 8
_SCHEMES = frozenset("decision plan bid move proposal intention".split())
_HOLDS_UP = frozenset("suspend freeze pause".split())
_GREETS = frozenset("welcome hail praise applaud condemn celebrate".split())
RUNNING = frozenset({Action.NEGOTIATE, Action.HOST_MEETING, Action.IMPLEMENT, Action.NOT_IMPLEMENTED})
"""What goes on for a while: a heading in the progressive tells of it, and of anything else as a plan."""
_PLANS = frozenset("plan intend hope want expect aim promise pledge vow mean wish".split())
_MAY = frozenset({"would", "'d", "’d", "could", "may", "might", "can"})


def settle(a: Analysed, index: int, found: Stance, *, is_nominal: bool) -> None:
    """Take back or weaken what would count as done, where the words around it do not say so."""
    if is_called_false(a, index):
        found.modality = Modality.HAPPENED if found.modality is Modality.DENIED else Modality.DENIED
        return
    if is_nominal and _is_way_cleared(a, a.tokens[index].head):
        found.is_claim = False  # "dropped its veto on Sweden's accession"
        return
    if _is_topic(a, index) or (not is_nominal and _is_left_so(a, index)):
        found.is_claim = False
        return
    if not is_nominal and _is_kept_so(a, index):
        found.is_claim = False  # "minded to leave the treaty as it stands"
        return
    if a.lower[max(0, index - 2) : index] == ("let", "alone"):
        found.modality = Modality.DENIED  # "has yet to take up the protocol, let alone approve it"
        return
    if found.modality in (Modality.PLANNED, Modality.EXPECTED) and _is_held_up(a, index):
        found.modality = Modality.POSSIBLE  # "has put on ice its decision to leave"
        return
    if found.modality is not Modality.HAPPENED:
        return
    if not is_nominal and (_is_nearly(a, index) or _is_inverted(a, index)):
        found.is_claim = False
    elif _is_running_heading(a, index) and a.tokens[index].tag == "VBG":
        if found.action not in RUNNING:
            found.weaken(Modality.PLANNED)
    elif a.tokens[index].tag == "VBG":
        _of_gerund(a, index, found)
    elif is_nominal:
        _of_noun(a, index, found)


def is_called_false(a: Analysed, index: int) -> bool:
    """ "Rumours that it has joined are false", "it is not true that it has joined"."""
    node = index
    for _ in range(4):
        head = a.tokens[node].head
        if head == node:
            return False
        if a.lower[head] in _FALSE and head != index:
            return not negated(a, head)
        if a.lower[head] in _TRUE and negated(a, head):
            return True
        node = head
    return False


def is_past_plan(a: Analysed, head: int, lemma: str, effect: str | None) -> bool:
    """ "Had planned to", "was supposed to", "is no longer expected to": nothing is foretold any more."""
    helpers = {a.lower[child] for child in a.tree.related(head, "aux", "cop")}
    if a.lower[head] == "supposed":
        return bool(helpers & {"was", "were", "had"})
    if effect not in ("planned", "expected", "possible"):
        return False
    is_over = a.lower[max(0, head - 2) : head] == ("no", "longer")
    return is_over or ("had" in helpers and "been" not in helpers and a.tokens[head].pos == "VERB" and lemma in _PLANS)


def _is_topic(a: Analysed, verb: int) -> bool:
    """ "News of Kenya joining", "opposes Ukraine joining": what is spoken of; "with Kenya joining in May" is told."""
    if a.tokens[verb].tag != "VBG" or verb == 0:
        return False
    if a.lower[verb - 1] in ("them", "it", "him", "her", "us", "their", "its"):
        return verb < 2 or a.lower[verb - 2] != "with"
    if not a.is_participant(verb - 1) or a.at[verb - 1].is_adjective:
        return False
    first = min(a.coordinated(verb - 1)) - 1
    while first >= 0 and (a.tokens[first].pos == "DET" or a.at.get(first) is a.at[verb - 1]):
        first -= 1
    if _is_running_heading(a, verb) or (first > 0 and a.lemma(first) in _GREETS and a.tokens[first].tag == "VBD"):
        return False  # "Britain exploring membership", "welcomed Kyrgyzstan joining"
    return first <= 0 or a.lower[first] != "with"


def _is_running_heading(a: Analysed, verb: int) -> bool:
    """Whether it is the one verb of a heading: "UK leaving pact" is "is leaving"."""
    return a.is_heading and a.tokens[verb].relation == "root" and bool(a.tree.related(verb, "nsubj"))


def _is_left_so(a: Analysed, verb: int) -> bool:
    """ "Will remain suspended": what lasts is told, and no act."""
    above = a.tokens[verb].head
    is_lasting = a.lemma(above) in ("remain", "stay") and above == verb - 1
    return is_lasting and a.tokens[verb].tag in ("VBN", "VBD", "JJ")


def _is_nearly(a: Analysed, verb: int) -> bool:
    """ "Nearly joined", "has all but joined"."""
    return a.lower[verb - 1] in _NEARLY or a.lower[max(0, verb - 2) : verb] == ("all", "but")


def _is_inverted(a: Analysed, verb: int) -> bool:
    """ "Had Kenya joined, Iran would have protested"."""
    subjects = a.tree.related(verb, "nsubj")
    first = min(subjects, default=0)
    return a.tokens[verb].tag in ("VBN", "VBD") and first > 0 and a.lower[first - 1] == "had" and "would" in a.lower


def _of_noun(a: Analysed, noun: int, found: Stance) -> None:
    token = a.tokens[noun]
    head = token.head
    if head == noun:
        return
    is_passive = token.relation == "nsubj:pass"
    is_open = any(word in _OPEN_MATTERS for word in (a.lemma(head), a.lemma(a.tokens[head].head)))
    about = _ABOUT if is_open and found.action is not Action.RECOGNISE else _ABOUT - {"over"}
    is_price = bool({"return", "exchange"} & set(a.lower[max(0, noun - 6) : noun]))  # "came in return for recognition"
    if set(a.cases(noun)) & about and noun + 1 not in a.timed and a.lower[noun] != "board" and not is_price:
        found.is_claim = False
        return
    if token.relation.startswith(("obj", "nsubj:pass")) and _is_form(a.lower[head], _ONLY_SPOKEN_OF):
        found.is_claim = _is_form(a.lower[head], _PUTS_OFF) and "until" in a.lower[head:]
    elif token.relation == "nsubj" or is_passive:
        _of_subject(a, head, found)
    elif token.relation.startswith("nmod") and _is_form(a.lower[head], _NOT_YET):
        found.weaken(Modality.POSSIBLE)


def _of_subject(a: Analysed, head: int, found: Stance) -> None:
    """What the verb or the adjective of the sentence says of an act that is its subject."""
    helpers = {a.lower[child] for child in a.tree.related(head, "aux", "cop")}
    low = a.lower[head]
    is_open = any((case, low) in _OPEN for case in a.cases(head))
    if helpers & _MAY or is_open or low in ("unlikely", "possible", "uncertain", "unclear", "doubtful"):
        found.weaken(Modality.POSSIBLE)
    elif helpers & WILL:
        found.weaken(Modality.PLANNED)
    elif low in ("impossible", "unthinkable") or _is_form(low, _COMES_TO_NOTHING):
        found.is_claim = False
    elif _is_form(low, _NOT_YET) or low in ("imminent", "pending", "likely", "near", "close"):
        found.weaken(Modality.EXPECTED)


def _of_gerund(a: Analysed, verb: int, found: Stance) -> None:
    if a.lower[max(0, verb - 2) : verb] in (("away", "from"), ("point", "of")):  # "hours away from entering"
        found.weaken(Modality.EXPECTED)
        return
    helpers = {a.lower[child] for child in a.tree.related(verb, "aux", "cop")}
    if helpers:
        return
    if a.tokens[verb].relation == "acl" and a.lemma(a.tokens[verb].head) == "instrument":
        found.is_claim = False  # "has yet to hand over its instrument ratifying the protocol"
        return
    leads = {a.lower[child] for child in a.tree.related(verb, "mark", "case")} | set(a.lower[max(0, verb - 1) : verb])
    if a.tokens[verb].relation == "xcomp" and a.lemma(a.tokens[verb].head) in _BEGINS:
        return  # "starts scaling back its commitments"
    if leads & _BY_DOING or (leads & {"for", "on"} and whose_failing(a, verb) is not None):
        return
    if a.lower[max(0, verb - 1) : verb] == ("that",):  # "concede that joining now is a gamble"
        found.is_claim = False
        return
    if "of" in leads and any(a.lower[at].startswith("accus") for at in range(max(0, verb - _ACCUSED_WITHIN), verb)):
        return
    is_favoured = a.lower[max(0, verb - 3) : verb] in IN_FAVOUR
    if is_favoured and {"voted", "votes", "vote"} & set(a.lower[max(0, verb - _ACCUSED_WITHIN) : verb]):
        return
    has_own = bool(a.tree.related(verb, "nsubj"))
    main = {a.lower[child] for child in a.tree.related(a.tree.root.index, "aux", "cop")}
    is_topic = a.tokens[verb].relation.startswith(("csubj", "nsubj", "obj"))
    if leads & _TOWARDS or is_topic or (has_own and main & (_MAY | WILL)):
        found.is_claim = False


def _is_form(low: str, words: frozenset[str]) -> bool:
    """Whether it is a form of one of these words: "stalled", "postponed", "talks"."""
    stems = {low, low[:-1], low[:-2], low[:-3], f"{low[:-3]}e"}
    return bool(stems & words)


def _is_way_cleared(a: Analysed, obstacle: int) -> bool:
    """Whether the word is a veto that somebody gives up: an entry under it is then neither denied nor done."""
    return a.lemma(obstacle) in _STANDING_IN_THE_WAY and a.lemma(a.tokens[obstacle].head) in _GIVES_UP


def _is_kept_so(a: Analysed, verb: int) -> bool:
    """ "Leave the treaty as it stands", "left the pact intact": nothing is done to it."""
    if a.lemma(verb) != "leave":
        return False
    after = a.lower[verb + 1 : verb + 1 + _KEPT_WITHIN]
    is_as = any(
        pair[0] == "as" and pair[1] in ("it", "they") and pair[2][:2] in ("st", "is", "wa", "ar", "we")
        for pair in zip(after, after[1:], after[2:], strict=False)
    )
    is_so = any(
        a.tokens[at].relation in ("xcomp", "advcl", "advmod")
        for at in range(verb + 1, verb + 1 + len(after))
        if a.lower[at] in _KEPT_SO
    )
    return is_as or is_so


def _is_held_up(a: Analysed, verb: int) -> bool:
    """Whether what would be done hangs on a decision or a plan that is put on hold."""
    noun = next((at for at in range(verb - 1, max(-1, verb - 4), -1) if a.lemma(at) in _SCHEMES), None)
    if noun is None:
        return False
    before = {a.lemma(at) for at in range(max(0, noun - 4), noun)}
    is_put = any(pair in (("on", "ice"), ("on", "hold")) for pair in pairwise(a.lower))
    return a.lemma(a.tokens[noun].head) in _HOLDS_UP or (is_put and "put" in before)
