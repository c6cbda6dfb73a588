"""Language: how the words of a sentence hang together, so that rules can ask who does what to which agreement.

The small language is a convolutional tagger and parser trained on open treebanks (`training/language/`, described in
`docs/language.md`). It finds the frame of a plain sentence, and goes wrong on attachments and headings: a rule must
not stand on a tree alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

WEIGHTS = Path(__file__).with_name("weights") / "small"

# A sentence longer than this is cut at spaces. The longest of 20,000 treebank sentences has 165 tokens; what is
# longer is a list or a table, and its tree would mean nothing.
MOST_TOKENS = 250
MOST_CODE_POINTS = 5_000

# A run without a space longer than this is cut too: no word is so long, and the tokenizer slows down on it.
LONGEST_RUN = 300

# Relation of a word the parser left hanging, from Universal Dependencies: "dep", a relation nobody could name.
UNNAMED = "dep"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a sentence, as the parser sees it.

    `start` and `end` are code points of the document, end exclusive; `text[start:end]` is the token's text.
    `index` and `head` count tokens of its tree from 0; the root is its own head. `tag` is the Penn Treebank tag, `pos`
    and `relation` are those of Universal Dependencies, with subtypes ("nsubj:pass").
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence, or one piece of an overlong one, whose tokens hang from a single root.

    `start` and `end` are code points of the document, end exclusive. There is at least one token, and no token is
    white space.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Write down who hangs from whom, once."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))

    @property
    def root(self) -> Token:
        """The token from which all others hang."""
        return next(token for token in self.tokens if token.head == token.index)

    def children(self, index: int) -> tuple[int, ...]:
        """The tokens that hang directly from this one, in the order of the text."""
        return self._children[index]

    def related(self, index: int, *relations: str) -> tuple[int, ...]:
        """The children in one of these relations; a relation without a subtype includes its subtypes.

        So "nsubj" finds "nsubj:pass" too, and "nsubj:pass" finds nothing else.
        """
        return tuple(
            child
            for child in self._children[index]
            if (relation := self.tokens[child].relation) in relations or relation.partition(":")[0] in relations
        )

    def subtree(self, index: int) -> tuple[int, ...]:
        """This token and all that hangs from it, in the order of the text; it may have gaps."""
        found = [index]
        for each in found:
            found.extend(self._children[each])
        return tuple(sorted(found))

    def path(self, index: int) -> tuple[int, ...]:
        """The way up from this token to the root, both included."""
        way = [index]
        while (head := self.tokens[way[-1]].head) != way[-1]:
            way.append(head)
        return tuple(way)


class Language(Protocol):
    """What turns sentences into trees."""

    @property
    def name(self) -> str:
        """Which language layer read the sentence, down to its weights; it stands in the trace of each claim."""

    def parse(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Tree]:
        """The trees of these sentences of the text, in their order.

        A sentence is a start and an end in code points of the text, end exclusive. One sentence is one tree, except
        that a blank one has none and that one above `MOST_TOKENS` or `MOST_CODE_POINTS` is cut into several. The tree
        of a sentence depends on that sentence alone.
        """


@cache
def small() -> Language:
    """The small language that comes with the package; its weights are read once in a process, when first asked for."""
    return load(WEIGHTS)


def load(weights: Path) -> Language:
    """A small language with other weights, as when a newly trained one is measured."""
    digest = sha256()
    for path in sorted(weights.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return _Small(
        name=f"small 1 ({digest.hexdigest()[:8]})",
        _weights=weights,
        _pipeline=_pipeline(weights),
        _lemmas=lemmas_of(weights),
    )


def _pipeline(weights: Path) -> Pipeline:
    """The spaCy pipeline of these weights, knowing no words yet."""
    import spacy

    return spacy.load(weights)


def lemmas_of(weights: Path) -> Lemmas:
    """The table of dictionary forms of these weights."""
    table = json.loads((weights / "lemmas.json").read_text("utf-8"))
    return Lemmas(table["endings"], table["words"], frozenset(table["verbs"]))


_MOST_LEMMAS_KEPT = 50_000
"""Words with their tags; a process that reads for weeks does not grow."""


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Dictionary forms by tag: listed words first, then the change of the longest known ending."""

    endings: dict[str, dict[str, tuple[int, str]]]
    words: dict[str, dict[str, str]]
    verbs: frozenset[str]
    found: dict[tuple[str, str, str], str] = field(default_factory=dict, compare=False)

    def lemma(self, text: str, tag: str, pos: str) -> str:
        """The dictionary form; names keep their capitals, other words lose them."""
        asked = text, tag, pos
        if (known := self.found.get(asked)) is None:
            if len(self.found) >= _MOST_LEMMAS_KEPT:
                self.found.clear()
            known = self.found[asked] = self._lemma(text, tag, pos)
        return known

    def _lemma(self, text: str, tag: str, pos: str) -> str:
        form = text.replace("\u2019", "'")
        form = form if pos == "PROPN" else form.lower()
        table = _SAME_TABLE.get(tag, tag)
        listed = self.words.get(table, {}).get(form)
        if listed is not None:
            return listed
        endings = self.endings.get(table, {})
        low = form.lower()
        for start in range(max(0, len(low) - _LONGEST_ENDING), len(low) + 1):
            if (change := endings.get(low[start:])) is not None:
                form = form[: len(form) - change[0]] + change[1]
                break
        if table in _INFLECTED and form not in self.verbs:
            undoubled = form[:-1] if form[-1:] == form[-2:-1] else ""
            form = next((other for other in (form + "e", undoubled) if other in self.verbs), form)
        return form or text


# Sentences parsed at once. More are faster; the trees are the same, because the BLIS products that spaCy uses on a
# processor compute each row alike whatever stands beside it (`tests/reading/test_language.py`).
_BATCH = 64

# spaCy remembers each different word it has met, in some 300 bytes. After so many the pipeline is read anew, in half a
# second, so that a process that reads for weeks does not grow. spaCy's memory zones do the same at 2/3 of the speed.
_MOST_WORDS_KEPT = 300_000

# Halves of a surrogate pair, which a badly decoded document may hold and spaCy cannot take.
_LONE = re.compile("[\ud800-\udfff]")

# The tables were learnt with these; see `training/language/lemmas.py`.
_SAME_TABLE = {"VBN": "VBD", "VBP": "VB"}
_INFLECTED = frozenset({"VBD", "VBG"})
_LONGEST_ENDING = 6


@dataclass(slots=True)
class _Small:
    """The spaCy pipeline behind `small()`."""

    name: str
    _weights: Path
    _pipeline: Pipeline
    _lemmas: Lemmas
    # Threads take turns: spaCy keeps one table of words for all of them.
    _turn: Lock = field(default_factory=Lock)

    def parse(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Tree]:
        """See `Language.parse`."""
        with self._turn:
            if len(self._pipeline.vocab) > _MOST_WORDS_KEPT:
                self._pipeline = _pipeline(self._weights)
            pieces = [
                piece
                for sentence in sentences
                for start, end in runs(text, *sentence)
                for piece in self._pieces(_LONE.sub("\ufffd", text[start:end]), start)
            ]
            docs = self._pipeline.pipe((doc for doc, _ in pieces), batch_size=_BATCH)
            return [self._tree(text, doc, starts) for doc, (_, starts) in zip(docs, pieces, strict=True)]

    def _pieces(self, text: str, offset: int) -> Iterator[tuple[Doc, list[int]]]:
        """The text as unparsed docs of at most `MOST_TOKENS` without white space, with each token's start."""
        from spacy.tokens import Doc

        whole = self._pipeline.make_doc(text)
        kept = [token for token in whole if not token.is_space]
        while kept:
            size = len(kept)
            if size > MOST_TOKENS:
                spaced = (i + 1 for i in range(MOST_TOKENS - 1, 0, -1) if kept[i].idx + len(kept[i]) < kept[i + 1].idx)
                size = next(spaced, MOST_TOKENS)
            piece, kept = kept[:size], kept[size:]
            doc = whole
            if size < len(whole):
                doc = Doc(
                    whole.vocab,
                    words=[token.text for token in piece],
                    spaces=[token.idx + len(token) < after.idx for token, after in pairwise(piece)] + [False],
                )
                for token, original in zip(doc, piece, strict=True):
                    token.norm_ = original.norm_
            for token in doc:
                token.is_sent_start = token.i == 0
            yield doc, [offset + token.idx for token in piece]

    def _tree(self, text: str, doc: Doc, starts: list[int]) -> Tree:
        """The parsed doc as a tree of the document."""
        root = _root(doc)
        tokens = []
        for token, start in zip(doc, starts, strict=True):
            head, relation = token.head.i, token.dep_
            if token.i == root:
                relation = "root"
            elif head == token.i:
                head, relation = root, UNNAMED
            end = start + len(token)
            word, tag, pos = text[start:end], token.tag_, token.pos_
            lemma = self._lemmas.lemma(word, tag, pos)
            tokens.append(Token(token.i, start, end, word, lemma, tag, pos, head, relation))
        return Tree(tokens[0].start, tokens[-1].end, tuple(tokens))


def _root(doc: Doc) -> int:
    """The token to hang the sentence from: of several that the parser left headless, the one with most below it."""
    roots = [token for token in doc if token.head.i == token.i]
    if len(roots) == 1:
        return roots[0].i
    return max(roots, key=lambda token: (sum(1 for _ in token.subtree), -token.i)).i


def runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence in spans of at most `MOST_CODE_POINTS`, cut at spaces, and after `LONGEST_RUN` without one."""
    begun, space, word = start, start, start
    for at in range(start, end) if end - start >= LONGEST_RUN else ():
        if text[at].isspace():
            space = word = at + 1
        if at + 1 - word >= LONGEST_RUN:
            yield begun, at + 1
            begun = space = word = at + 1
        elif at + 1 - begun >= MOST_CODE_POINTS:
            cut = space if space > begun else at + 1
            yield begun, cut
            begun = cut
    if begun < end:
        yield begun, end
