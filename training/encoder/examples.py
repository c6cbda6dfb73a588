"""Examples: gold sentences in pieces and numbers, in another print each epoch, gathered in batches of a like length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from depositary.reading.pieces import UNKNOWN, Pieces
from training.encoder.names import LABELS, Named
from training.language.treebanks import Sentence
from training.language.variants import lowered, titled, variant

# A relation seen less often in training is called by its main relation, and that one "dep" if it is rare too.
FEWEST_RELATIONS = 20

# Share of the words whose pieces are hidden in an epoch, so that the layers look at what stands around a word.
HIDDEN_SHARE = 0.05
# Share of the sentences whose names become one plain word each, as the reader masks them (docs/decisions/0007).
MASKED_SHARE = 0.15
MASKED_NAME_SHARE = 0.7
STAND_INS = ("France", "France", "France", "Smith", "Charter", "CNN")
# Shares of the sentences with names that are printed in lower case, and as a title.
NAMED_LOWER_SHARE, NAMED_TITLE_SHARE = 0.05, 0.1

# Nothing is learnt from a word with this number.
OPEN = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """What the heads tell, in the order of their numbers."""

    pos: tuple[str, ...]
    tag: tuple[str, ...]
    name: tuple[str, ...]
    relation: tuple[str, ...]

    @property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """The kinds of tags that are told in one product."""
        return (self.pos, self.tag, self.name)


def labels_of(sentences: Sequence[Sentence]) -> Labels:
    """The labels of these trees, and of names."""
    words = [word for each in sentences for word in each.words]
    counted = Counter(word.relation for word in words if word.relation != "ROOT")
    relations = {name for name, count in counted.items() if count >= FEWEST_RELATIONS} | {"dep"}
    tags = Counter(word.tag for word in words)
    return Labels(tuple(sorted({word.pos for word in words})), tuple(sorted(tags)), LABELS, tuple(sorted(relations)))


def masked(sentence: Sentence, chance: Random) -> Sentence:
    """The sentence with some of its names as one plain word each; a name is a proper noun with those flat below it."""
    words = sentence.words
    gone: dict[int, int] = {}
    forms: dict[int, str] = {}
    for at, word in enumerate(words):
        parts = {at} | {
            below
            for below, other in enumerate(words)
            if other.head == at
            and below != at
            and other.pos == "PROPN"
            and other.relation.split(":")[0] in ("flat", "compound")
        }
        low, high = min(parts), max(parts)
        is_whole = high - low + 1 == len(parts) and not any(
            other.head in parts - {at} for below, other in enumerate(words) if below not in parts
        )
        is_name = word.pos == "PROPN" and word.relation.split(":")[0] not in ("flat", "compound") and word.tag == "NNP"
        if is_name and is_whole and not parts & gone.keys() and chance.random() < MASKED_NAME_SHARE:
            forms[at] = chance.choice(STAND_INS)
            gone.update({part: at for part in parts if part != at})
    if not forms:
        return sentence
    places = {at: place for place, at in enumerate(at for at in range(len(words)) if at not in gone)}
    last_of = {at: max([at, *(part for part, head in gone.items() if head == at)]) for at in forms}
    return Sentence(
        tuple(
            replace(
                word,
                form=forms.get(at, word.form),
                head=places[gone.get(word.head, word.head)],
                space_after=words[last_of.get(at, at)].space_after,
            )
            for at, word in enumerate(words)
            if at not in gone
        )
    )


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in numbers: `tags` has a row for each kind of tag, `heads` counts the root as 0."""

    pieces: list[int]
    shapes: list[int]
    words: list[int]
    tags: list[list[int]]
    heads: list[int]
    relations: list[int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, padded with nothing: `seen` tells pieces from padding."""

    pieces: NDArray[np.int32]
    shapes: NDArray[np.int32]
    seen: NDArray[np.bool_]
    words: NDArray[np.int32]
    tags: NDArray[np.int32]
    heads: NDArray[np.int32]
    relations: NDArray[np.int32]


class Maker:
    """Makes examples of sentences, with these pieces and labels."""

    def __init__(self, pieces: Pieces, labels: Labels) -> None:
        """Number the labels; `main` is the number of each relation's main relation."""
        self._pieces, self.labels = pieces, labels
        self._numbers = [{label: number for number, label in enumerate(kind)} for kind in labels.kinds]
        self._relations = {label: number for number, label in enumerate(labels.relation)}
        mains = sorted({label.partition(":")[0] for label in labels.relation})
        self.main = [mains.index(label.partition(":")[0]) for label in labels.relation]
        self.punctuation = self._relations["punct"]

    def of_tree(self, sentence: Sentence) -> Example:
        """A sentence of a treebank; its names are open."""
        words = sentence.words
        cut = self._pieces.cut([word.form for word in words])
        pos, tag, _ = self._numbers
        relations = [OPEN if word.relation == "ROOT" else self._relation(word.relation) for word in words]
        heads = [0 if word.relation == "ROOT" else word.head + 1 for word in words]
        tags = [[pos[word.pos] for word in words], [tag.get(word.tag, OPEN) for word in words], [OPEN] * len(words)]
        return Example(cut.pieces, cut.shapes, cut.words, tags, heads, relations)

    def of_names(self, named: Named, sentence: Sentence) -> Example:
        """A sentence of which only names are known, in the print of `sentence`."""
        cut = self._pieces.cut([word.form for word in sentence.words])
        unknown = [OPEN] * len(cut.words)
        names = [OPEN if name is None else self._numbers[2][name] for name in named.names]
        return Example(cut.pieces, cut.shapes, cut.words, [unknown, unknown, names], unknown, unknown)

    def _relation(self, name: str) -> int:
        number = self._relations.get(name, self._relations.get(name.partition(":")[0]))
        return self._relations["dep"] if number is None else number

    def epoch(self, trees: Sequence[Sentence], named: Sequence[Named], size: int, seed: int) -> list[Batch]:
        """All sentences once, each in a print drawn anew, in batches of about `size` pieces and in random order."""
        chance = Random(seed)
        examples = []
        for tree in trees:
            drawn = masked(tree, chance) if chance.random() < MASKED_SHARE else tree
            examples.append(self.of_tree(variant(drawn, chance)))
        for each in named:
            draw, printed = chance.random(), each.sentence
            if draw < NAMED_LOWER_SHARE:
                printed = lowered(printed)
            elif draw < NAMED_LOWER_SHARE + NAMED_TITLE_SHARE:
                printed = titled(printed, small_to=False)
            examples.append(self.of_names(each, printed))
        found = list(batches([self._hidden(each, chance) for each in examples], size, chance))
        chance.shuffle(found)
        return found

    def _hidden(self, example: Example, chance: Random) -> Example:
        unknown = self._pieces.numbers[UNKNOWN]
        pieces = list(example.pieces)
        ends = [*example.words[1:], len(pieces)]
        for start, end in zip(example.words, ends, strict=True):
            if chance.random() < HIDDEN_SHARE:
                pieces[start:end] = [unknown] * (end - start)
        return replace(example, pieces=pieces)


def batches(examples: Sequence[Example], size: int, chance: Random) -> Iterator[Batch]:
    """The examples in batches of about `size` pieces, padding counted, each of sentences of a like length."""
    order = sorted(examples, key=lambda each: len(each.pieces) + chance.random() * 4)
    gathered: list[Example] = []
    for each in order:
        if gathered and len(each.pieces) * (len(gathered) + 1) > size:
            yield gather(gathered)
            gathered = []
        gathered.append(each)
    if gathered:
        yield gather(gathered)


def gather(examples: Sequence[Example]) -> Batch:
    """Examples as one batch."""
    pieces, words = max(len(each.pieces) for each in examples), max(len(each.words) for each in examples)
    count, kinds = len(examples), len(examples[0].tags)
    batch = Batch(
        pieces=np.zeros((count, pieces), np.int32),
        shapes=np.zeros((count, pieces), np.int32),
        seen=np.zeros((count, pieces), np.bool_),
        words=np.zeros((count, words), np.int32),
        tags=np.full((kinds, count, words), OPEN, np.int32),
        heads=np.full((count, words), OPEN, np.int32),
        relations=np.full((count, words), OPEN, np.int32),
    )
    for at, each in enumerate(examples):
        length, many = len(each.pieces), len(each.words)
        batch.pieces[at, :length], batch.shapes[at, :length], batch.seen[at, :length] = each.pieces, each.shapes, True
        batch.words[at, :many], batch.heads[at, :many], batch.relations[at, :many] = (
            each.words,
            each.heads,
            each.relations,
        )
        batch.tags[:, at, :many] = each.tags
    return batch
