"""Phrases: what words belong to a noun, what of them says which thing it is, and whether it only points back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from depositary.reading.analysis import Analysed

_POINTING = frozenset("the this that these those its their it them his her our said".split())
_PHRASE_ENDS = frozenset(
    (
        "; : after by that which before as at over during under ahead since until but while in . ( ) when where who "
        "because though although if unless whereas whose"
    ).split()
)
_LEADING_ON = frozenset("with between of on for to against in from under into".split())
IN_FAVOUR = (("in", "favour", "of"), ("in", "favor", "of"))
_AND_ANOTHER = (("and", "a"), ("and", "an"))
_ABOUT_WHAT = frozenset("prohibiting banning outlawing restricting limiting regulating governing".split())
"""What leads from a treaty to its subject: "the treaty prohibiting the use of cluster munitions"."""
_IN_ANSWER = frozenset({"response", "return", "exchange", "protest", "retaliation", "line", "favour", "favor", "order"})
"""What follows "in" where it tells why or for what a thing is done, and not what the thing is about."""
_PLACES = frozenset("island sidelines margins eve stage shore shores coast occasion day fringes".split())
"""Nouns of where and when a thing was done, which do not say which thing it is."""
_GOVERNMENTS = frozenset({"government", "governments"})
_WITH = frozenset({"with", "between", "and", "to", "from", "among"})


def inside_of(a: Analysed, head: int) -> tuple[int, ...]:
    """Tokens of the phrase: by the tree, and the run of words right before the head by the eye."""
    found = {head}
    timed = a.timed
    left = head - 1
    while left >= 0 and (
        (
            a.tokens[left].pos in ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT")
            and a.lower[left] not in (",", ";", ":", "(", "“", '"')
        )
        or a.tokens[left].tag == "POS"
        or left in a.at
        or (a.tokens[left].tag in ("VBG", "VBN") and a.tokens[left].relation in ("amod", "compound"))
    ):
        found.add(left)
        left -= 1
    right = head + 1
    while right > head + 1 or a.lower[right : right + 1] == ("of",):  # "the agreement of 2012 between"
        right += 1
        if right not in timed:
            break
    if a.lower[right : right + 1] not in (("between",), ("with",)):
        right = head + 1
    if a.lower[right : right + 1] == ("(",) and a.lower[right + 2 : right + 3] == (")",):  # "agreement (FTA) with"
        right += 3
    is_leading = right < len(a.tokens) and a.lower[right] in _LEADING_ON | _ABOUT_WHAT
    is_aside = a.lower[right : right + 1] == ("in",) and set(a.lower[right + 1 : right + 2]) <= _IN_ANSWER
    if is_leading and not is_aside and a.lower[right : right + 3] not in IN_FAVOUR:
        at = right + 1
        while at < len(a.tokens) and at < right + 9:
            token = a.tokens[at]
            is_verb = (
                token.pos in ("VERB", "AUX")
                and at not in a.at
                and not (token.tag == "VBG" and at == right + 1)
                and not (token.relation == "amod" and a.lower[at - 1] == "-")
            )
            is_said_of_it = token.pos == "ADJ" and token.relation == "xcomp"  # "declared the treaty of 2012 void"
            if at in timed or is_verb or is_said_of_it or a.lower[at] in _PHRASE_ENDS:
                break
            if a.lower[at] == "," and not (
                a.is_participant(at - 1) and at + 1 < len(a.tokens) and a.is_participant(at + 1)
            ):
                break
            if a.lower[at] == "on" and at + 1 in timed:
                break
            if a.lower[at] == "and" and at + 1 < len(a.tokens) and a.tokens[at + 1].pos in ("VERB", "AUX", "PRON"):
                break
            if a.lower[at : at + 3] in IN_FAVOUR:
                break
            if a.lower[at : at + 2] in _AND_ANOTHER and at + 2 < len(a.tokens) and at + 2 not in a.at:
                break  # "a pact with the one and an agreement with the other"
            found.add(at)
            at += 1
        if right + 1 in found:
            found.add(right)
    return tuple(sorted(found))


def extent(a: Analysed, inside: Sequence[int], head: int) -> tuple[int, int]:
    """Where the phrase begins and ends in the text; words far from its head are left out."""
    near = [index for index in inside if abs(index - head) <= 12]
    return a.tokens[min(near)].start, a.tokens[max(near)].end


def description(a: Analysed, head: int, inside: Sequence[int]) -> str:
    """The words that say which: "free trade", "on critical minerals"; names of the sides left out."""
    words: list[str] = []
    for index in inside:
        token = a.tokens[index]
        low = a.lower[index]
        if index in a.at and a.is_participant(index):
            continue
        if token.pos in ("DET", "PRON", "PUNCT", "CCONJ", "ADV", "AUX", "VERB") and index != head and "-" not in low:
            continue
        if token.tag == "POS" or (index < head and a.words.is_noun(low, "vague")) or re.search(r"\d|[$€£]", low):
            continue
        if index > head and _is_of_governments(a, index):
            continue
        if index > head and low in _WITH and index + 1 < len(a.tokens) and a.is_participant(index + 1):
            continue
        words.append(token.text if index in a.at else low)
    text = re.sub(r"\s-\s", "-", " ".join(words)).strip(" -–")
    return re.sub(r"\s+(?:of|on|for|to|with|between|in)$", "", text)


def _is_of_governments(a: Analysed, index: int) -> bool:
    """ "Between the government of Kenya and the government of Chad": words that only lead to the names of the sides."""
    if a.lower[index] in _WITH:
        return bool(_GOVERNMENTS & set(a.lower[index + 1 : index + 3]))
    return a.lower[index] in _GOVERNMENTS or (a.lower[index] == "of" and a.lower[index - 1] in _GOVERNMENTS)


def is_pointing_back(a: Analysed, head: int) -> bool:
    """Whether the phrase points back: "the pact", "it", "this treaty"; a rich description does not."""
    leads = _ABOUT_WHAT | {"on", "for", "against", "concerning"}
    says_which = head + 2 < len(a.tokens) and a.lower[head + 1] in leads
    if a.lower[head + 1 : head + 2] == ("to",) and a.tokens[head + 2 : head + 3] and a.tokens[head + 2].tag == "VB":
        return False  # "the deal to build the road"
    is_place = says_which and bool(_PLACES & set(a.lower[head + 2 : head + 4]))
    if says_which and not is_place and head + 2 not in a.timed and head + 2 not in a.at:
        return False
    left = head - 1
    while (
        left >= 0
        and a.tokens[left].pos in ("ADJ", "NUM")
        and left not in a.at
        and (a.words.is_noun(a.lower[left], "vague") or a.lower[left].endswith("-led"))
    ):
        left -= 1
    return left >= 0 and a.lower[left] in _POINTING
