"""Train the small language layer from the treebanks of the manifest: `python -m training.language.train`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops

from training.language.treebanks import Sentence, manifest
from training.language.variants import variant

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora"
WEIGHTS = ROOT / "src" / "depositary" / "reading" / "weights" / "small"
CONFIG = Path(__file__).with_name("config.cfg")

# Words in a batch: small at first for quick steps, larger at the end for steady ones. From spaCy's own recipe.
BATCH_FIRST, BATCH_LAST, BATCH_GROWTH = 200, 1500, 1.001
# The rate rises over the first share of the words and then falls in a line to the last rate.
LEARNING_RATE, LAST_RATE, RISE = 0.0015, 0.0001, 0.02
DROPOUT = 0.12


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
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own products are three times as fast on one thread
    nlp = load_model_from_config(load_config(CONFIG), auto_fill=True)
    nlp.initialize(lambda: [example(nlp, each) for each in training])
    sgd = Adam(LEARNING_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    size, best, done = sizes(), 0.0, 0
    total = epochs * sum(len(each.words) for each in training)
    started = time.process_time()
    for epoch in range(1, epochs + 1):
        examples = [example(nlp, variant(each, chance)) for each in training]
        chance.shuffle(examples)
        for batch in batches(examples, size):
            sgd.learn_rate = rate(done / total)
            nlp.update(batch, drop=DROPOUT, sgd=sgd)
            done += sum(len(each.reference) for each in batch)
        with nlp.use_params(sgd.averages):
            scores = nlp.evaluate([example(nlp, each) for each in choosing], batch_size=256)
            if scores["dep_las"] > best:
                best = scores["dep_las"]
                nlp.to_disk(output)
        print(
            f"epoch {epoch:2} cpu {time.process_time() - started:6.0f}s "
            f"tag {scores['tag_acc']:.4f} pos {scores['pos_acc']:.4f} "
            f"uas {scores['dep_uas']:.4f} las {scores['dep_las']:.4f}",
            flush=True,
        )


def rate(done: float) -> float:
    """The learning rate after this share of all words."""
    if done < RISE:
        return LEARNING_RATE * max(done, 0.01 * RISE) / RISE
    return LEARNING_RATE + (LAST_RATE - LEARNING_RATE) * (done - RISE) / (1 - RISE)


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
