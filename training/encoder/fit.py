"""Fitting: the encoder's layers and heads together, on a processor or a graphics card, with averaged weights."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

import torch
from torch import Tensor
from torch.nn import functional

from training.encoder.examples import OPEN, Batch, Maker, gather
from training.encoder.model import Encoder, Told
from training.encoder.names import Named
from training.language.treebanks import Sentence


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast is learnt: rates of layers and heads, pieces in a batch, share of the steps in which the rates rise."""

    epochs: int
    layers: float = 2e-4
    heads: float = 1e-3
    pieces: int = 2400
    rise: float = 0.06
    decay: float = 0.01
    average: float = 0.998


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is learnt from, and the trees that are only looked at."""

    trees: tuple[Sentence, ...]
    named: tuple[Named, ...]
    choosing: tuple[Sentence, ...]


def fit(
    model: Encoder, maker: Maker, corpus: Corpus, pace: Pace, seed: int, device: str, teacher: Encoder | None = None
) -> Encoder:
    """The model fitted; what comes back are the averages of the weights over the last steps.

    From a teacher it learns what that one makes of each word, marked by people or not.
    """
    torch.manual_seed(seed)
    model.to(device)
    if teacher is not None:
        teacher.to(device).eval()
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    sizes = [len(kind) for kind in maker.labels.kinds]
    optimizer = torch.optim.AdamW(_groups(model, pace), betas=(0.9, 0.98), fused=device == "cuda")
    begun, step, total = time.monotonic(), 0, 0
    for epoch, batches in enumerate(_epochs(maker, corpus, pace, seed), 1):
        total = total or pace.epochs * len(batches)
        losses = torch.zeros((), device=device)
        model.train()
        for batch in batches:
            share = _share(step / total, pace.rise)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            with torch.autocast(device, torch.bfloat16):
                lost = loss(model, batch, sizes, device, teacher)
            optimizer.zero_grad(set_to_none=True)
            lost.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            _move(average, model, min(pace.average, (1 + step) / (10 + step)))
            losses += lost.detach()
        if epoch in (1, pace.epochs) or epoch % 5 == 0:
            kept = {name: value.clone() for name, value in model.state_dict().items()}
            model.load_state_dict(average)
            found = right(model, maker, corpus.choosing, device)
            model.load_state_dict(kept)
            shown = " ".join(f"{name} {value:.2f}" for name, value in found.items())
            print(
                f"epoch {epoch:2} {time.monotonic() - begun:5.0f}s loss {losses / len(batches):.3f} {shown}", flush=True
            )
    model.load_state_dict(average)
    return model.cpu()


def _groups(model: Encoder, pace: Pace) -> list[dict[str, object]]:
    """The weights with their rates; norms and biases do not decay."""
    heads = ("tags.", "sides.", "arc", "relation.", "shape.")
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, value in model.named_parameters():
        groups.setdefault((name.startswith(heads), value.dim() > 1), []).append(value)
    return [
        {"params": values, "peak": pace.heads if is_head else pace.layers, "weight_decay": pace.decay * decays}
        for (is_head, decays), values in groups.items()
    ]


def _share(done: float, rise: float) -> float:
    """The share of the peak rate after this share of the steps: up in a line, down along a cosine."""
    return max(done, 1e-4) / rise if done < rise else 0.5 * (1 + math.cos(math.pi * (done - rise) / (1 - rise)))


@torch.no_grad()
def _move(average: dict[str, Tensor], model: Encoder, keep: float) -> None:
    values = model.state_dict()
    torch._foreach_lerp_(list(average.values()), [values[name] for name in average], 1 - keep)


def _epochs(maker: Maker, corpus: Corpus, pace: Pace, seed: int) -> Iterator[list[Batch]]:
    """The epochs' batches, made beside the fitting by another process."""
    make: Callable[[int], list[Batch]] = partial(maker.epoch, corpus.trees, corpus.named, pace.pieces)
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        coming = pool.submit(make, seed)
        for epoch in range(1, pace.epochs + 1):
            batches = coming.result()
            if epoch < pace.epochs:
                coming = pool.submit(make, seed + epoch)
            yield batches


def told(model: Encoder, batch: Batch, device: str) -> tuple[Told, Tensor]:
    """What the heads say of a batch, padded words scored away as heads; and its heads."""
    on = {name: torch.from_numpy(getattr(batch, name)).to(device) for name in ("pieces", "shapes", "seen", "words")}
    heads = torch.from_numpy(batch.heads).to(device).long()
    found = model(on["pieces"].long(), on["shapes"].long(), on["seen"], on["words"].long())
    padded = torch.from_numpy(batch.words == 0).to(device)
    arcs = found.arcs.float().masked_fill(functional.pad(padded, (1, 0))[:, None, :], -1e9)
    return Told(found.tags, arcs, found.below, found.above), heads


def loss(model: Encoder, batch: Batch, sizes: Sequence[int], device: str, teacher: Encoder | None = None) -> Tensor:
    """The mean loss of each question over the words whose answer is known, added; and how far from the teacher's."""
    found, heads = told(model, batch, device)
    total = _lost(found.arcs, heads)
    relations = torch.from_numpy(batch.relations).to(device).long()
    total = total + _lost(model.relations(found, heads.clamp(min=0)), relations)
    for kind, scores in zip(batch.tags, found.tags.split(list(sizes), dim=2), strict=True):
        total = total + 0.5 * _lost(scores, torch.from_numpy(kind).to(device).long())
    if teacher is None:
        return total
    with torch.no_grad():
        taught, _ = told(teacher, batch, device)
        likely = taught.arcs.argmax(2)
        theirs = [taught.arcs, teacher.relations(taught, likely), *taught.tags.split(list(sizes), dim=2)]
    ours = [found.arcs, model.relations(found, likely), *found.tags.split(list(sizes), dim=2)]
    words = torch.from_numpy(batch.words > 0).to(device)
    for weight, one, other in zip((1.0, 1.0, 0.5, 0.5, 0.5), ours, theirs, strict=True):
        total = total + weight * _apart(one[words], other[words])
    return total


def _apart(ours: Tensor, theirs: Tensor) -> Tensor:
    """How far our answers to the words of a batch are from theirs, as what is told likely by them and not by us."""
    return functional.kl_div(
        functional.log_softmax(ours.float(), 1), functional.softmax(theirs.float(), 1), reduction="batchmean"
    )


def _lost(scores: Tensor, answers: Tensor) -> Tensor:
    """Cross entropy, summed and divided by the words that have an answer; nothing where none has."""
    lost = functional.cross_entropy(scores.float().flatten(0, 1), answers.flatten(), ignore_index=OPEN, reduction="sum")
    return lost / (answers != OPEN).sum().clamp(min=1)


@torch.no_grad()
def right(model: Encoder, maker: Maker, sentences: Sequence[Sentence], device: str) -> dict[str, float]:
    """Shares in percent of words right on gold tokens, before trees are made of the heads; punctuation left out."""
    model.eval()
    sizes = [len(kind) for kind in maker.labels.kinds]
    examples = sorted((maker.of_tree(each) for each in sentences), key=lambda each: len(each.pieces))
    counts = torch.zeros(5)
    for at in range(0, len(examples), 64):
        batch = gather(examples[at : at + 64])
        found, heads = told(model, batch, device)
        known = (heads != OPEN).cpu()
        relations = torch.from_numpy(batch.relations)
        words = known & (relations != maker.punctuation)
        attached = (found.arcs.argmax(2) == heads).cpu()
        named = model.relations(found, heads.clamp(min=0)).argmax(2).cpu()
        same = torch.tensor(maker.main)[named] == torch.tensor([*maker.main, OPEN])[relations.clamp(min=-1)]
        same = same | (relations == OPEN)
        pos, tag = (
            scores.argmax(2).cpu() == torch.from_numpy(kind)
            for scores, kind in zip(found.tags.split(sizes, dim=2)[:2], batch.tags[:2], strict=True)
        )
        counts += torch.tensor(
            [words.sum(), (attached & words).sum(), (attached & same & words).sum()]
            + [(each & known).sum() / known.sum() * words.sum() for each in (pos, tag)]
        )
    return {
        name: 100 * float(count / counts[0])
        for name, count in zip(("uas", "las", "pos", "tag"), counts[1:], strict=True)
    }
