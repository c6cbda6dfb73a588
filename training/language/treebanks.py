"""The treebanks: sentences annotated by people, read from CoNLL-U and checked against the manifest."""

from __future__ import annotations

import gzip
import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
MANIFEST = Path(__file__).with_name("manifest.toml")


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word of a gold sentence; `head` counts words from 0 and is the word itself for the root."""

    form: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    space_after: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One gold sentence; its text is its words and the spaces between them."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence as printed, without a space after its last word."""
        return "".join(word.form + " " * word.space_after for word in self.words).rstrip(" ")


@dataclass(frozen=True, slots=True)
class Treebank:
    """One file of the manifest: what it is, whose terms it is under and what it may be used for."""

    name: str
    file: str
    of: str
    licence: str
    use: str
    sha256: str

    def sentences(self, corpora: Path) -> Iterator[Sentence]:
        """Its sentences in file order; raises `AlteredTreebank` when the file is not the one of the manifest."""
        packed = (corpora / self.file).read_bytes()
        if hashlib.sha256(packed).hexdigest() != self.sha256:
            raise AlteredTreebank(self, corpora)
        block: list[str] = []
        for line in gzip.decompress(packed).decode("utf-8").split("\n"):
            if line:
                block.append(line)
            elif block:
                yield sentence(block)
                block = []
        if block:
            yield sentence(block)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a training run is made of: the seed, the number of epochs and the treebanks."""

    seed: int
    epochs: int
    treebanks: tuple[Treebank, ...]

    def used_to(self, use: str) -> tuple[Treebank, ...]:
        """The treebanks with this use, in the order of the manifest."""
        return tuple(treebank for treebank in self.treebanks if treebank.use == use)


class AlteredTreebank(Exception):
    """A corpus file differs from the one the manifest names."""

    def __init__(self, treebank: Treebank, corpora: Path) -> None:
        """Say which file, where, and what to do."""
        super().__init__(
            f"{corpora / treebank.file} is not the file that manifest.toml describes: "
            "fetch the release it names, or write the new hash there and measure again."
        )


def manifest(path: Path = MANIFEST) -> Manifest:
    """The manifest beside this module."""
    entries = tomllib.loads(path.read_text("utf-8"))
    return Manifest(entries["seed"], entries["epochs"], tuple(Treebank(**entry) for entry in entries["treebank"]))


def sentence(lines: list[str]) -> Sentence:
    """One CoNLL-U block as a sentence.

    The words of a multiword token ("do" + "n't") stand without a space between them. Where their forms do not
    add up to the printed token ("wanna" as "want" + "to") the words are kept as they are annotated, with spaces,
    so that the text stays one that the words can be found in. Empty nodes are left out.
    """
    words: list[Word] = []
    joined_until, joined_space, joins = 0, True, False
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    forms = {row[0]: row[1] for row in rows}
    for row in rows:
        number = row[0]
        space = "SpaceAfter=No" not in row[9].split("|")
        if "-" in number:
            first, last = map(int, number.split("-"))
            joined_until, joined_space = last, space
            joins = "".join(forms[str(index)] for index in range(first, last + 1)) == row[1]
            continue
        if "." in number:
            continue
        index, head = int(number), int(row[6])
        if index < joined_until:
            space = not joins
        elif index == joined_until:
            space = joined_space
        form = row[1].replace("\u00a0", " ").replace(" ", "")
        relation = "ROOT" if head == 0 else row[7]
        words.append(Word(form, row[2], row[3], row[4], head - 1 if head else index - 1, relation, space))
    return Sentence(tuple(words))
