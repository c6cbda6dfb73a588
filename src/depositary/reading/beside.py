"""Beside: who stands next to a pronoun or a word, before the tree is asked: "she and Damien O'Connor"."""

from __future__ import annotations

from collections.abc import Sequence

from depositary.reading.analysis import Analysed
from depositary.reading.mention import Thing
from depositary.reference import NameUse

_KIN = frozenset("neighbour neighbor ally partner rival foe enemy adversary patron backer".split())
_PEOPLE = frozenset({"colleague", "partner", "host", "guest", "people", "service"})
_SOCIETIES = frozenset(
    (
        "association company bank club university institute chamber corporation firm college school airline church "
        "start-up startup carrier lender conglomerate manufacturer retailer"
    ).split()
)
_MEMBERS = frozenset({"state", "member", "country", "nation"})
_ONES = frozenset({"he", "she", "it"})
_POSTED = frozenset("ambassador envoy embassy representative mission diplomat consul attaché".split())
_PROPER = frozenset({"NNP", "NNPS"})
_TITLE_WITHIN = 7
"""How many words a title may take between "she and" and a name: "his counterparts from Russia"."""


def stands_for_a_state(a: Analysed, head: int) -> bool:
    """Whether the noun names an office, an organ, or a State in general."""
    if head >= len(a.tokens):
        return False
    if a.lower[head : head + 3] == ("council", "of", "ministers"):
        return True
    if a.lower[head] == "generals" and a.tokens[head].tag == "NNS":
        return True  # "Myanmar's generals"
    either = (a.lemma(head), a.lower[head])
    return any(word in table for word in either for table in (a.words.offices, a.words.organs))


def beside_others(a: Analysed, head: int) -> tuple[int, ...]:
    """ "Japan and 48 other nations": the one that is named."""
    left = head - 1
    while left >= 0 and a.tokens[left].pos in ("NUM", "ADJ") and head - left <= 3:
        left -= 1
    is_beside = left >= 1 and a.lower[left] == "and" and a.is_participant(left - 1) and head - left > 1
    return a.coordinated(left - 1) if is_beside else ()


def pronoun_before(a: Analysed, first: int) -> int | None:
    """ "She and Damien O'Connor, her New Zealand counterpart": the pronoun that stands before the name."""
    left = first - 1
    is_title = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PUNCT", "PART")
    while left > 0 and first - left <= _TITLE_WITHIN and a.tokens[left].pos in is_title and a.lower[left] not in _ONES:
        left -= 1
    is_beside = left > 0 and a.lower[left] == "and" and a.lower[left - 1] in _ONES
    return left - 1 if is_beside else None


def beside_pronoun(a: Analysed, head: int) -> tuple[int, ...]:
    """ "it and Indonesia": the names that stand beside the pronoun."""
    at = head + 1
    if at >= len(a.tokens) or a.lower[at] != "and":
        return ()
    for at in range(head + 2, min(len(a.tokens), head + 2 + _TITLE_WITHIN)):
        if a.is_participant(at) and (not a.at[at].is_adjective or stands_for_a_state(a, at + 1)):
            return a.coordinated(at)
        token = a.tokens[at]
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON") and a.lower[at] not in ("from", "of", ","):
            return ()
    return ()


def run_before(a: Analysed, head: int) -> set[str]:
    """The words of the phrase right before its head."""
    found: set[str] = set()
    left = head - 1
    while left >= 0 and a.tokens[left].pos in ("DET", "ADJ", "NUM", "ADV") and head - left <= 4:
        found.add(a.lower[left])
        left -= 1
    return found


def called_kin(a: Analysed, head: int) -> tuple[int, ...]:
    """ "Russia's neighbour Finland and its partner Sweden": who is called so, and not whose neighbour they are."""
    if a.lemma(head) not in _KIN or not a.tree.related(head, "nmod:poss", "amod"):
        return ()
    named = [at for at in a.tree.related(head, "appos", "flat") if a.is_participant(at)]
    kin = [at for name in named for at in a.tree.related(name, "conj") if a.lemma(at) in _KIN]
    beside = [at for noun in kin for at in a.tree.related(noun, "appos", "flat") if a.is_participant(at)]
    return (*named, *beside)


def beside_members(a: Analysed, head: int, found: Sequence[int]) -> tuple[int, ...]:
    """ "Ministers of NATO allies and Montenegro": who stands beside the members of a body."""
    nouns = {a.tokens[at].head for at in found} - {head, *a.at}
    return tuple(at for noun in sorted(nouns) for at in a.tree.related(noun, "conj") if a.is_participant(at))


def is_of_another_thing(a: Analysed, index: int, head: int = -1) -> bool:
    """ "A Swedish institute", "White House lawn": a word that only says where a thing is from, which is not `head`."""
    noun = a.tokens[index].head
    is_modifier = a.at[index].is_adjective or a.at[index].use is NameUse.METONYM
    if not is_modifier or noun <= max(index, head) or a.tokens[noun].pos not in ("NOUN", "PROPN"):
        return False
    if noun in a.at or a.tokens[index].relation not in ("amod", "compound", "nmod:poss"):
        return False
    is_of_state = stands_for_a_state(a, noun) or a.lemma(noun) in _PEOPLE
    return not is_of_state and not a.words.is_noun(a.lemma(noun), "agreement")


def is_of_a_society(a: Analysed, index: int, head: int) -> bool:
    """ "The president of the Badminton Association of Thailand" acts for no State."""
    above = a.tokens[index].head
    if above == head:
        return False
    is_of_members = a.at[index].agreement is not None and a.lemma(above) in _MEMBERS
    return is_of_members or is_of_another_thing(a, index, head) or a.lemma(above) in _SOCIETIES


def is_part_of_other_name(a: Analysed, head: int) -> bool:
    """Whether the name is the beginning of a company's or a team's: "US Steel", "Lazard Japan"."""
    mention = a.at[head]
    after = head + 1
    while after < len(a.tokens) and a.at.get(after) is mention:
        after += 1
    if after >= len(a.tokens) or a.is_heading or mention.thing is Thing.PERSON:
        return False
    token = a.tokens[after]
    return (
        token.text[0].isupper()
        and token.tag in _PROPER
        and after not in a.at
        and token.head != head
        and a.tokens[head].head == after
        and not stands_for_a_state(a, after)
    )


def is_posted(a: Analysed, office: int) -> bool:
    """ "Ecuador's ambassador in Washington": where somebody is posted says for whom he does not act."""
    is_envoy = a.lemma(office) in _POSTED
    return is_envoy and any(a.is_participant(at) for at in a.tree.related(office, "nmod:poss", "compound", "amod"))
