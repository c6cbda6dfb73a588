"""Masking: a sentence rewritten in words that a parser knows, with the way back to the text.

Names are kept whole and become one plain word; headlines in title case are written as sentences; rare verbs of
treaty practice become a common verb in the same form. The tree of the rewritten sentence is the tree of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from depositary.reading.language import Language, Token, Tree
from depositary.reading.lexicon import Lexicon
from depositary.reading.mention import Mention, Thing
from depositary.reading.repairs import repaired
from depositary.reading.sentences import Sentence, Shape

_STAND_IN = {Thing.PARTICIPANT: "France", Thing.PERSON: "Smith", Thing.AGREEMENT: "Charter", Thing.SOURCE: "CNN"}
_ADJECTIVE = "French"
_VERB = {"VB": "make", "VBZ": "makes", "VBD": "made", "VBG": "making"}
_MOVING = {"VB": "go", "VBZ": "goes", "VBD": "went", "VBG": "going"}
_WELL_KNOWN = frozenset(
    (
        "say tell go be have take make put give get come leave hold open start begin end agree plan want hope "
        "set expect join sign accept reach call ask vote add report announce let bring break cut send read show "
        "post write claim"
    ).split()
)
"""Verbs frequent enough in the treebanks to be left alone in running text."""
_NEVER_NOUNS = frozenset(
    (
        "recognise recognize ratify accede approve withdraw denounce abrogate normalise normalize establish "
        "suspend conclude expel invite admit terminate notify sever rescind renounce finalise finalize endorse "
        "rejoin readmit reinstate enter"
    ).split()
)
_PLAIN_NOUN = {
    "deal": "treaty", "accord": "treaty", "pact": "treaty",
    "deals": "treaties", "accords": "treaties", "pacts": "treaties",
}  # fmt: skip
"""Nouns that a parser takes for verbs in a heading."""
_ASIDE = re.compile(
    r"\b(?:has|have|had|is|was|were|are)\s"
    r"(in effect|in fact|in turn|in principle|for its part|once again)\s(?=[a-z]+ed\b)"
    r"|(?<=[a-z]\s)(in turn|for its part)\s(?=[a-z]+ed\b)"
)
"""Words between the helping verb and its verb, which lead a parser astray."""
_CUT = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!may )\b(cut|broke)"
    r"(?=\s(?:off\s)?(?:all\s)?(?:diplomatic\s)?(?:ties|relations|links)\b)"
)
"""A past tense that a parser takes for a noun after an apposition."""
_DATE_BACK = re.compile(r"\b(?:date|dates|dated)\b(?=\s(?:back|from)\b)")
"""A verb that a parser takes for the noun."""
_TITLE_SHARE = 0.6
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str


def trees(text: str, sentence: Sentence, mentions: Sequence[Mention], language: Language, words: Lexicon) -> list[Tree]:
    """The trees of the sentence, with offsets and words of `text`; more than one only for an overlong sentence."""
    pieces = _pieces(text, sentence, mentions, words)
    masked: list[str] = []
    origin: list[tuple[int, int, int, int]] = []  # masked start, masked end, start and end in the text
    at, length = sentence.start, 0
    for piece in pieces:
        plain = text[at : piece.start]
        origin.append((length, length + len(plain), at, piece.start))
        masked.append(plain)
        length += len(plain)
        origin.append((length, length + len(piece.text), piece.start, piece.end))
        masked.append(piece.text)
        length += len(piece.text)
        at = piece.end
    origin.append((length, length + sentence.end - at, at, sentence.end))
    masked.append(text[at : sentence.end])
    whole = "".join(masked)
    return [repaired(_unmasked(tree, text, origin)) for tree in language.parse(whole, [(0, len(whole))])]


def _unmasked(tree: Tree, text: str, origin: Sequence[tuple[int, int, int, int]]) -> Tree:
    tokens = []
    for token in tree.tokens:
        start, end = _back(token.start, token.end, origin)
        tokens.append(
            Token(
                token.index, start, end, text[start:end], token.lemma, token.tag, token.pos, token.head, token.relation
            )
        )
    return Tree(tokens[0].start, tokens[-1].end, tuple(tokens))


def _back(start: int, end: int, origin: Sequence[tuple[int, int, int, int]]) -> tuple[int, int]:
    """Where a token of the masked sentence stands in the text; one that touches a stand-in takes all of its name."""
    begin = finish = None
    for masked_start, masked_end, at, until in origin:
        if masked_start >= end or masked_end <= start:
            continue
        is_plain = until - at == masked_end - masked_start
        begin = (at + max(0, start - masked_start) if is_plain else at) if begin is None else begin
        finish = at + min(end, masked_end) - masked_start if is_plain else until
    if begin is None or finish is None:
        raise AssertionError("a token of the masked sentence stands nowhere in the text")
    return begin, finish


def _pieces(text: str, sentence: Sentence, mentions: Sequence[Mention], words: Lexicon) -> list[_Piece]:
    pieces = [_stand_in(text, mention) for mention in mentions if sentence.start <= mention.start < sentence.end]
    pieces += [
        _Piece(*match.span(match.lastindex or 0), "now")
        for match in _ASIDE.finditer(text, sentence.start, sentence.end)
        if not any(piece.start < match.end() and match.start(match.lastindex or 0) < piece.end for piece in pieces)
    ]
    pieces += [
        _Piece(match.start(1), match.end(1), "ended")
        for match in _CUT.finditer(text, sentence.start, sentence.end)
        if not any(piece.start < match.end(1) and match.start(1) < piece.end for piece in pieces)
    ]
    pieces += [
        _Piece(match.start(), match.end(), {"date": "go", "dates": "goes", "dated": "went"}[match.group()])
        for match in _DATE_BACK.finditer(text, sentence.start, sentence.end)
    ]
    taken = {index for piece in pieces for index in range(piece.start, piece.end)}
    is_heading = sentence.shape is Shape.HEADING
    in_title_case = is_heading and _is_in_title_case(text, sentence, taken)
    adjectives = {index for mention in mentions if mention.is_adjective for index in range(mention.start, mention.end)}
    after_name = has_verb = False
    previous: tuple[str, ...] = ()
    for word in _WORD.finditer(text, sentence.start, sentence.end):
        if word.start() in taken:
            after_name = word.start() not in adjectives or not has_verb  # "vetoes Palestinian request": a noun
            previous = ()
            continue
        before, previous = previous, (*previous[-1:], word.group().lower())
        rewritten = (
            _plain_infinitive(word.group(), before, words, is_heading=is_heading)
            or _plain_participle(word.group(), before, words)
        ) or _plain_verb(word.group(), words, is_subject_before=is_heading and after_name)
        if rewritten is None and is_heading and word.group().lower() in _PLAIN_NOUN:
            rewritten = _PLAIN_NOUN[word.group().lower()]
        if rewritten is None and in_title_case and not word.group().isupper() and word.start() > sentence.start:
            lowered = word.group()[0].lower() + word.group()[1:]
            rewritten = lowered if lowered != word.group() else None
        has_verb = has_verb or (
            is_heading and any(form.tag == "VBZ" for form in words.forms.get(word.group().lower(), ()))
        )
        if rewritten is not None:
            pieces.append(_Piece(word.start(), word.end(), rewritten))
        low = word.group().lower()
        after_name = low in words.organs or low in words.offices or words.is_noun(low, "agreement")
    return sorted(pieces, key=lambda piece: piece.start)


def _stand_in(text: str, mention: Mention) -> _Piece:
    if mention.thing is Thing.AGREEMENT and mention.text[0].islower():
        return _Piece(mention.start, mention.end, mention.text.rsplit(" ", 1)[-1])
    word = _ADJECTIVE if mention.is_adjective else _STAND_IN[mention.thing]
    return _Piece(mention.start, mention.end, word)


def _is_in_title_case(text: str, sentence: Sentence, taken: set[int]) -> bool:
    long = [
        word.group()
        for word in _WORD.finditer(text, sentence.start, sentence.end)
        if len(word.group()) > 3 and word.start() not in taken
    ]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= _TITLE_SHARE * len(long)


_GOVERNING = {"demanded": "ask", "possible": "want", "planned": "plan", "deny": "refuse", "expected": "expect"}


def _plain_operator(word: str, words: Lexicon) -> str | None:
    """A common verb for one that governs an act in a heading: "urges" becomes "asks"."""
    for form in words.forms.get(word.lower(), ()):
        plain = _GOVERNING.get(words.operators.get(form.lemma, ""))
        if plain is not None and form.tag in ("VB", "VBZ") and form.lemma not in words.say:
            return plain + "s" if form.tag == "VBZ" else plain
    return None


def _plain_participle(word: str, before: tuple[str, ...], words: Lexicon) -> str | None:
    """A common verb after "has" or "had" for one whose form is also a noun: "had cut relations"."""
    if not before or before[-1] not in ("has", "have", "had") or word.lower() not in ("cut", "put", "quit"):
        return None
    return _VERB["VBD"] if words.forms.get(word.lower()) else None


def _plain_infinitive(word: str, before: tuple[str, ...], words: Lexicon, *, is_heading: bool) -> str | None:
    """A common verb for one after "expected to", "agreed to", a heading's "Chad to": it can be nothing but a verb."""
    if before[-1:] != ("to",) or word[0].isupper() or (len(before) < 2 and not is_heading):
        return None
    governs = (
        len(before) < 2
        or before[-2] in ("yet", "have", "has", "had", "still")
        or words.operators.get(before[-2])
        or any(form.lemma in words.operators for form in words.forms.get(before[-2], ()))
    )
    if not governs or before[0] == "be":
        return None
    for form in words.forms.get(word.lower(), ()):
        if (
            form.tag == "VB"
            and form.lemma in words.frames
            and form.lemma not in ("be", "have", "get", "come", "become", "take")
        ):
            frames = words.frames[form.lemma]
            return (_MOVING if all("" not in frame.via or frame.particle for frame in frames) else _VERB)["VB"]
    return None


def _plain_verb(word: str, words: Lexicon, *, is_subject_before: bool) -> str | None:
    """A common verb in the same form for a rare one, where the word can only be a verb; None to leave it."""
    forms = [form for form in words.forms.get(word.lower(), ()) if form.lemma in words.frames]
    if not forms and is_subject_before:
        return _plain_operator(word, words)
    if not forms:
        return None
    form = forms[0]
    frames = words.frames[form.lemma]
    is_moving = all("" not in frame.via or frame.particle for frame in frames)
    if is_subject_before and form.tag in ("VB", "VBZ"):
        return (_MOVING if is_moving else _VERB)[form.tag]
    is_surely_verb = form.tag in ("VBD", "VBG") and len({other.tag for other in forms}) == 1
    is_surely_verb = is_surely_verb or (form.tag in ("VB", "VBZ") and form.lemma in _NEVER_NOUNS)
    if not is_surely_verb or form.lemma in _WELL_KNOWN or word[0].isupper():
        return None
    if is_moving:
        return _MOVING[form.tag] if form.lemma in _NEVER_NOUNS else None
    if form.tag == "VBG" and form.lemma in {"open", "meet", "hand"}:
        return None
    return _VERB[form.tag]
