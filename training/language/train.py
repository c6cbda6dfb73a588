"""Train the small language layer from the treebanks of the manifest: `python -m training.language.train`.

One run reads the treebanks, fits tagger and parser, learns the lemma table, writes the weights into the package,
measures them and writes the figures beside them. On one thread it takes about half an hour.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam, fix_random_seed, use_ops

from depositary.reading.language import WEIGHTS
from training.language.evaluate import below_floor, measure
from training.language.lemmas import write_lemmas
from training.language.treebanks import CORPORA, Manifest, Sentence, manifest
from training.language.variants import variant

CONFIG = Path(__file__).with_name("config.cfg")

# Words in a batch: few at first for quick steps, more later for steady ones. From trials on the development parts.
BATCH_FIRST, BATCH_LAST, BATCH_GROWTH = 200, 1500, 1.001
# The rate rises over the first share of the words and then falls in a line to the last rate.
LEARNING_RATE, LAST_RATE, RISE = 0.0015, 0.0001, 0.02
DROPOUT = 0.2

TERMS = {
    "lang": "en",
    "name": "depositary_small",
    "version": "1.0.0",
    "description": "Tags and parses English sentences about agreements; without word vectors.",
    "license": "CC BY-SA 4.0",
}


def example(nlp: Pipeline, sentence: Sentence) -> Example:
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


def rate(done: float) -> float:
    """The learning rate after this share of all words."""
    if done < RISE:
        return LEARNING_RATE * max(done, 0.01 * RISE) / RISE
    return LEARNING_RATE + (LAST_RATE - LEARNING_RATE) * (done - RISE) / (1 - RISE)


def fit(training: Sequence[Sentence], choosing: Sequence[Sentence], epochs: int, seed: int) -> Pipeline:
    """The pipeline fitted to the training sentences, as it was after the epoch that did best on the others."""
    fix_random_seed(seed)
    chance = Random(seed)
    nlp = load_model_from_config(load_config(CONFIG), auto_fill=True)
    nlp.initialize(lambda: [example(nlp, each) for each in training])
    sgd = Adam(LEARNING_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    size, best, kept, done = sizes(), 0.0, b"", 0
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
                best, kept = scores["dep_las"], nlp.to_bytes()
        print(
            f"epoch {epoch:2} cpu {time.process_time() - started:6.0f}s "
            f"tag {scores['tag_acc']:.4f} pos {scores['pos_acc']:.4f} "
            f"uas {scores['dep_uas']:.4f} las {scores['dep_las']:.4f}",
            flush=True,
        )
    return nlp.from_bytes(kept)


def write_pipeline(nlp: Pipeline, output: Path) -> None:
    """Write the pipeline without the words it met in training: it needs the names of its labels, no others."""
    nlp.meta.update(TERMS)
    nlp.to_disk(output)
    known = spacy.blank("en").vocab.strings
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    kept = [string for string in nlp.vocab.strings if string in known or string in labels]
    (output / "vocab" / "strings.json").write_text(json.dumps(sorted({*kept, *labels}), indent=0), "utf-8")


def write_manifest(used: Manifest, weights: Path, corpora: Path, path: Path) -> list[str]:
    """Measure the weights and write down what they are made of; returns the floors that they miss."""
    found = measure(weights, corpora)
    described = {
        "seed": used.seed,
        "epochs": used.epochs,
        "versions": {name: version(name) for name in ("spacy", "thinc", "numpy", "blis")}
        | {"python": platform.python_version()},
        "licence": TERMS["license"],
        "treebanks": [asdict(bank) for bank in used.treebanks],
        "measured": asdict(found),
    }
    path.write_text(json.dumps(described, indent=1) + "\n", "utf-8")
    return below_floor(found)


def main() -> None:
    """Train, write, measure; exits with 1 when a floor is missed."""
    used = manifest()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="the folder that holds ud/")
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="where the weights go; the figures go beside it")
    arguments = parser.parse_args()
    corpora, output = arguments.corpora, arguments.output
    training = [each for bank in used.used_to("train") for each in bank.sentences(corpora)]
    choosing = [each for bank in used.used_to("choose") for each in bank.sentences(corpora)]
    with use_ops("numpy", use_blis=False):  # numpy's own products are three times as fast to train on
        nlp = fit(training, choosing, used.epochs, used.seed)
    write_pipeline(nlp, output)
    write_lemmas(training, output / "lemmas.json")
    if missed := write_manifest(used, output, corpora, output.parent / "manifest.json"):
        raise SystemExit("\n".join(missed))


if __name__ == "__main__":
    main()
