"""Sound: whether what an act is said to be done to can be meant, or is a thing of home, of business or of chance.

News tells of courts, programmes, contracts and talks that concern no agreement of States. What names no agreement must
say more of itself before a claim is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from depositary.reading.act import Act
from depositary.reading.analysis import Analysed
from depositary.reading.beside import is_of_another_thing, stands_for_a_state
from depositary.reading.lexicon import Kind, Lexicon
from depositary.reading.memory import Memory
from depositary.reading.naming import is_organisation
from depositary.reading.subjects import is_passive
from depositary.reading.targets import Target
from depositary.reference import Reference
from depositary.terms import Action, AgreementKind, AgreementRef, Participant

_OF_TEXTS = frozenset({
    Action.CONCLUDE, Action.INITIAL, Action.ADOPT, Action.SIGN, Action.ACCEPT, Action.DECLINE, Action.IMPLEMENT,
    Action.NOT_IMPLEMENTED, Action.TERMINATE, Action.ENTER_INTO_FORCE, Action.EXTEND, Action.AMEND, Action.NEGOTIATE,
    Action.PROVISIONALLY_APPLY, Action.SUSPEND, Action.FREEZE,
})  # fmt: skip
"""Acts on a text or an offer: a body that was only named is not what they are done to."""
_PLAIN_BODY = frozenset({Kind.BODY, Kind.BODY_TO_JOIN, Kind.PROGRAMME, Kind.PARTY, Kind.EVENT})
_PARTS = frozenset("phase mandate validity term terms article chapter provision package version".split())
_OF_STATES = frozenset({"countries", "states", "nations", "members"})
_PRIVATE = frozenset(
    (
        "hush nondisclosure non-disclosure plea licensing sponsorship book movie record merger takeover private "
        "prosecution"
    ).split()
)
"""What agreements of persons and companies are on."""
_AT_HOME = frozenset("ban sanctions sanction target cap budget import imports price prices rules package".split())
"""What members of a body agree on among themselves that is no agreement with anybody."""
_TRUCES = frozenset({"truce", "ceasefire", "cease-fire"})
"""What has two sides, of whom one is often no State."""
_OTHER_TIES = frozenset("air rail road bus sea flight trade economic business cultural commercial sports phone".split())
"""What ties are of that are no diplomatic relations: "resume air links", "boost economic ties"."""
_ARMED = frozenset(
    (
        "rebel guerrilla militant militia insurgent separatist farc eln faction opposition armed labour labor worker "
        "political civilian"
    ).split()
)
_BESIDE_WITHIN = 4
_ANYBODY = frozenset(
    "effect neighbour neighbor west partner power rival world view aim goal other party people counterpart side".split()
)
"""What "with" leads to that is no other side, or may be a State."""
_OF_ITSELF = frozenset({Action.SUSPEND, Action.FREEZE, Action.NEGOTIATE, Action.EXTEND})
"""What a body does that is told of the body itself: it suspends a member, opens talks on accession."""
_OPENING = frozenset({"", ":", "“", '"', "'", "‘"})
_OF_BUSINESS = frozenset({"contract"})
_ACTS_OF_WORLD = frozenset({"final", "single", "founding", "constitutive", "helsinki", "accession", "general"})


@dataclass(frozen=True, slots=True)
class Sound:
    """Tells which acts are let go for what they are done to."""

    known: Reference
    words: Lexicon
    memory: Memory

    def is_sound(self, a: Analysed, act: Act, ref: AgreementRef, who: Collection[Participant]) -> bool:
        """Whether the act can be meant to be done to this; `who` are its actors and the sides that are told."""
        target = act.target
        is_named = target is not None and ref in (target.agreement, target.of)
        if len(who) == 1 and act.frame.action in _OF_TEXTS | {Action.RESUME} and _is_at_home(a, act):
            return False
        is_known = ref.id in self.known.agreements
        if not is_named and self._is_of_passing_body(act, ref, who):
            return False
        if act.frame.id == "found":
            is_pointing = target is not None and (target.is_pointing or is_named)
            return len(who) > 1 or (is_known and is_pointing)
        if _is_order(a, act) or (target is not None and not is_named and _is_general(a, act, target)):
            return False
        if target is not None and ref.kind is AgreementKind.RELATION and Kind.RELATION in target.kinds:
            return not _OTHER_TIES & set(target.description.lower().split())
        if target is None or is_known or ref.kind is AgreementKind.RELATION:
            return True
        return is_named or self._says_what(a, act, target, who)

    def _is_of_passing_body(self, act: Act, ref: AgreementRef, who: Collection[Participant]) -> bool:
        """A body that was named and to which nothing was done: no text is signed, and no loss accepted, of it."""
        if ref.kind is not AgreementKind.ORGANISATION or act.frame.action not in _OF_TEXTS:
            return False
        if act.frame.action in _OF_ITSELF and any(one.id == ref.id for one in who):
            return False
        noun, told = (act.target.noun, act.target.description) if act.target is not None else ("", "")
        is_body = any(act_noun in self.words.nouns["body"] for act_noun in (noun, *told.split()))
        return not is_body and self.memory.is_only_named(ref)

    def _says_what(self, a: Analysed, act: Act, target: Target, who: Collection[Participant]) -> bool:
        """Whether a thing that the reference does not know says enough of itself."""
        words = set(target.description.lower().split())
        is_meeting = act.frame.action is Action.HOST_MEETING
        if target.kinds <= _PLAIN_BODY and len(who) < 2 and not is_meeting and not self._is_of_states(a, target):
            return False  # "returned to court", "suspended its exploration programme"
        if target.noun in _PARTS:
            return False
        if target.noun in ("act", "acts") and not words & _ACTS_OF_WORLD:
            return False  # "all acts of violence", "the Unlawful Activities (Prevention) Act"
        if act.frame.action is Action.APPROVE and len(who) < 2 and self.words.is_noun(target.noun, "weak"):
            return False  # "approved the charter of the health centre"
        is_of_money = bool(re.search(r"\b(?:[bm]illion|\d*bn)\b", target.description))
        if _is_with_nobody(a, target) or (is_of_money and len(who) < 2):
            return False
        is_of_one_body = act.frame.action is Action.CONCLUDE and len(who) == 1 and all(map(is_organisation, who))
        named = {id for at in a.at.values() for id in at.ids[:1]}
        is_with_nobody = target.noun in _TRUCES and len(who) < 2 and len(named) < 2
        if words & _PRIVATE or (is_of_one_body and words & _AT_HOME) or is_with_nobody:
            return False
        return target.noun not in _OF_BUSINESS or len(act.subject.participants) > 1

    def _is_of_states(self, a: Analysed, target: Target) -> bool:
        """Whether it is told of States: "the economic group of large countries", not "a small group of countries"."""
        before = max((token.index for token in a.tokens if token.end < target.start), default=None)
        is_the = a.holds(target.start) and before is not None and a.lower[before] == "the"
        return is_the and bool(_OF_STATES & set(target.description.lower().split()))


def _is_with_nobody(a: Analysed, target: Target) -> bool:
    """ "A pact with Gen Z on reforms", "an accord with foreign firms": the other side is named, and is no State."""
    if not a.holds(target.start) or target.parties:
        return False
    at = next((token.index for token in a.tokens if token.start >= target.start and token.text.lower() == "with"), None)
    if at is None or a.tokens[at].start >= target.end:
        return False
    noun = a.tokens[at].head
    is_named = any(other in a.at and not is_of_another_thing(a, other) for other in range(at + 1, noun + 1))
    if any(a.lemma(other) in _ARMED for other in range(at + 1, noun + 1)):
        return not is_named
    is_of_states = stands_for_a_state(a, noun) or a.lemma(noun) in a.words.anaphoric or a.lemma(noun) in _ANYBODY
    is_body = any(a.words.is_noun(a.lemma(noun), kind) for kind in ("body", "agreement"))
    is_noun = noun > at and a.tokens[noun].pos in ("NOUN", "PROPN")
    return is_noun and not is_named and not is_of_states and not is_body


def _is_at_home(a: Analysed, act: Act) -> bool:
    """ "The government and the main rebel group signed it": an accord inside one State."""
    last = max(act.subject.indexes, default=act.index)
    between = range(last + 1, act.index)
    if any(a.lower[at] == "and" for at in between) and any(a.lemma(at) in _ARMED for at in between):
        return True
    first = min(act.subject.indexes, default=act.index)
    beside = [at for at in a.tree.related(first, "cc") if at < first]
    others = range(max(0, min(beside, default=0) - _BESIDE_WITHIN), min(beside, default=0))
    return any(a.lemma(at) in _ARMED for at in others)  # "armed organisations and Naypyidaw signed it"


def _is_general(a: Analysed, act: Act, target: Target) -> bool:
    """ "Investment agreements are signed by politicians": of all such things, and of none."""
    token = a.tokens[target.head] if a.holds(target.start) else None
    if token is None or token.tag != "NNS" or not is_passive(a, act.index):
        return False
    is_plain = not a.tree.related(target.head, "det", "nummod", "nmod:poss", "nmod") and not target.parties
    helpers = {a.lower[child] for child in a.tree.related(act.index, "aux:pass", "aux")}
    if a.tokens[act.index].relation == "acl" and token.relation == "nsubj:pass":  # "treaties signed by it are ..."
        helpers = {a.lower[child] for child in a.tree.related(token.head, "aux:pass", "aux")}
        is_plain = not a.tree.related(target.head, "det", "nummod", "nmod:poss")
    return is_plain and helpers == {"are"}


def _is_order(a: Analysed, act: Act) -> bool:
    """ "Fourth: Cancel the security agreement with Turkey,” he suggested": told to be done by whoever is spoken to."""
    if act.is_nominal or a.is_heading or a.tokens[act.index].tag not in ("VB", "VBP"):
        return False
    if a.tree.related(act.index, "nsubj"):
        return False
    before = a.lower[act.index - 1] if act.index else ""
    return before in _OPENING or a.text[a.tokens[act.index].start - 1 : a.tokens[act.index].start] in ("“", '"')
