"""Analysis: one sentence with its tree, the names in it and its expressions of time, ready for the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from depositary.reading.dates import TimeWords
from depositary.reading.language import Token, Tree
from depositary.reading.lexicon import Form, Lexicon
from depositary.reading.mention import Mention, Thing
from depositary.reading.sentences import Sentence, Shape

DEPOSITARY = "un-secretary-general"
"""Speaks as depositary, and does no act of a participant."""
_LINKS = frozenset(", and & or the both as well plus nor / - –".split())
_COURTESIES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "h.e", "h.e."})
_TITLE_LONG = 6
_HIGH = frozenset({"president", "prime", "minister", "foreign", "king", "premier", "chancellor"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_AND = frozenset("and & or nor as plus both - – /".split())
_DOWN = ("compound", "amod", "flat", "appos", "conj", "nmod", "nummod", "det", "list", "dep", "nmod:poss")


@dataclass(slots=True)
class Analysed:
    """A sentence taken apart. Indexes are those of `tree.tokens`.

    `told_by` is the place in the text of the source that "According to X," names before the sentence: those words are
    taken off before parsing, since a parser takes the source for the subject. `timed` are the tokens of expressions of
    time.
    """

    text: str
    sentence: Sentence
    tree: Tree
    mentions: Sequence[Mention]
    times: Sequence[TimeWords]
    words: Lexicon
    told_by: tuple[int, int] | None = None
    lower: tuple[str, ...] = field(init=False)
    at: dict[int, Mention] = field(init=False)
    timed: frozenset[int] = field(init=False)
    _lemmas: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.timed = frozenset(
            token.index
            for words in self.times
            for token in self.tree.tokens
            if token.start < words.end and token.end > words.start
        )
        self.lower = tuple(token.text.lower() for token in self.tree.tokens)
        self.at = {}
        for mention in self.mentions:
            for token in self.tree.tokens:
                if token.start < mention.end and token.end > mention.start:
                    self.at[token.index] = mention

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.tree.tokens

    @property
    def is_heading(self) -> bool:
        """Whether the sentence is a heading, whose tree is worth less."""
        return self.sentence.shape is Shape.HEADING

    def lemma(self, index: int) -> str:
        """The dictionary form in small letters: of the word in the text, where our own lists know it."""
        found = self._lemmas.get(index)
        if found is None:
            found = self._lemmas[index] = self._lemma(index)
        return found

    def _lemma(self, index: int) -> str:
        form = self.form(index)
        if form is not None and self.tokens[index].pos in ("VERB", "AUX"):
            return form.lemma
        low = self.lower[index]
        if self.tokens[index].pos in ("NOUN", "PROPN") or form is None:
            return singular(low)
        return low

    def form(self, index: int) -> Form | None:
        """The form that our lists know the word as; where several, the one that agrees with the tagger."""
        forms = self.words.forms.get(self.lower[index], ())
        if not forms:
            return None
        tag = self.tokens[index].tag
        return next((form for form in forms if form.tag == tag), forms[0])

    def is_participant(self, index: int) -> bool:
        """Whether the token is (in) the name of a participant or of a person in office."""
        mention = self.at.get(index)
        if mention is None or mention.ids[:1] == (DEPOSITARY,):
            return False
        return mention.thing in (Thing.PARTICIPANT, Thing.PERSON)

    def holds(self, place: int) -> bool:
        """Whether this place of the text, in code points, lies in this sentence."""
        return self.tree.start <= place < self.tree.end

    def phrase(self, head: int, relations: Iterable[str] = _DOWN) -> tuple[int, ...]:
        """The tokens of the noun phrase of this head, clauses left out, in the order of the text."""
        wanted = tuple(relations)
        found = [head]
        for each in found:
            found.extend(
                child
                for child in self.tree.children(each)
                if self.tokens[child].relation in wanted or self.tokens[child].relation.partition(":")[0] in wanted
            )
        return tuple(sorted(set(found)))

    def cases(self, index: int) -> tuple[str, ...]:
        """The prepositions that lead to this noun, in small letters."""
        return tuple(self.lower[child] for child in self.tree.related(index, "case", "mark", "fixed"))

    def coordinated(self, index: int) -> tuple[int, ...]:
        """All names of participants that stand in one run with this one: "A, B and C"."""
        if index not in self.at:
            return (index,)
        names = sorted({index, *self._run(index, -1), *self._run(index, 1)})
        lists: list[list[int]] = [[names[0]]]
        is_closed = False  # after "A, B and C" a comma begins something new: "as in A and B, C signed"
        for before, after in pairwise(names):
            if self.at[before] is self.at[after]:
                lists[-1].append(after)
                continue
            is_and = any(self.lower[at] in _AND for at in range(before + 1, after))
            if not is_and and "," not in self.lower[before + 1 : after]:
                lists[-1].append(after)  # "Paraguayan President Santiago Peña"
                continue
            is_anew = is_and and self.lower[before + 1] == "," and self._has_own_and(names, after)
            if (is_closed and not is_and) or is_anew:
                lists.append([])
            is_closed = is_and
            lists[-1].append(after)
        own = self._of_one_clause(next(each for each in lists if index in each), index)
        has_and = any(self.lower[at] in _AND for at in range(own[0], own[-1])) or self._goes_on(own[-1])
        mentions = {id(self.at[at]) for at in own if at in self.at}
        if len(mentions) == 2 and not self.is_heading and self._is_parted(own, index):
            return tuple(at for at in own if self.at.get(at) is self.at.get(index))
        if self.is_heading or has_and or len(own) == 1:
            return tuple(own)
        # names parted by commas alone are a list only in a heading: "After talks with Israel, Lebanon said"
        return tuple(at for at in own if self.at[at] is self.at[index])

    def _of_one_clause(self, own: list[int], index: int) -> list[int]:
        """ "Before they left for Brussels, Kenya and Chad signed": a name after a preposition is none of who acts."""
        is_subject = self.tokens[index].relation.startswith("nsubj")
        first = own[0]
        is_aside = is_subject and first < index and self.tokens[first].relation.startswith("obl") and self.cases(first)
        return [at for at in own if at >= index] if is_aside else own

    def _has_own_and(self, names: list[int], first: int) -> bool:
        """ "With Modi there, and Nigeria and Rwanda signed": after a comma, the names from here on are a list."""
        rest = [at for at in names if at >= first]
        return any(self.at[one] is not self.at[other] and self.lower[one + 1] == "and" for one, other in pairwise(rest))

    def _goes_on(self, last: int) -> bool:
        """ "Japan, Australia and nine others": a list of which the last are not named."""
        after = self.lower[last + 1 + (self.lower[last + 1 : last + 2] == (",",)) : last + 8]
        if after[:2] == ("and", "the") and after[2:3] in (("two",), ("three",)):  # "Iran, Israel, and the two Koreas"
            return True
        is_more = any(word in ("others", "other") for word in after[1:3])
        is_counted = after[1:2] == ("the",) and any(
            word in ("members", "countries", "states", "nations") for word in after
        )
        return after[:1] == ("and",) and (is_more or is_counted)

    def _is_parted(self, own: list[int], index: int) -> bool:
        """ "Under pressure from the United States, and Argentina refused": a comma before "and" parts two names."""
        between = [at for at in range(own[0], own[-1]) if at not in self.at]
        return any(self.lower[at : at + 2] == (",", "and") for at in between)

    def _run(self, index: int, step: int) -> list[int]:
        run: list[int] = []
        at = index + step
        while 0 <= at < len(self.tokens):
            if self.is_participant(at):
                run.append(at)
            elif not self._links(at):
                break
            at += step
        return run

    def _links(self, at: int) -> bool:
        if self.lower[at] == "as" and "well" not in self.lower[max(0, at - 1) : at + 2]:
            return False  # "recognises Kosovo as Syria's leader meets"
        if self.lower[at] in _LINKS or self.lower[at] in _COURTESIES:
            return True
        if (
            self.lower[at] in _POSSESSIVES
            and self.is_participant(at + 1)
            and self.lower[at + 2 : at + 3] == ("counterpart",)
        ):
            return True
        if self.lower[at - 1 : at + 1] == ("and", "of"):
            return True  # "representatives of Georgia and of Russia"
        token = self.tokens[at]
        if self._is_in_title(at):
            return True
        if token.tag == "POS" and self.lower[at + 1 : at + 2] == ("and",) and self.is_participant(at + 2):
            return True  # "Zambia's and Malawi's ministers"
        if token.tag == "POS" and self.is_participant(at - 1):  # "Kenya's William Ruto", "Benin's President Talon"
            next_ = at + 1
            while next_ < len(self.tokens) - 1 and self.lower[next_] in _HIGH:
                next_ += 1
            return next_ in self.at and self.at[next_].thing is Thing.PERSON
        # "Saudi Arabia and nuclear-armed Pakistan"
        return self.lower[at] != ":" and (
            token.relation in ("amod", "punct", "compound", "det", "nmod:desc", "nummod")
            and token.head > at
            and self.is_participant(self._above(at))
        )

    def _is_in_title(self, at: int) -> bool:
        """ "Boric and [the President of] Costa Rica": the words of an office between two names."""
        first = at
        while (
            first > 0
            and self.tokens[first - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "ADP")
            and first - 1 not in self.at
        ):
            first -= 1
        of = next((n for n in range(at, min(len(self.tokens) - 1, at + _TITLE_LONG)) if self.lower[n] == "of"), None)
        if (
            of is None
            or first == 0
            or self.lower[first - 1] != "and"
            or not self.is_participant(of + 1 + (self.lower[of + 1] == "the"))
        ):
            return False
        return any(self.lemma(n) in self.words.offices for n in range(first, of)) and self.lower[first] == "the"

    def _above(self, at: int) -> int:
        """The name above a modifier, or the first noun: "Prime Minister" leads to who it is."""
        head = self.tokens[at].head
        if self.tokens[head].pos in ("ADJ", "VERB") or self.tokens[head].relation in ("nmod:desc", "compound"):
            return self.tokens[head].head
        return head


def singular(word: str) -> str:
    """The singular of a noun, well enough for our lists."""
    if word.endswith("ies") and len(word) > 4 and word not in ("ties", "movies", "allies"):
        return word[:-3] + "y"
    if word in ("allies", "news"):
        return {"allies": "ally"}.get(word, word)
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
