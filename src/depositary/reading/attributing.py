"""Attributing: who is made the source of what, by which words, in any text; not only of acts of diplomacy.

The parts are those of the field (source, cue, content; Pareti 2015, PolNeAR 2018). A source may say a thing, hold it
(think, find, resolve) or want it; the words are in `rules/attribution.toml`, the rest is read off the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from depositary.reading.language import Token, Tree
from depositary.reading.lexicon import rules

Run = tuple[int, int]
"""First and last token, both included."""

_STOPS = frozenset({".", ",", ";", ":", "—", "–", "--", "-", "?", "!"})
_LINKS = frozenset({"and", "but", "or"})
_OPENS, _CLOSES = frozenset("“‘"), frozenset("”")
_BEGIN, _END = frozenset({"“", '"'}), frozenset({"”", '"'})
_NO_SOURCE = frozenset({"it", "that", "this", "which", "there"})
"""What is mostly no source before a verb with a thing: "a deal that shows the way"."""
_SECONDARY = frozenset({"advcl", "xcomp", "conj"})
_LONG_NAME = 8
"""Tokens after "according to" in which its noun stands."""


class Holding(Enum):
    """How the source stands to the content."""

    SAYS = auto()
    HOLDS = auto()
    WANTS = auto()
    OF = auto()


@dataclass(frozen=True, slots=True)
class Attributed:
    """Tokens of one tree: the words that attribute, the source if it is named, and what is attributed to it.

    `verb` is the token at the heart of the cue. There are two contents where the cue parts a sentence in two.
    """

    verb: int
    holding: Holding
    cue: Run
    source: Run | None
    contents: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The verbs of `rules/attribution.toml`."""

    says: frozenset[str]
    holds: frozenset[str]
    wants: frozenset[str]
    wants_of: frozenset[str]
    of: frozenset[str]
    of_and: frozenset[str]
    with_word: Mapping[str, frozenset[str]]


@cache
def _words() -> _Words:
    given = rules("attribution")
    return _Words(
        says=frozenset(given["says"]),
        holds=frozenset(given["holds"]),
        wants=frozenset(given["wants"]),
        wants_of=frozenset(given["wants-of"]),
        of=frozenset(given["of"]),
        of_and=frozenset(given["of-and"]),
        with_word={verb: frozenset(words) for verb, words in given["with"].items()},
    )


def attributed(tree: Tree, quoted: frozenset[int] | None = None) -> tuple[Attributed, ...]:
    """The attributions of one sentence, in the order of their verbs; none of verbs within quoted tokens.

    `quoted` are these, where the sentences around it tell; without it they are those that the sentence shows itself.
    """
    return tuple(_Sentence(tree, quoted_in([tree])[0] if quoted is None else quoted).all())


def is_saying(lemma: str) -> bool:
    """Whether the verb passes on what somebody says: "insists", "joked", "recalled"."""
    return lemma in _words().says


def quoted_in(trees: Sequence[Tree]) -> list[frozenset[int]]:
    """The tokens of each of these sentences that stand in quotation marks, which may go on over sentences."""
    found, is_open = [], False
    for tree in trees:
        inside = set()
        for token in tree.tokens:
            was_open = is_open
            is_open = (is_open or token.text in _BEGIN) and not (was_open and token.text in _END)
            if is_open or was_open:
                inside.add(token.index)
        found.append(frozenset(inside))
    return found


class _Sentence:
    """Finds the attributions of a sentence."""

    def __init__(self, tree: Tree, quoted: frozenset[int]) -> None:
        self.tree = tree
        self.tokens: tuple[Token, ...] = tree.tokens
        self.lower = tuple(token.text.lower() for token in tree.tokens)
        self.quoted = quoted
        self.words = _words()
        self.governed: set[int] = set()

    def all(self) -> Iterator[Attributed]:
        for index, token in enumerate(self.tokens):
            if self.lower[index : index + 2] == ("according", "to"):
                yield from self._according(index)
            elif token.pos in ("VERB", "AUX") and index not in self.quoted and not self._is_adjective(token):
                yield from self._of_verb(index)

    def _is_adjective(self, token: Token) -> bool:
        """ "The proposed deal", "a pact proposed by": of these nobody is made the source."""
        return token.tag == "VBN" and token.relation in ("amod", "acl")

    def _according(self, at: int) -> Iterator[Attributed]:
        """ "According to two officials, S", "S, according to two officials"."""
        heads = (*self.tree.children(at), self.tokens[at].head, *range(at + 2, min(len(self.tokens), at + _LONG_NAME)))
        nouns = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        head = next((each for each in heads if each > at + 1 and self.tokens[each].pos in nouns), None)
        if head is None:
            return
        source = self._trimmed(at + 2, self.tree.subtree(head)[-1])
        if at <= 2:
            content = self._trimmed(source[1] + 1, len(self.tokens) - 1)
        else:
            before = [each for each in self.tree.subtree(self._clause(head)) if each < at]
            content = self._trimmed(min(before, default=0), at - 1)
        yield Attributed(at, Holding.SAYS, (at, at + 1), source, (content,) if content[0] <= content[1] else ())

    def _clause(self, index: int) -> int:
        """The verb over this token, itself if it is one; the root where there is none."""
        way = self.tree.path(index)
        return next((each for each in way if self.tokens[each].pos in ("VERB", "AUX")), way[-1])

    def _of_verb(self, verb: int) -> Iterator[Attributed]:
        lemma = self.tokens[verb].lemma.lower()
        holding, contents, particle = self._contents(verb, lemma)
        if holding is None or verb in self.governed:
            return
        head, first = self._subject(verb), verb
        relation = self.tokens[verb].relation.partition(":")[0]
        if head is None and relation == "xcomp":
            governor = self.tokens[verb].head
            between = range(governor + 1, verb)
            is_near = all(self.lower[at] == "to" or self.tokens[at].pos in ("ADV", "PART") for at in between)
            if governor < verb and self.tokens[governor].pos in ("VERB", "ADJ") and is_near:
                self.governed.add(governor)  # "continued to call for"
                head, first = self._subject(governor), governor
        if head is None and lemma not in self.words.says and relation not in _SECONDARY:
            return
        is_empty = head is not None and self.lower[head] in _NO_SOURCE
        if is_empty and holding is Holding.OF and lemma in self.words.of:
            return
        cue = self._cue(first)[0], max(verb, particle, self._cue(verb)[1])
        source = self._source(head, cue) if head is not None else None
        apart = [part for content in contents for part in self._apart(content, cue, source)]
        yield Attributed(verb, holding, cue, source, tuple(apart))

    def _contents(self, verb: int, lemma: str) -> tuple[Holding | None, list[Run], int]:
        """How the source stands to what, and the last token of the cue where that is a preposition (else -1)."""
        words = self.words
        said = Holding.SAYS if lemma in words.says else Holding.HOLDS
        if lemma in words.says and self.tokens[verb].relation.startswith("parataxis"):
            return said, self._around(verb), -1
        if lemma in words.says | words.holds:
            clause = next(iter(self.tree.related(verb, "ccomp")), None)
            if clause is not None:
                return said, [self._whole(clause, verb)], -1
            beside = next(iter(self.tree.related(verb, "parataxis")), None)
            if beside is not None and lemma in words.says:
                content = self._whole(beside, verb)
                if beside < verb or beside in self.quoted or ":" in self.lower[verb + 1 : content[0]]:
                    return said, [content], -1
        if lemma in words.wants and (wanted := self._wanted(verb, lemma)) is not None:
            return Holding.WANTS, [wanted], -1
        if lemma in words.of and (thing := self._thing(verb, lemma)) is not None:
            return Holding.OF, [thing], -1
        for phrase in self.tree.related(verb, "obl", "advcl", "advmod", "obj") if lemma in words.with_word else ():
            near = (each for each in self.tree.related(phrase, "case", "mark") if each in (verb + 1, verb + 2))
            case = next((each for each in near if self.lower[each] in words.with_word[lemma]), None)
            if case is not None and phrase > case:
                rest = [each for each in self.tree.subtree(phrase) if each > case]
                return Holding.OF, [self._trimmed(rest[0], rest[-1])], case
        quotation = self._quotation(verb) if lemma in words.says else None
        return (said, [quotation], -1) if quotation is not None else (None, [], -1)

    def _around(self, verb: int) -> list[Run]:
        """ "S, he said", "S, he said, and S": all that the cue hangs from, without the cue."""
        own = self.tree.subtree(verb)
        head = self._clause(self.tokens[verb].head)  # "the road, he said, will open": hung from the road
        rest = [each for each in self.tree.subtree(head) if each not in own]
        parts = ([each for each in rest if each < own[0]], [each for each in rest if each > own[-1]])
        runs = [self._trimmed(part[0], part[-1]) for part in parts if part]
        return [run for run in runs if run[0] <= run[1]]

    def _whole(self, clause: int, verb: int) -> Run:
        """The clause, on its side of the verb."""
        inside = [each for each in self.tree.subtree(clause) if (each > verb) == (clause > verb)]
        for each in (
            at for at in inside if self.lower[at : at + 2] == ("according", "to") and self.lower[at - 1] == ","
        ):
            inside = [at for at in inside if at < each] or inside  # "S, according to T": said by T, all of it
        return self._trimmed(inside[0], inside[-1])

    def _wanted(self, verb: int, lemma: str) -> Run | None:
        """ "Vowed to respond", "wants Ghana to sign"."""
        goal = next((each for each in self.tree.related(verb, "xcomp") if each > verb), None)
        if goal is None or self.tokens[goal].pos not in ("VERB", "AUX"):
            return None
        inside = self._after(goal, verb)
        first, last = inside[0], inside[-1]
        hearer = next(iter(self.tree.related(verb, "obj", "iobj")), None)
        if hearer is not None and lemma in self.words.wants_of and verb < hearer < goal:
            first = self._after(hearer, verb)[0]
        return self._trimmed(first, last)

    def _thing(self, verb: int, lemma: str) -> Run | None:
        """ "Rejected the deal", "called it a farce"."""
        thing = next(iter(self.tree.related(verb, "obj")), None)
        if thing is None or thing < verb or self.tokens[thing].pos == "PRON":
            return None
        last = self._after(thing, verb)[-1]
        more = [*self.tree.related(verb, "xcomp")]
        more += [each for each in self.tree.related(verb, "obl") if each > thing and lemma in self.words.of_and]
        return self._trimmed(
            self._after(thing, verb)[0], max(last, *(self.tree.subtree(each)[-1] for each in more), -1)
        )

    def _quotation(self, verb: int) -> Run | None:
        """What stands in quotation marks, or before a comma, beside a verb of saying whose tree has no clause."""
        after = verb + 1
        while after < len(self.tokens) and self.lower[after] in (",", ":"):
            after += 1
        if self.lower[verb + 1 : verb + 2] == (":",) or self.lower[after : after + 1] == ("“",):
            closing = (at for at in range(after + 1, len(self.tokens)) if self.lower[at] == "”")
            return (after, next(closing, len(self.tokens) - 1)) if after < len(self.tokens) else None
        head = self._subject(verb)
        left = verb - 1 if head is None or head > verb else self.tree.subtree(head)[0] - 1
        return self._trimmed(0, left) if left > 0 and self.lower[left] in ("”", ",") else None

    def _after(self, index: int, verb: int) -> list[int]:
        return [each for each in self.tree.subtree(index) if each > verb]

    def _subject(self, verb: int) -> int | None:
        subjects = self.tree.related(verb, "nsubj")
        return next((each for each in subjects if self.tokens[each].relation != "nsubj:pass"), None)

    def _cue(self, verb: int) -> Run:
        """The verb with its auxiliaries, its "not" and the adverbs between, and a particle."""
        first = verb
        while first > 0 and self._belongs(first - 1, verb):
            first -= 1
        is_particle = verb + 1 < len(self.tokens) and self.tokens[verb + 1].relation == "compound:prt"
        return first, verb + 1 if is_particle and self.tokens[verb + 1].head == verb else verb

    def _belongs(self, at: int, verb: int) -> bool:
        token = self.tokens[at]
        is_small = token.relation.partition(":")[0] in ("aux", "advmod") or self.lower[at] in ("not", "n't", "to")
        return token.head == verb and token.pos != "PUNCT" and (is_small or token.pos == "ADV")

    def _source(self, head: int, cue: Run) -> Run | None:
        """The phrase of the subject on its side of the cue, with the comma that ends what is said of who it is."""
        aside = {at for each in self.tree.related(head, "parataxis") for at in self.tree.subtree(each)}
        is_before = head < cue[0]
        inside = [at for at in self.tree.subtree(head) if at not in aside and (at < cue[0]) == is_before]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        while first < head and self.lower[first] in _STOPS | _LINKS | _OPENS | _CLOSES:
            first += 1
        while last > head and self.lower[last] in _STOPS | _OPENS:
            last -= 1
        if is_before and self.lower[last + 1] == "," and "," in self.lower[first:last] and last + 1 < cue[0]:
            last += 1
        return first, last

    def _trimmed(self, first: int, last: int) -> Run:
        """Without marks and links at its borders, and with the quotation marks that belong to it."""
        while first <= last and self.lower[first] in _STOPS | _LINKS:
            first += 1
        while last >= first and self.lower[last] in _STOPS | _LINKS:
            last -= 1
        if first > last:
            return first, last
        if first > 0 and self.lower[first - 1] in _OPENS:
            first -= 1
        inside = self.lower[first : last + 1]
        if inside.count("“") > inside.count("”") or inside[0] in _OPENS:
            for at in range(last + 1, min(last + 3, len(self.tokens))):
                if self.lower[at] in ("”", "’"):
                    return first, at
        return first, last

    def _apart(self, content: Run, cue: Run, source: Run | None) -> Iterator[Run]:
        """The content without the tokens of cue and source: one run, or one on either side."""
        taken = {at for run in (cue, source) if run is not None for at in range(run[0], run[1] + 1)}
        rest = [at for at in range(content[0], content[1] + 1) if at not in taken]
        for part in _runs(rest):
            run = self._trimmed(*part) if len(rest) <= content[1] - content[0] else part
            if run[0] <= run[1]:
                yield run


def _runs(indexes: Iterable[int]) -> Iterator[Run]:
    """The unbroken stretches of these numbers, which ascend."""
    begin = before = None
    for index in indexes:
        if begin is None or before is None or index != before + 1:
            if begin is not None and before is not None:
                yield begin, before
            begin = index
        before = index
    if begin is not None and before is not None:
        yield begin, before
