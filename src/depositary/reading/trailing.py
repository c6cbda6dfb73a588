"""Trailing: who says so at the end of a sentence, by the eye, where the tree takes the speaker for something else.

News puts its sources last: "..., two people familiar with the talks said", "..., its minister, Marko Primorac,
confirmed", "..., said the bloc's secretary-general, Peter Mathuki". A parser hangs them from the noun before the comma.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depositary.reading.analysis import Analysed
from depositary.reading.attributing import is_saying
from depositary.reading.beside import stands_for_a_state
from depositary.reading.mention import Thing

_LONGEST = 16
"""Tokens of a speaker with all that is said of who it is."""
LONGEST_NAME = 14
"""Tokens of a speaker's name after its first."""
_LONGEST_TAG = 6
"""Tokens of a speaker after the dash of a heading, the dash counted."""
_LONGEST_ASIDE = 8
"""Tokens from a verb of saying to the comma that closes what is said aside."""
_LONGEST_OCCASION = 7
"""Tokens after the verb that say on what occasion: "on condition of anonymity"."""
_ENDS = frozenset({".", "”", '"', "’", "'", "!"})
_BREAKS = frozenset({",", "–", "—", "-"})
_NO_SPEAKER = frozenset(
    {"which", "who", "that", "and", "but", "as", "it", "he", "she", "they", "we", "i", "when", "while"}
)
_OCCASIONS = frozenset(
    "statement interview speech tweet post letter note message report conference reporters newspaper newspapers radio"
    " broadcaster television agency parliament lawmakers journalists".split()
)
_WHO_TELL = frozenset(
    "member spokesman spokeswoman spokesperson secretariat commission office people person source lawyer expert analyst"
    " professor researcher mediator negotiator commissioner spokespeople director chairman chairwoman chair"
    " head".split()
)


@dataclass(frozen=True, slots=True)
class Trailer:
    """The verb of saying, the first and the last token of who says it, and the first token of the whole trailer.

    `end` is the last token of one in the midst of a sentence, "..., its minister warned, ..."; None at the end.
    """

    say: int
    first: int
    last: int
    begin: int
    end: int | None = None


def trailer(a: Analysed) -> Trailer | None:
    """The speaker at the end of the sentence; None where none stands there."""
    end = len(a.tokens) - 1
    while end > 0 and a.lower[end] in _ENDS:
        end -= 1
    if (quoted := _quoted(a)) is not None:
        return quoted
    for say in range(end, max(0, end - _LONGEST), -1):
        if not _is_saying(a, say):
            continue
        if a.tokens[say].pos not in ("VERB", "AUX") or a.tokens[say].tag not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        return _before(a, say) if _is_last(a, say, end) else _after(a, say, end)
    return None


def aside(a: Analysed) -> Trailer | None:
    """The speaker in the midst of the sentence, between commas: "Unless it signs, its minister warned, we leave"."""
    for say in range(3, len(a.tokens) - 3):
        if not _is_saying(a, say) or a.tokens[say].tag not in ("VBD", "VBZ"):
            continue
        close = next(
            (at for at in range(say + 1, min(len(a.tokens) - 2, say + _LONGEST_ASIDE)) if a.lower[at] == ","), 0
        )
        if not close or not _is_last(a, say, close - 1):
            continue
        begin = _break_before(a, say - 1)
        told = _checked(a, say, begin + 1, say - 1, begin) if begin is not None else None
        if told is not None and a.lower[begin or 0] == "," and not a.is_heading:
            return Trailer(say, told.first, told.last, told.begin, close)
    return None


def _quoted(a: Analysed) -> Trailer | None:
    """ "..., an official was quoted by PNA as saying", "..., the daily quoted him as saying": who is quoted."""
    saying = next((at for at in range(3, len(a.tokens)) if a.lower[at - 1 : at + 1] == ("as", "saying")), None)
    near = range((saying or 0) - 2, max(0, (saying or 0) - _LONGEST), -1)
    quote = next((at for at in near if a.lower[at] in ("quoted", "cited")), None)
    if saying is None or quote is None:
        return None
    begin = _break_before(a, quote - 1)
    if begin is None:
        return None
    helpers = {"was", "were", "been", "is", "has"}
    if a.lower[quote - 1] in helpers:
        last = quote - 1
        while a.lower[last] in helpers:
            last -= 1
        return _checked(a, saying, begin + 1, last, begin)
    return _checked(a, saying, quote + 1, saying - 2, begin)


def _is_saying(a: Analysed, at: int) -> bool:
    """Whether the token is a verb of saying, of ours or of the general finder of attributions: "said", "hinted"."""
    form = a.form(at)
    if at in a.at or (form is not None and form.tag not in ("VBD", "VBZ", "VB")):
        return False
    return (form is not None and form.lemma in a.words.say) or is_saying(a.lemma(at))


def _is_last(a: Analysed, say: int, end: int) -> bool:
    """Whether nothing follows but when, where and on what occasion: "said on Monday", "said in a statement"."""
    after = range(say + 1, end + 1)
    is_aside = 0 < len(after) <= _LONGEST_OCCASION and a.tokens[say + 1].pos == "ADP" and a.lower[say + 1] != "as"
    if is_aside and all(a.tokens[at].pos not in ("VERB", "AUX", "SCONJ", "PUNCT", "PRON") for at in after):
        return True
    return all(
        at in a.timed
        or a.tokens[at].pos in ("ADP", "DET", "ADV")
        or a.lower[at] in _OCCASIONS
        or (at in a.at and a.at[at].thing is Thing.SOURCE)
        for at in after
    )


def _before(a: Analysed, say: int) -> Trailer | None:
    """ "..., SPEAKER said", "..., OFFICE, NAME, said"."""
    last = say - 1
    if a.lower[last] != ",":
        begin = _break_before(a, last)
        return _checked(a, say, begin + 1, last, begin) if begin is not None else None
    inner = _break_before(a, last - 1)
    outer = _break_before(a, inner - 1) if inner is not None else None
    if inner is None or outer is None or not _is_name(a, inner + 1, last - 1):
        return None
    return _checked(a, say, inner + 1, last - 1, outer) if _is_who(a, outer + 1, inner - 1) else None


def _after(a: Analysed, say: int, end: int) -> Trailer | None:
    """ "..., said SPEAKER", "..., said OFFICE, NAME"."""
    if say < 2 or a.lower[say - 1] not in _BREAKS | _ENDS:
        return None
    comma = next((at for at in range(say + 1, end) if a.lower[at] == ","), None)
    if comma is None:
        return _checked(a, say, say + 1, end, say - 1)
    is_named = _is_who(a, say + 1, comma - 1) and _is_name(a, comma + 1, end)
    return _checked(a, say, comma + 1, end, say - 1) if is_named else None


def _break_before(a: Analysed, at: int) -> int | None:
    """The comma or dash before this token, near enough for what stands between to be who says it."""
    for left in range(at, max(0, at - _LONGEST), -1):
        if a.lower[left] in _BREAKS and (a.lower[left] != "-" or a.text[a.tokens[left].start - 1].isspace()):
            return left
    return None


def _checked(a: Analysed, say: int, first: int, last: int, begin: int) -> Trailer | None:
    """The trailer, if a clause stands before it and who says it is somebody."""
    is_clause = any(a.tokens[at].pos in ("VERB", "AUX") for at in range(begin))
    has_verb = any(a.tokens[at].tag in ("VBD", "VBZ", "VBP", "MD") and at not in a.at for at in range(first, last + 1))
    if first > last or begin < 2 or not is_clause or has_verb or a.lower[first] in _NO_SPEAKER:
        return None
    return Trailer(say, first, last, begin) if _is_who(a, first, last) or _is_name(a, first, last) else None


def _is_who(a: Analysed, first: int, last: int) -> bool:
    """Whether the words name somebody who can say something: an office, a body, people, a newspaper."""
    return any(_can_say(a, at) or a.lemma(at) in _WHO_TELL for at in range(first, last + 1))


def _can_say(a: Analysed, at: int) -> bool:
    is_named = at in a.at and a.at[at].thing in (Thing.PERSON, Thing.SOURCE)
    return is_named or stands_for_a_state(a, at) or a.lemma(at) in a.words.anonymous


def _is_name(a: Analysed, first: int, last: int) -> bool:
    """Whether all the words are written like a person's name."""
    inside = range(first, last + 1)
    is_plain = all(a.tokens[at].text[:1].isupper() or a.lower[at] in ("de", "al", "bin", "van", "-") for at in inside)
    return first <= last and last - first < 5 and is_plain and not any(_is_a_place(a, at) for at in inside)


def _is_a_place(a: Analysed, at: int) -> bool:
    return at in a.timed or (at in a.at and a.at[at].thing in (Thing.PARTICIPANT, Thing.AGREEMENT))


def last_before(a: Analysed, head: int, verb: int) -> int:
    """The last token of a speaker that stands right before the verb: "lawmakers from the ruling party said".

    A name between commas belongs to it: "the trade minister, Nicolas Grau, said". -1 where something else stands there.
    """
    if not head < verb < len(a.tokens):
        return -1
    last = verb - 1
    while last > head and (a.tokens[last].pos in ("ADV", "AUX", "PART") or last in a.timed):
        last -= 1
    if a.lower[last] == ",":
        comma = next((at for at in range(head + 1, last) if a.lower[at] == ","), None)
        is_apposed = comma == head + 1 and _is_name(a, comma + 1, last - 1)
        return last - 1 if is_apposed and last - head <= _LONGEST else -1
    inside = [a.tokens[at] for at in range(head + 1, last + 1) if a.lower[at] != "-"]
    is_one = all(token.pos not in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") for token in inside)
    return last if is_one and last - head <= _LONGEST else -1


def name_before(a: Analysed, say: int) -> tuple[int, int] | None:
    """The first and last token of the run of nouns before the verb, whatever the tree makes of them."""
    last = say - 1
    while last >= 0 and a.tokens[last].pos in ("ADV", "AUX", "PART"):
        last -= 1
    if last < 0 or not (last in a.at or a.tokens[last].pos in ("NOUN", "PROPN", "PRON")):
        return None
    first = last
    while (
        first - 1 >= 0
        and a.tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART")
        and last - first < LONGEST_NAME
    ):
        first -= 1
    return first, last


def tagged(a: Analysed) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The speakers of a heading and what they say, each from first to last token: "S – foreign minister", "Grau: S"."""
    end = len(a.tokens) - 1
    for at in range(1, end):
        if a.lower[at] in ("–", "—") and end + 1 - at <= _LONGEST_TAG and not _has_verb(a, at + 1, end):
            yield (at + 1, end), (0, at - 1)
        if a.lower[at] == ":" and at <= 4 and not _has_verb(a, 0, at - 1) and _is_speaker(a, 0, at - 1):
            yield (0, at - 1), (at + 1, end)


def _has_verb(a: Analysed, first: int, last: int) -> bool:
    return any(a.tokens[at].pos == "VERB" and at not in a.at for at in range(first, last + 1))


def _is_speaker(a: Analysed, first: int, last: int) -> bool:
    is_name = first == last and a.tokens[first].pos == "PROPN" and first not in a.at
    return is_name or any(_can_say(a, at) for at in range(first, last + 1))
