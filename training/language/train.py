"""Train the small language layer from the treebanks of the manifest: `python -m training.language.train`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config, minibatch
from thinc.api import Adam

from training.language.treebanks import Sentence, manifest
from training.language.variants import variant

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
WEIGHTS = ROOT / "src" / "depositary" / "reading" / "weights" / "small"
CONFIG = Path(__file__).with_name("config.cfg")

# Words in a batch: small at first for quick steps, larger at the end for steady ones. From spaCy's own recipe.
BATCH_FIRST, BATCH_LAST, BATCH_GROWTH = 100, 1000, 1.001
LEARNING_RATE = 0.001
DROPOUT = 0.1


def example(nlp: Language, sentence: Sentence) -> Example:
    """A gold sentence beside the same text as the product will see it: cut by the tokenizer, one sentence."""
    words = sentence.words
    gold = Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words[:-1]] + [False],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        heads=[word.head for word in words],
        deps=[word.relation for word in words],
    )
    seen = nlp.make_doc(gold.text)
    for token in seen:
        token.is_sent_start = token.i == 0
    return Example(seen, gold)


def batches(examples: Sequence[Example], size: Iterator[float]) -> Iterator[list[Example]]:
    """The examples in batches of about `size` words, which grows as the training goes on."""
    batch: list[Example] = []
    words, limit = 0, next(size)
    for each in examples:
        if batch and words + len(each.reference) > limit:
            yield batch
            batch, words, limit = [], 0, next(size)
        batch.append(each)
        words += len(each.reference)
    if batch:
        yield batch


def sizes() -> Iterator[float]:
    """Batch sizes in words, growing to the last one and staying there."""
    size = float(BATCH_FIRST)
    while True:
        yield size
        size = min(size * BATCH_GROWTH, BATCH_LAST)


def train(corpora: Path, output: Path, epochs: int, seed: int) -> None:
    """Fit the pipeline and write it to `output`."""
    fix_random_seed(seed)
    chance = Random(seed)
    used = manifest()
    training = [s for bank in used.used_to("train") for s in bank.sentences(corpora)]
    choosing = [s for bank in used.used_to("choose") for s in bank.sentences(corpora)]
    nlp = load_model_from_config(load_config(CONFIG), auto_fill=True)
    nlp.initialize(lambda: [example(nlp, each) for each in training])
    sgd = Adam(LEARNING_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    size = sizes()
    started = time.process_time()
    for epoch in range(1, epochs + 1):
        examples = [example(nlp, variant(each, chance)) for each in training]
        chance.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in batches(examples, size):
            nlp.update(batch, drop=DROPOUT, sgd=sgd, losses=losses)
        with nlp.use_params(sgd.averages):
            scores = nlp.evaluate([example(nlp, each) for each in choosing], batch_size=256)
            nlp.to_disk(output)
        print(
            f"epoch {epoch:2} cpu {time.process_time() - started:6.0f}s "
            f"tag {scores['tag_acc']:.4f} pos {scores['pos_acc']:.4f} "
            f"uas {scores['dep_uas']:.4f} las {scores['dep_las']:.4f}",
            flush=True,
        )


def main() -> None:
    """Read the arguments and train."""
    chosen = manifest()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="the folder that holds ud/")
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--epochs", type=int, default=chosen.epochs)
    parser.add_argument("--seed", type=int, default=chosen.seed)
    arguments = parser.parse_args()
    train(arguments.corpora, arguments.output, arguments.epochs, arguments.seed)


if __name__ == "__main__":
    main()
