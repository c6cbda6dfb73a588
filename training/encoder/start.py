"""The start: MiniLM's weights and vocabulary, checked against the manifest and freed of the pieces of other scripts."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.encoder.names import Named, of_documents, universal
from training.language.treebanks import Treebank

MANIFEST = Path(__file__).with_name("manifest.toml")

# Beside ASCII the pieces of one code point are kept from these blocks: Latin letters, punctuation, currencies.
_KEPT = ((0xA1, 0x24F), (0x2010, 0x2044), (0x20A0, 0x20BF))

# How the arrays of a safetensors file name their type.
_TYPES = {"F32": np.float32, "F16": np.float16, "I64": np.int64}


@dataclass(frozen=True, slots=True)
class Course:
    """How many layers learn through how many epochs, and the highest rate of the layers."""

    layers: int
    epochs: int
    rate: float


@dataclass(frozen=True, slots=True)
class Made:
    """What an encoder is made of beside the treebanks."""

    seed: int
    teacher: Course
    student: Course
    start: dict[str, str]
    names: tuple[Treebank, ...]

    def named(self, corpora: Path, use: str) -> list[Named]:
        """The sentences with names of this use."""
        found: list[Named] = []
        for each in self.names:
            path = corpora / each.file
            if each.use == use:
                check(path, each.sha256)
                found.extend(of_documents(path) if path.suffix == ".json" else universal(path))
        return found


class AlteredFile(Exception):
    """A file differs from the one that the manifest names."""

    def __init__(self, path: Path) -> None:
        """Say which, and what to do."""
        super().__init__(
            f"{path} is not the file that {MANIFEST} describes: fetch that one, or write the new hash there."
        )


def made_of(path: Path = MANIFEST) -> Made:
    """The manifest beside this module."""
    read = tomllib.loads(path.read_text("utf-8"))
    names = tuple(Treebank(**entry) for entry in read["names"])
    return Made(read["seed"], Course(**read["teacher"]), Course(**read["student"]), read["start"], names)


def check(path: Path, sha256: str) -> None:
    """Raise `AlteredFile` unless the file has this hash."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise AlteredFile(path)


def vocabulary(start: Path, made: Made) -> tuple[list[str], list[int]]:
    """The pieces that are kept, and their numbers in the start."""
    path = start / made.start["vocabulary"]
    check(path, made.start["vocabulary_sha256"])
    pieces = path.read_text("utf-8").rstrip("\n").split("\n")
    kept = [number for number, piece in enumerate(pieces) if _is_kept(piece)]
    return [pieces[number] for number in kept], kept


def _is_kept(piece: str) -> bool:
    if piece.startswith("[unused") or piece in ("[SEP]", "[MASK]", "[PAD]"):
        return False
    bare = piece.removeprefix("##")
    return bare.isascii() or (len(bare) == 1 and any(low <= ord(bare) <= high for low, high in _KEPT))


def weights(start: Path, made: Made) -> dict[str, Tensor]:
    """The weights of the start by their names."""
    path = start / made.start["weights"]
    check(path, made.start["weights_sha256"])
    return read_safetensors(path)


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The arrays of a safetensors file: its length, its table in JSON, then their bytes."""
    held = path.read_bytes()
    begin = 8 + int.from_bytes(held[:8], "little")
    found = {}
    for name, entry in json.loads(held[8:begin]).items():
        if name != "__metadata__":
            first, last = entry["data_offsets"]
            array = np.frombuffer(held[begin + first : begin + last], _TYPES[entry["dtype"]]).reshape(entry["shape"])
            found[name] = torch.from_numpy(array.copy()).float()
    return found
