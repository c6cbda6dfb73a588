"""The same sentence in other print: headlines, lower case and typographic quotes, so that the parser knows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from training.language.treebanks import Sentence, Word

# A headline has no more words than this; longer sentences keep their print, or the parser would learn to mistrust
# capitals where they mean a name. 63 % of the training sentences and a third of their words are short enough.
HEADLINE_WORDS = 18

# Shares of the sentences that short, drawn anew in each epoch: about 10 and 12 % of all sentences.
LOWER_SHARE = 0.16
TITLE_SHARE = 0.19
UNSTOPPED_SHARE = 0.06
UNSTOPPED_TITLE_SHARE = 0.5
# Share of all sentences.
CURLY_SHARE = 0.35

# Short words of these classes stay small in Title Case, after the first word ("of", "and", "the", but "From", "With").
SMALL_CLASSES = frozenset({"ADP", "CCONJ", "DET", "SCONJ"})
SMALL_LETTERS = 3


def variant(sentence: Sentence, chance: Random) -> Sentence:
    """The sentence as printed here, or in one of its other prints; the annotation never changes."""
    draw = chance.random() if len(sentence.words) <= HEADLINE_WORDS else 1.0
    if draw < LOWER_SHARE:
        sentence = lowered(sentence)
    elif draw < LOWER_SHARE + TITLE_SHARE:
        sentence = titled(sentence, small_to=chance.random() < 0.5)
        if chance.random() < UNSTOPPED_TITLE_SHARE:
            sentence = without_stop(sentence)
    elif draw < LOWER_SHARE + TITLE_SHARE + UNSTOPPED_SHARE:
        sentence = without_stop(sentence)
    return with_forms(sentence, curly) if chance.random() < CURLY_SHARE else sentence


def lowered(sentence: Sentence) -> Sentence:
    """The sentence in lower case throughout."""
    return with_forms(sentence, lambda _, word: word.form.lower())


def titled(sentence: Sentence, *, small_to: bool) -> Sentence:
    """The sentence in Title Case, its full stop kept; houses differ on the "to" of an infinitive."""

    def title(index: int, word: Word) -> str:
        form = word.form
        small = word.pos in SMALL_CLASSES and len(form) <= SMALL_LETTERS
        small = small or (small_to and word.tag == "TO")
        if (small and index > 0) or not form[:1].isalpha() or form.lower() == "n't":
            return form
        return form[0].upper() + form[1:]

    return with_forms(sentence, title)


def with_forms(sentence: Sentence, form: Callable[[int, Word], str]) -> Sentence:
    """The sentence with each word's form rewritten."""
    return Sentence(tuple(replace(word, form=form(index, word)) for index, word in enumerate(sentence.words)))


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
