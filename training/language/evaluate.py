"""Measure the language layer as the product runs it, from raw text: `python -m training.language.evaluate`."""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from depositary.reading.language import WEIGHTS, Language, Token, Tree, load
from training.language.treebanks import CORPORA, Sentence, manifest
from training.language.variants import HEADLINE_WORDS, lowered, titled

# Tokens by the characters they cover, with those of their head; a root has none.
Found = dict[tuple[int, int], tuple[Token, tuple[int, int] | None]]

# Below this the weights are not shipped: labelled attachment of words (`las_words`), in percent. Wanted on PUD is 85.0,
# which the first weights miss (`docs/language.md`); the floor keeps a later training from losing more.
FLOORS = {"pud-test": 84.0, "ewt-test": 81.0}

# Sentences laid end to end as one document, about as many as an article has.
DOCUMENT = 20

# Relations whose figures are shown one by one, because the rules on acts stand on them.
SHOWN = (
    *("root", "nsubj", "nsubj:pass", "aux:pass", "obj", "obl", "xcomp", "ccomp", "advcl", "acl:relcl", "parataxis"),
    *("conj", "appos", "nmod", "nmod:poss", "compound", "flat"),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set of weights: size in bytes, words a CPU-second on one thread, F1 in percent by text."""

    name: str
    bytes: int
    words_per_cpu_second: int
    f1: dict[str, dict[str, float]]


def evaluate(language: Language, sentences: Sequence[Sentence]) -> tuple[dict[str, float], dict[str, float]]:
    """F1 in percent by measure, and by relation.

    As in the CoNLL 2018 shared task: a gold word counts when a token covers the same characters, white space left
    aside, and its label or its head and relation agree; `las` compares main relations only. `las_subtypes` compares
    them whole. `uas_words` and `las_words` leave punctuation out, as spaCy's own scorer does: the treebanks do not
    agree on where a comma hangs. Sentence boundaries are given, tokens are not.
    """
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    by_name: Counter[str] = Counter()
    for sentence, trees in zip(sentences, parsed(language, sentences), strict=True):
        spans = gold_spans(sentence)
        found = found_spans(trees)
        gold.update(relation(word.relation) for word in sentence.words)
        seen.update(token.relation for token, _ in found.values())
        for word, span in zip(sentence.words, spans, strict=True):
            if span not in found:
                continue
            token, head = found[span]
            label = relation(word.relation)
            attached = head == (None if word.relation == "ROOT" else spans[word.head])
            named = attached and token.relation.partition(":")[0] == label.partition(":")[0]
            right["words"] += 1
            right["upos"] += token.pos == word.pos
            right["xpos"] += token.tag == word.tag
            right["lemma"] += word.lemma == "_" or token.lemma == word.lemma
            right["uas"] += attached
            right["las"] += named
            right["las_subtypes"] += attached and token.relation == label
            if label != "punct":
                right["uas_words"] += attached
                right["las_words"] += named
            by_name[label] += attached and token.relation == label
    every = (gold.total(), seen.total())
    unpunctuated = (every[0] - gold["punct"], every[1] - seen["punct"])
    figures = {name: f1(count, *(unpunctuated if name.endswith("_words") else every)) for name, count in right.items()}
    by_relation = {name: f1(by_name[name], gold[name], seen[name]) for name in SHOWN}
    return figures, by_relation


def f1(right: int, gold: int, found: int) -> float:
    """F1 in percent, two decimals; 0 when there is nothing to find."""
    return round(200 * right / (gold + found), 2) if gold + found else 0.0


def relation(name: str) -> str:
    """The gold relation as the product names it."""
    return "root" if name == "ROOT" else name


def parsed(language: Language, sentences: Sequence[Sentence]) -> Iterable[list[Tree]]:
    """Each sentence's trees, parsed among others as in a document."""
    for begin in range(0, len(sentences), DOCUMENT):
        text, spans = "", []
        for sentence in sentences[begin : begin + DOCUMENT]:
            spans.append((len(text), len(text) + len(sentence.text)))
            text += sentence.text + "\n"
        trees = language.parse(text, spans)
        for start, end in spans:
            yield [tree for tree in trees if start <= tree.start and tree.end <= end]


def gold_spans(sentence: Sentence) -> list[tuple[int, int]]:
    """Where each gold word stands, counted in characters that are not white space."""
    spans, at = [], 0
    for word in sentence.words:
        length = sum(not character.isspace() for character in word.form)
        spans.append((at, at + length))
        at += length
    return spans


def found_spans(trees: Iterable[Tree]) -> Found:
    """Each token by its span, counted as `gold_spans` does, with the span of its head; None for a root."""
    found: Found = {}
    at = 0
    for tree in trees:
        spans = []
        for token in tree.tokens:
            spans.append((at, at + len(token.text)))
            at += len(token.text)
        for token, span in zip(tree.tokens, spans, strict=True):
            found[span] = (token, None if token.head == token.index else spans[token.head])
    return found


def speed(language: Language, sentences: Sequence[Sentence]) -> int:
    """Words a CPU-second on one thread, parse to finished trees, loading left out; to two digits."""
    begun = time.process_time()
    words = sum(len(tree.tokens) for trees in parsed(language, sentences) for tree in trees)
    return int(float(f"{words / (time.process_time() - begun):.2g}"))


def measure(weights: Path, corpora: Path) -> Measured:
    """All figures of these weights."""
    return measured(load(weights), size_of(weights), corpora)


def size_of(weights: Path) -> int:
    """What the files of these weights weigh, in bytes."""
    return sum(path.stat().st_size for path in weights.rglob("*") if path.is_file())


def measured(language: Language, size: int, corpora: Path) -> Measured:
    """All figures of this language, whose weights are `size` bytes."""
    banks = {bank.name: tuple(bank.sentences(corpora)) for bank in manifest().used_to("measure")}
    figures: dict[str, dict[str, float]] = {}
    for name, sentences in banks.items():
        figures[name], by_relation = evaluate(language, sentences)
        if name == "pud-test":
            figures["pud-test by relation"] = by_relation
            short = [each for each in sentences if len(each.words) <= HEADLINE_WORDS]
            figures["pud-test, short"] = evaluate(language, short)[0]
            figures["pud-test, short, lower case"] = evaluate(language, [lowered(each) for each in short])[0]
            title = [titled(each, small_to=False) for each in short]
            figures["pud-test, short, Title Case"] = evaluate(language, title)[0]
    everything = [each for bank in banks.values() for each in bank]
    return Measured(language.name, size, speed(language, everything), figures)


def below_floor(found: Measured) -> list[str]:
    """One line for each floor that is missed."""
    return [
        f"{bank}: LAS {found.f1[bank]['las_words']} is below its floor of {floor}"
        for bank, floor in FLOORS.items()
        if found.f1[bank]["las_words"] < floor
    ]


def main() -> None:
    """Measure and print; exits with 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="the folder that holds ud/")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    found = measure(arguments.weights, arguments.corpora)
    print(json.dumps(asdict(found), indent=1))
    if missed := below_floor(found):
        raise SystemExit("\n".join(missed))


if __name__ == "__main__":
    main()
