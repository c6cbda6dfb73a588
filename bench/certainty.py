"""Certainty: how firmly news says what happens, as people marked it: certain or not, denied or not, past or to come.

Reads MEANTIME (`meantime.tar.gz` unpacked), which is measured here and not shipped: `python -m bench.certainty FOLDER`.
The marked words are given; what is measured is how firmly each is said, by the rules that tell it of acts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.balance import balance
from bench.meantime import Article, Event, articles
from depositary.reading.analysis import Analysed
from depositary.reading.dates import time_words
from depositary.reading.encoder import encoder
from depositary.reading.firmness import Stance
from depositary.reading.lexicon import lexicon
from depositary.reading.masking import trees
from depositary.reading.sentences import Sentence, Shape
from depositary.reading.stance import stance
from depositary.terms import Action, Modality

PUBLISHED = """\
None is known to us for MEANTIME by attribute. Beside each figure stands that of calling every word by the commonest
mark. Certain: not possible, probable or left open; denied: polarity NEG; to come: time FUTURE. Marks left open by the
annotators (UNDERSPECIFIED polarity or time) count neither way."""
UNSURE = frozenset({Modality.POSSIBLE, Modality.CONDITIONAL, Modality.EXPECTED})
"""Said to be so by nobody: what others foretell is probable at most."""


@dataclass(slots=True)
class Tally:
    """Of the rarer mark: found rightly, too often, missed; and of the other, found rightly."""

    right: int = 0
    false: int = 0
    missed: int = 0
    other: int = 0

    def count(self, *, is_marked: bool, is_found: bool) -> None:
        """One word more."""
        self.right += is_marked and is_found
        self.false += is_found and not is_marked
        self.missed += is_marked and not is_found
        self.other += not is_marked and not is_found

    def said(self) -> str:
        """Shares of words called right, by us and by the commonest mark, and the figures of the rarer one."""
        words = self.right + self.false + self.missed + self.other or 1
        common = max(self.right + self.missed, self.false + self.other) / words
        return (
            f"{words} words, right {(self.right + self.other) / words:.3f} (commonest {common:.3f}); "
            f"of the rarer {balance(self.right, self.false, self.missed)}"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the articles of a folder."""
    parser = argparse.ArgumentParser(prog="python -m bench.certainty", description=__doc__)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args(arguments)
    print(PUBLISHED)
    tallies = {name: Tally() for name in ("not certain", "denied", "to come")}
    for article in articles(asked.folder):
        for event, found in _stances(article):
            is_unsure = found.modality in UNSURE or not found.is_claim
            tallies["not certain"].count(is_marked=event.certainty != "CERTAIN", is_found=is_unsure)
            if event.polarity in ("POS", "NEG"):
                is_denied = found.modality is Modality.DENIED
                tallies["denied"].count(is_marked=event.polarity == "NEG", is_found=is_denied)
            if event.time in ("FUTURE", "NON_FUTURE"):
                tallies["to come"].count(is_marked=event.time == "FUTURE", is_found=found.is_future)
    for name, tally in tallies.items():
        print(f"  {name:12} {tally.said()}")


def _stances(article: Article) -> Iterator[tuple[Event, Stance]]:
    """How each marked word is said; adjectives and words that no token begins are left out."""
    for number, (begin, end) in enumerate(article.sentences):
        sentence = Sentence(begin, end, Shape.HEADING if number == 0 else Shape.BODY, number)
        times = time_words(article.text, begin, end)
        for tree in trees(article.text, sentence, [], encoder(), lexicon()):
            a = Analysed(article.text, sentence, tree, [], times, lexicon())
            at = {token.start: token.index for token in tree.tokens}
            for event in article.events:
                if event.place[0] in at and event.pos in ("VERB", "NOUN"):
                    is_noun = event.pos == "NOUN"
                    yield event, stance(a, at[event.place[0]], is_nominal=is_noun, action=Action.SIGN)


if __name__ == "__main__":
    main()
