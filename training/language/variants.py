"""The same sentence in other print: headlines, lower case and typographic quotes, so that the parser knows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from training.language.treebanks import Sentence, Word

# Shares of the training sentences, drawn anew in each epoch: enough to learn the print of headlines, too few to forget
# that of plain text. What they bring is in `docs/language.md`.
LOWER_SHARE = 0.10
TITLE_SHARE = 0.12
UNSTOPPED_SHARE = 0.04
UNSTOPPED_TITLE_SHARE = 0.5
CURLY_SHARE = 0.35

# Word classes that Title Case leaves small, after the first word.
SMALL_CLASSES = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ", "AUX", "PUNCT", "SYM"})


def variant(sentence: Sentence, chance: Random) -> Sentence:
    """The sentence as printed here, or in one of its other prints; the annotation never changes."""
    draw = chance.random()
    if draw < LOWER_SHARE:
        sentence = lowered(sentence)
    elif draw < LOWER_SHARE + TITLE_SHARE:
        sentence = titled(sentence)
        if chance.random() < UNSTOPPED_TITLE_SHARE:
            sentence = without_stop(sentence)
    elif draw < LOWER_SHARE + TITLE_SHARE + UNSTOPPED_SHARE:
        sentence = without_stop(sentence)
    return with_forms(sentence, curly) if chance.random() < CURLY_SHARE else sentence


def lowered(sentence: Sentence) -> Sentence:
    """The sentence in lower case throughout."""
    return with_forms(sentence, lambda _, word: word.form.lower())


def titled(sentence: Sentence) -> Sentence:
    """The sentence in Title Case, its full stop kept."""
    return with_forms(sentence, title)


def with_forms(sentence: Sentence, form: Callable[[int, Word], str]) -> Sentence:
    """The sentence with each word's form rewritten."""
    return Sentence(tuple(replace(word, form=form(index, word)) for index, word in enumerate(sentence.words)))


def title(index: int, word: Word) -> str:
    """The word as a headline in Title Case prints it; clitics ("'s", "n't") keep their print."""
    small = word.pos in SMALL_CLASSES and index > 0
    if small or not word.form[:1].isalpha() or word.form.lower() == "n't":
        return word.form
    return word.form[0].upper() + word.form[1:]


def curly(index: int, word: Word) -> str:
    """The word with the typographic quotes, apostrophe and dash of newspapers."""
    if word.tag == "``":
        return {'"': "\u201c", "'": "\u2018", "``": "\u201c"}.get(word.form, word.form)
    if word.tag == "''":
        return {'"': "\u201d", "'": "\u2019", "''": "\u201d"}.get(word.form, word.form)
    return "\u2014" if word.form == "--" else word.form.replace("'", "\u2019")


def without_stop(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop, where it has one that nothing hangs on."""
    *rest, last = sentence.words
    if last.form != "." or not rest or any(word.head == len(rest) for word in rest):
        return sentence
    return Sentence(tuple(rest))
