"""Train the encoder from its start, the treebanks and the names: `python -m training.encoder.train --start FOLDER`.

A teacher of all six layers of the start is fitted first; its lower four layers then go on learning, from what people
marked and from what the teacher makes of it. These are put into whole numbers, written into the package and measured.
"""

from __future__ import annotations

import argparse
import json
import platform
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import torch

from depositary.reading.encoder import WEIGHTS
from depositary.reading.pieces import Pieces
from training.encoder.evaluate import below_floor, measure
from training.encoder.examples import Labels, Maker, labels_of
from training.encoder.export import numbers_of, write
from training.encoder.fit import Corpus, Pace, fit
from training.encoder.model import Encoder, Sizes, lower, started
from training.encoder.start import Course, Made, made_of, vocabulary, weights
from training.language.lemmas import write_lemmas
from training.language.treebanks import CORPORA, Manifest, manifest

LICENCE = "CC BY-SA 4.0"


def pace(course: Course) -> Pace:
    """The pace of a course: all but its epochs and rate stays as it was tried."""
    return Pace(course.epochs, layers=course.rate)


def fitted(made: Made, maker: Maker, corpus: Corpus, start: Path, device: str, teacher: Encoder | None) -> Encoder:
    """The student; the teacher is fitted first unless one is given."""
    torch.manual_seed(made.seed)
    if teacher is None:
        pieces, kept = vocabulary(start, made)
        sizes = Sizes(len(pieces), layers=made.teacher.layers)
        model = started(sizes, *_heads(maker.labels), weights(start, made), kept)
        teacher = fit(model, maker, corpus, pace(made.teacher), made.seed, device)
    student = lower(teacher, made.student.layers)
    return fit(student, maker, corpus, pace(made.student), made.seed, device, teacher)


def _heads(labels: Labels) -> tuple[int, int]:
    """How many tags of all kinds and how many relations are told."""
    return sum(map(len, labels.kinds)), len(labels.relation)


def taught(path: Path, made: Made, labels: Labels, pieces: int) -> Encoder:
    """A teacher fitted before, from its file."""
    model = Encoder(Sizes(pieces, layers=made.teacher.layers), *_heads(labels))
    model.load_state_dict({name: value.float() for name, value in torch.load(path, weights_only=True).items()})
    return model


def write_manifest(made: Made, used: Manifest, output: Path, corpora: Path, path: Path) -> list[str]:
    """Measure the weights and write down what they are made of; returns the floors that they miss."""
    found = measure(output, corpora)
    described = {
        "seed": made.seed,
        "teacher": asdict(made.teacher),
        "student": asdict(made.student),
        "versions": {name: version(name) for name in ("torch", "onnx", "onnxruntime", "numpy", "spacy")}
        | {"python": platform.python_version()},
        "licence": LICENCE,
        "start": made.start,
        "treebanks": [asdict(bank) for bank in used.treebanks],
        "names": [asdict(each) for each in made.names],
        "measured": asdict(found),
    }
    path.write_text(json.dumps(described, indent=1) + "\n", "utf-8")
    return below_floor(found)


def main() -> None:
    """Train, write, measure; exits with 1 when a floor is missed."""
    made, used = made_of(), manifest()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, required=True, help="the folder with the start's weights and vocabulary")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="the folder that holds ud/, uner/ and redocred/")
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="where the weights go; the figures go beside it")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--teacher", type=Path, help="a teacher fitted before, to be kept or, if it is there, used")
    parser.add_argument("--few", type=int, help="so many trees and no more, to try the whole way in a minute")
    given = parser.parse_args()
    trees = tuple(each for bank in used.used_to("train") for each in bank.sentences(given.corpora))
    choosing = tuple(each for bank in used.used_to("choose") for each in bank.sentences(given.corpora))
    corpus = Corpus(trees[: given.few], tuple(made.named(given.corpora, "train")[: given.few]), choosing[: given.few])
    pieces, _ = vocabulary(given.start, made)
    labels = labels_of(trees)
    maker = Maker(Pieces({piece: number for number, piece in enumerate(pieces)}), labels)
    teacher = taught(given.teacher, made, labels, len(pieces)) if given.teacher and given.teacher.exists() else None
    model = fitted(made, maker, corpus, given.start, given.device, teacher)
    write(numbers_of(model), model.sizes, labels, pieces, given.output)
    write_lemmas(trees, given.output / "lemmas.json")
    if missed := write_manifest(made, used, given.output, given.corpora, given.output.parent / "encoder.json"):
        raise SystemExit("\n".join(missed))


if __name__ == "__main__":
    main()
