"""Enough: whether words of wide use stand with enough beside them to be an act on an agreement."""

from __future__ import annotations

from depositary.reading.act import Act
from depositary.reading.actors import Actors
from depositary.reading.analysis import Analysed
from depositary.reading.beside import stands_for_a_state
from depositary.reading.lexicon import Kind
from depositary.reading.mention import Thing
from depositary.reading.organs import BILLS
from depositary.reading.subjects import is_passive
from depositary.reading.targets import Target
from depositary.reference import NameUse
from depositary.terms import Action, AgreementKind, ParticipantKind

_OWN_WORD = frozenset(
    {"readmission", "announcement", "participation", "membership", "accession", "adhesion", "intention", "entry"}
)
_OF_A_JOINING = frozenset(
    {
        "return",
        "admission",
        "decision",
        "news",
        "milestone",
        "step",
        "move",
        "thing",
        "matter",
        "formality",
        "procedure",
        "process",
        "paperwork",
        "occasion",
        "event",
        "signature",
    }
)
"""What may be announced of a joining told before: "the two will announce the decision in a call"."""
_SAID = frozenset({"declaration", "statement", "communique", "communiqué", "text", "letter", "decision"})
"""What is denounced as one denounces words, and not as one denounces a treaty."""
_OF_A_LEAVING = frozenset({"withdrawal", "exit", "departure", "pullout", "pull-out"})
_GOES_ON = frozenset({"keep", "have", "maintain", "retain", "enjoy"})
_SPORT = frozenset("friendly match qualifier semi-final semifinal tournament cup championship game concert".split())
_OFFICIAL = frozenset({"diplomatic", "consular", "official", "formal", "full", "ambassadorial"})
_OF_MOOD = frozenset("closer close stronger strong better good further warmer thorny secret secretive covert".split())
"""What relations are said to be like: no word of whether there are any."""
_OF_AN_OFFICE = frozenset({"resign", "retire", "depart", "exit"})
"""What persons do more often than States."""
_PERSONS = frozenset("minister delegate official diplomat negotiator envoy leader president representative".split())
_OUGHT = frozenset({"must", "should", "to", "not", "n't", "n’t", "longer", "will", "never", "or", "would"})
_AS_WHAT = frozenset({"president", "leader", "winner", "prime", "capital"})
"""As what somebody is recognised who is no State."""
_AS_A_STATE = frozenset("state country nation republic independent sovereign separate entity part".split())
_NO_ENTRY = frozenset({"part", "place", "account", "custody", "consideration", "office", "effect"})
_WITH_WITHIN = 14
_RANKS = frozenset("first second third fourth last".split())
_OF_CONSENT = frozenset({"ratification", "accession", "acceptance", "approval", "membership"})
_WILL = frozenset({"will", "would", "to", "may", "might", "could"})
_COLLECTIVE = frozenset({ParticipantKind.ORGANISATION, ParticipantKind.GROUP})
_WHO_MEET = frozenset({"leader", "president", "minister", "head", "chief", "premier"})
_THE = frozenset({"the", "this", "that", "its"})


def says_enough(a: Analysed, act: Act, actors: Actors) -> bool:
    """Whether this word with what stands beside it is an act; most verbs say so by themselves."""
    target = act.target
    after = a.lower[act.index + 1 : act.index + 3]
    match act.frame.id:
        case "host-meeting" if target is not None and Kind.PARTY in target.kinds:
            return not _SPORT & set(a.lower) and not _is_of_things(a, target)
        case "host-body" if target is not None:
            return (target.agreement or target.of) is not None or target.is_pointing
        case "receive-leaders" | "bring-together":
            return target is not None and _are_leaders(a, target)
        case "play-host" if {"headquarters", "secretariat", "office", "offices"} & set(a.lower[act.index :]):
            return False  # "plays host to the headquarters of the Union"
        case "return-to":  # "returned this land to the community"
            return not any(a.tokens[at].pos == "NOUN" and at not in a.timed for at in a.tree.related(act.index, "obj"))
        case "admit" if target is None and not is_passive(a, act.index):  # only who is to join what was told before
            return bool(set(act.subject.participants) & set(actors.joining()[0]))
        case "admit" if a.lemma(act.index) in ("accept", "add"):
            things = (at for at in a.tree.related(act.index, "obj") if at not in a.at and a.tokens[at].pos == "NOUN")
            is_role = after[:1] == ("as",) and "member" not in a.lower[act.index + 2 : act.index + 8]
            return not is_role and next(things, None) is None  # "was accepted as a gesture", "added jobs"
        case "denounce" if target is not None and "as" in a.lower[target.head : target.head + 6]:
            return False  # "denounced the pact as a suicide note"
        case "decline" if a.is_heading and target is not None and _is_of_a_body(a, target):
            return False
        case "take-in" if _NO_ENTRY & set(a.lower[act.index + 1 : act.index + 4]):
            return False  # "take part in talks", "to be taken into account"
        case "open-talks" | "resume" | "put-on-hold" if (
            target is not None and a.holds(target.start) and (a.lower[target.head] == "talk")
        ):
            return False  # "talk of a takeover"
        case "declare-void" if target is not None and a.words.is_noun(target.noun, "weak"):
            return False
        case "break-off" if act.other and "from" in a.lower[act.index + 1 :]:
            return False  # "cut Ukraine off from the sea"
        case "announce-deal" if target is not None and target.noun == "contract":
            return False
        case "host-meeting" if act.is_nominal and len(act.subject.participants) > 1:
            return False  # "the Trump-Xi summit"
        case "hold-meeting":
            return target is not None and bool(target.parties or target.of or target.agreement)
        case "eye-deal" | "expect-deal" | "announce-deal" | "edge-towards":
            # a pact that is wanted, between those named; not one that is there
            is_new = target is not None and target.agreement is None and not target.is_pointing
            told = {*act.subject.participants, *target.parties} if target is not None else set()
            return is_new and (len(told) > 1 or _is_with_one(a, act))
        case "conclude":
            return target is None or bool(target.noun or target.agreement) or is_passive(a, act.index)
        case "denounce":
            if target is not None and target.noun in _SAID:
                return False
            return target is None or target.agreement is not None or not target.is_pointing
        case "announce-participation" | "make-official" | "put-on-footing" | "mark-entry" | "complete-formalities":
            is_told = bool(actors.joining()[0] or actors.before(Action.WITHDRAW)[0])
            return is_told if target is None else _is_of_a_joining(a, target, actors)
        case "tell-news" | "make-announcement":
            is_the = act.noun is not None and a.lower[act.noun - 1] == "the"
            is_told = bool(actors.joining()[0] or actors.before(Action.WITHDRAW)[0])
            return target is not None or (is_the and is_told)
        case "end-with-deal":  # "the two end their row with a deal": a deal that is made with the ending
            is_new = target is not None and not target.is_pointing and not target.parties
            return is_new and len(act.subject.participants) > 1 and a.tokens[act.index].tag != "VBG"
        case "gone" if a.lower[act.index - 1] == "already":
            return a.lower[act.index] == "gone" and _ends_here(a, act)
        case "gone":  # "the Philippines had gone in 1988", "Burundi was the first to go, in October 2017"
            is_so = a.lower[act.index] in ("gone", "went") or "first" in a.lower[max(0, act.index - 4) : act.index]
            comma = act.index + 1 + (a.lower[act.index + 1 : act.index + 2] == (",",))
            is_dated = a.lower[comma : comma + 1] in (("in",), ("on",)) and comma + 1 in a.timed
            return is_so and is_dated and bool(actors.before(Action.WITHDRAW)[0]) and bool(act.subject.participants)
        case "sign" if any(a.lemma(at) in BILLS for at in range(act.index + 1, min(len(a.tokens), act.index + 4))):
            return False  # "signs a law suspending the treaty", "signed a bill on it"
        case "sign" if target is None:  # "signed off", "signed on to the sanctions"
            return after[:1] != ("off",) and after[:2] != ("on", "to")
        case "join" if target is None and after[:1] == ("in",):
            return act.index + 2 < len(a.tokens) and a.tokens[act.index + 2].pos != "PUNCT"
        case "withdraw" if target is None or not (target.agreement or target.of):
            is_from = a.lower[act.index + 1 : act.index + 2] == ("from",) and target is None
            return not is_from and a.lemma(act.index) not in _OF_AN_OFFICE
        case "in-breach" if act.noun is not None and a.lower[act.noun - 1] != "in":
            return False
        case "take-effect" if a.lemma(act.index) == "have":
            return act.noun == act.index + 1  # "has had little effect"
        case "talks-begin":
            return not any(child not in a.timed for child in a.tree.related(act.index, "obj"))
        case "leave" if a.lemma(act.index) == "leave" and target is not None and _is_left_as(a, target):
            return False
        case "leave-then" if a.lower[act.index + 1 : act.index + 2] == ("without",) or _are_people(a, act):
            return False
        case "recommit" if a.lemma(act.index) in ("comply", "abide"):  # only what is to be, or is not
            return bool(_OUGHT & set(a.lower[max(0, act.index - 5) : act.index]))
        case "leave-then" | "enter-then" | "come-in" | "return" | "come-aboard" | "return-then" if target is None:
            if any(a.at[at].use is NameUse.METONYM for at in act.subject.indexes if at in a.at) and act.is_nominal:
                return False  # "set for Bangkok return in December"
            return _is_a_state(a, act) and not is_passive(a, act.index) and _ends_here(a, act)
        case "be-back":
            is_dated = (
                act.noun is not None and a.lower[act.noun + 1 : act.noun + 2] == ("in",) and act.noun + 2 in a.timed
            )
            return is_dated and _is_a_state(a, act)
        case "breach" if target is not None and Kind.AGREEMENT not in target.kinds:
            near = range(target.head + 1, min(len(a.tokens), target.head + 5)) if a.holds(target.start) else ()
            return target.of is not None or any(a.words.is_noun(a.lemma(at), "agreement") for at in near)
        case "deposit" if target is not None and Kind.INSTRUMENT not in target.kinds:
            is_bare = target.is_pointing and a.lemma(act.index) in ("deposit", "lodge") and bool(actors.joining()[0])
            return is_bare or bool(_OF_CONSENT & set(a.text[target.start : target.end].lower().split()))
        case "apply" | "gain-membership" if target is not None and not target.noun and _is_of_another(a, act, target):
            return False  # "to ask for UN approval", "wins UN Human Rights seat"
        case "applied" if target is None and a.tree.related(act.index, "obj"):
            return False  # "to apply more of the deal"
        case "applied" if target is None:
            return a.tokens[act.index].tag in ("VBD", "VBN") or bool(_WILL & set(a.lower[: act.index]))
        case "establish-relations" if target is not None and not target.noun:
            return a.lemma(act.index) not in _GOES_ON  # "has kept them ever since" says nothing anew
        case "submit-application" if target is not None and a.lower[target.head + 1 : target.head + 2] == ("of",):
            return bool(set(target.parties) & set(act.subject.participants))  # "the bids of the two"
        case "recognise" if any(a.at[at].is_adjective for at in act.other.indexes if at in a.at):
            return False  # "refuse to recognise Israeli court"
        case "recognise" if target is not None and target.kinds == {Kind.PARTY} and _is_owner(a, target):
            return False  # "does not recognise Morocco's claim"
        case "recognise" if target is not None and "as" in a.lower[act.index + 1 : act.index + 12]:
            at = a.lower.index("as", act.index + 1)
            is_state = bool(_AS_A_STATE & set(a.lower[at : at + 8])) or a.lower[at + 1 : at + 2] not in (
                ("a",),
                ("an",),
            )
            return is_state and not _AS_WHAT & set(a.lower[at : at + 6])  # "as its president", "as a market economy"
        case "drop-taiwan":  # of two that cannot both be recognised; "dropped Spain" is said of a team
            return target is not None and {party.id for party in target.parties} == {"TWN"}
        case "found":
            return bool(act.subject.is_settled) and a.tokens[act.index].tag != "VBG"
        case "follow-example":
            return bool(actors.joining()[0])
        case "vote-on" if target is not None and Kind.INTENTION in target.kinds:
            return _is_of_a_joining(a, target, actors)
        case "stay-in":  # decided or foretold; "remains in the Union" tells nothing new
            is_apart = any(a.lower[at] != "to" for at in a.tree.related(act.index, "mark"))
            is_told = target is not None and target.agreement is not None and a.tokens[act.index].tag in ("VB", "VBG")
            return (a.is_heading or is_told) and not is_apart
        case "be-out":
            is_leaving = bool(actors.before(Action.WITHDRAW)[0] or actors.before(Action.DENOUNCE)[0])
            return (
                (is_leaving and _ends_here(a, act))
                if target is None
                else a.lower[act.index + 2 : act.index + 3] == ("of",)
            )
        case "notify-withdrawal" if target is None:
            return bool(actors.before(Action.WITHDRAW)[0] or actors.before(Action.DENOUNCE)[0])
        case "stay-out":
            return target is None or target.agreement is not None or target.is_pointing
        case _:
            return True


def tells_what_relations_are_like(a: Analysed, act: Act) -> bool:
    """ "Enjoys solid relations", "forged closer ties": not whether there are any."""
    if act.frame.id != "establish-relations" or act.target is None:
        return False
    words = set(a.text[act.target.start : act.target.end].lower().split())
    return not _OFFICIAL & words if a.lemma(act.index) in _GOES_ON else bool(_OF_MOOD & words)


def is_rule(a: Analysed, act: Act) -> bool:
    """Whether the sentence states a general rule: "a party may leave by notice"."""
    if act.subject.participants:
        return False
    low = a.lower
    if act.frame.action is Action.ENTER_INTO_FORCE and "deposit" in low and ("following" in low or "after" in low):
        return True
    return any(word in low for word in ("any", "each", "every")) and any(
        word in low for word in ("may", "shall", "can")
    )


def _is_of_a_joining(a: Analysed, target: Target, actors: Actors) -> bool:
    """Whether what is announced is a joining: "Kenya's entry into", or "the decision" where one was told before."""
    if target.of is not None:
        return True
    if target.noun in _OWN_WORD:
        is_other = a.holds(target.start) and a.lower[target.head + 1 : target.head + 2] in (("on",), ("about",))
        return not (is_other and target.noun in ("announcement", "intention"))
    is_told = bool(actors.joining()[0] or actors.before(Action.WITHDRAW)[0])
    if target.noun in _OF_A_LEAVING:
        return is_told
    if target.noun not in _OF_A_JOINING or not a.holds(target.start):
        return False
    at = target.head - 1
    while at >= 0 and a.tokens[at].pos == "ADJ":
        at -= 1
    is_the = (at >= 0 and a.lower[at] in _THE) or (at < target.head - 1 and target.is_pointing)
    is_the = is_the or (at > 0 and a.tokens[at].tag == "POS" and a.is_participant(at - 1))
    is_plan = a.lower[target.head + 1 : target.head + 2] == ("to",)
    return is_the and not is_plan and is_told


def _is_a_state(a: Analysed, act: Act) -> bool:
    """Whether who comes or goes is named as a State, and no person: "he left in May" is of an office."""
    party = act.subject
    if party.participants and all(a.at[at].thing is not Thing.PERSON for at in party.indexes if at in a.at):
        return True
    if not party.is_anaphoric or party.place is None:
        return party.is_anaphoric
    return a.lower[party.place] in ("it", "they", "both", "all") or a.lemma(party.place) in a.words.anaphoric


def _is_of_a_body(a: Analysed, target: Target) -> bool:
    """ "Belgium rejects EU plan": a thing of the body, in a heading, where the tree may miss it."""
    if target.agreement is None or target.agreement.kind is not AgreementKind.ORGANISATION or target.noun:
        return False
    after = _after(a, target)
    return after < len(a.tokens) and a.tokens[after].pos in ("NOUN", "VERB", "ADJ", "PROPN") and after not in a.at


def _is_of_things(a: Analysed, target: Target) -> bool:
    """ "Host US bases": what is of a State, and neither its people nor itself."""
    head = a.tokens[target.head].head if a.holds(target.start) else target.head
    is_modifier = a.tokens[target.head].relation in ("compound", "amod") and head > target.head and head not in a.at
    return is_modifier and not stands_for_a_state(a, head)


def _is_with_one(a: Analysed, act: Act) -> bool:
    """ "Announced a free trade deal 'in principle' with Vietnam": a participant after "with", further on."""
    after = range(act.index + 1, min(len(a.tokens) - 2, act.index + _WITH_WITHIN))
    return any(a.lower[at] == "with" and (a.is_participant(at + 1) or a.is_participant(at + 2)) for at in after)


def _is_left_as(a: Analysed, target: Target) -> bool:
    """ "Leaving the pact intact", "left the treaty in tatters": in what state, and nobody goes."""
    after = _after(a, target)
    return a.lower[after : after + 1] in (("intact",), ("unchanged",), ("untouched",), ("open",), ("unsigned",)) or (
        a.lower[after : after + 2] in (("in", "place"), ("in", "tatters"), ("in", "limbo"), ("in", "ruins"))
    )


def _are_people(a: Analysed, act: Act) -> bool:
    """ "Visiting ministers left": persons, who go from where they were."""
    return any(a.tokens[at].tag == "NNS" and a.lemma(at) in _PERSONS for at in a.tree.related(act.index, "nsubj"))


def _ends_here(a: Analysed, act: Act) -> bool:
    """Whether nothing but a time or the end follows the verb: "Chad left in May", not "Chad left its troops there"."""
    at = act.index + 1
    while at < len(a.tokens) and (a.lower[at] in act.frame.particle or a.tokens[at].pos == "ADV"):
        if a.lower[at] in _RANKS:
            return False
        at += 1
    is_open = at >= len(a.tokens) or a.tokens[at].pos in ("PUNCT", "CCONJ") or at in a.timed
    is_open = is_open or a.lower[at + 1 : at + 2] in (("same",), ("following",), ("next",))
    is_open = is_open or bool({"before", "later", "earlier", "ago"} & set(a.lower[at + 1 : at + 5]))
    return is_open or (a.tokens[at].pos in ("ADP", "SCONJ") and a.lower[at] not in ("for", "to", "into"))


def _is_of_another(a: Analysed, act: Act, target: Target) -> bool:
    """Whether the body only says whose something else is, that stands right after it."""
    after = _after(a, target)
    if after >= len(a.tokens) or after == act.noun or after in a.at or after in a.timed:
        return False
    return a.tokens[after].pos in ("NOUN", "PROPN", "ADJ") and not a.words.is_noun(a.lemma(after), "membership")


def _is_owner(a: Analysed, target: Target) -> bool:
    """Whether only something of theirs is meant: "Morocco's claim", "the people's right"."""
    after = _after(a, target)
    return any(token.tag == "POS" for token in a.tokens[after : after + 2])


def _after(a: Analysed, target: Target) -> int:
    """The token after the phrase; one past the last where the sentence ends with it."""
    return next((token.index for token in a.tokens if token.start >= target.end), len(a.tokens))


def _are_leaders(a: Analysed, target: Target) -> bool:
    """ "Will receive the leaders of the bloc", "brings together the presidents of A, B and C": those of several."""
    is_many = a.tokens[target.head].tag == "NNS" and a.lemma(target.head) in _WHO_MEET
    is_of_body = (target.agreement or target.of) is not None or any(one.kind in _COLLECTIVE for one in target.parties)
    return is_many and (is_of_body or len(target.parties) > 2)
