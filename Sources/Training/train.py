"""Trains the tagger: `train.py WORK --base BASE --sentences SENTENCES [--epochs 5] [--minutes 90]`.

The same again goes on where the last run ended.

With `--minutes` the run ends by then, wherever it has come: the rate falls with the time or with the steps, whichever
is further along. Without it the same seed gives the same network.
"""

import argparse
import copy
import math
import os
import pickle
import random
import time

import torch
import torch.nn.functional as F

from augment import Replacements
from batches import batch, gather, groups
from network import HIDDEN, LAYERS, Encoder, Tagger, cues_between
from reading import compare, links_right, segments
from segmenting import loss as cutting_loss
from windows import Window, training_windows
from words import CLASSIFY, LOWER, SEPARATE, load_tokenizer

BATCH = 2700  # pieces of a batch, padding included
RATE, RATE_NEW = 2e-4, 1.5e-3
WARM, FLOOR = 0.04, 0.01
GENTLE = 0.6  # share of the rates for weights that were trained before
MASKED = 0.07  # share of words hidden from the network, or replaced by others of the paragraph
UNSIGNED = 0.15  # share of windows of which the network is not told who annotated them
DEEPER = 0.95  # rate of a layer, as a share of that of the layer above it
TEACHER_LAYERS = 6  # of the sentence encoder near whose vectors ours are held
SENTENCE_WEIGHT = 0.15
OURS = ("encoder.cases", "encoder.places", "encoder.annotators")  # parts of the encoder that start at nothing
FAR = 1000  # pieces between two windows laid end to end
AVERAGE_FROM = 0.66  # share of the run after which weights are averaged
STOPS = {1012, 1029, 999}  # the pieces . ? !


def rate(at: float) -> float:
    """The share of the full rate, at this share of the run."""
    if at < WARM:
        return at / WARM
    return FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * (at - WARM) / (1 - WARM)))


def rated(net):
    """The parameters in groups, each with its full rate: new parts learn fast, deep layers slowly."""
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in net.named_parameters():
        if not name.startswith("encoder.") or name.startswith(OURS):
            rate_of = RATE_NEW
        elif name.startswith("encoder.layers."):
            rate_of = RATE * DEEPER ** (LAYERS - 1 - int(name.split(".")[2]))
        else:
            rate_of = RATE * DEEPER**LAYERS
        groups.setdefault(rate_of, []).append(parameter)
    return [{"params": parameters, "base": rate_of} for rate_of, parameters in groups.items()]


def epoch_batches(documents, epoch: int, seed: int):
    """Windows of like length together, in an order that depends on nothing but seed and epoch."""
    chance = random.Random(seed * 1000 + epoch)
    windows = training_windows(documents, chance)
    chance.shuffle(windows)
    windows.sort(key=lambda w: w.pieces // 8)
    result: list[list[Window]] = []
    current: list[Window] = []
    width = 0
    for w in windows:
        width = max(width, w.pieces)
        if current and width * (len(current) + 1) > BATCH:
            result.append(current)
            current, width = [], w.pieces
        current.append(w)
    result.append(current)
    chance.shuffle(result)
    return result


def sentence_samples(data, windows, chance, every: int = 3):
    """One stretch from stop to stop for every third window, or so many: (window, first piece, end), and its pieces."""
    samples = []
    for i in range(0, len(windows), every):
        mine = [p for p, o in enumerate(data.owner) if o == i and data.words[p]]
        p = chance.choice(mine)
        block = data.blocks[p]
        ends = [w for w in range(len(block.first))
                if block.pieces[block.first[w]] in STOPS
                and (w + 1 == len(block.first) or block.cases[w + 1] != LOWER)]
        starts = [0] + [w + 1 for w in ends if w + 1 < len(block.first)]
        s = chance.choice(starts)
        e = next((w for w in ends if w >= s), len(block.first) - 1)
        low = block.first[s]
        high = block.first[e + 1] if e + 1 < len(block.first) else len(block.pieces)
        base = data.words[p][0] - block.first[0]
        samples.append((i, base + low, base + high, block.pieces[low:high]))
    return samples


@torch.no_grad()
def read_alone(encoder, samples):
    """The mean states of sampled sentences, each read with nothing around it. (samples, hidden)"""
    width = max(len(s[3]) for s in samples) + 2
    pieces = torch.zeros(len(samples), width, dtype=torch.long)
    present = torch.zeros(len(samples), width, dtype=torch.bool)
    for row, (_, _, _, ids) in enumerate(samples):
        pieces[row, : len(ids) + 2] = torch.tensor([CLASSIFY, *ids, SEPARATE])
        present[row, : len(ids) + 2] = True
    zero = torch.zeros_like(pieces)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = encoder(pieces, zero, zero, present).float()
    return (states * present[..., None]).sum(1) / present.sum(1, keepdim=True)


def sentence_loss(net, original, states, samples):
    """1 - cosine between our pooled vectors, read in context, and the original's, read alone."""
    theirs = read_alone(original, samples)
    ours = torch.stack([states[i, a:b].mean(0) for i, a, b, _ in samples])
    return (1 - F.cosine_similarity(net.sentence(ours), theirs)).mean()


def link_loss(net, states, data):
    """Minus the log-probability of every cue's source and every content's cue."""
    source, cue, content = data.spans
    if not cue:
        return states.sum() * 0, 0

    def rep(spans):
        if not spans:
            return states.new_zeros(0, 2 * HIDDEN)
        window = [s[0] for s in spans]
        return torch.cat([states[window, [s[1] for s in spans]], states[window, [s[2] for s in spans]]], 1)

    def place(spans):
        # Windows are laid far apart, so that no cue of another window stands between two segments.
        return torch.tensor([s[0] * FAR + s[1] for s in spans], dtype=torch.long)

    def owner(spans):
        return torch.tensor([s[0] for s in spans], dtype=torch.long)

    cue_at, source_at, content_at = place(cue), place(source), place(content)
    to_source, to_cue = net.links(
        rep(cue), rep(source), rep(content), cue_at, source_at, content_at, cues_between(cue_at))
    total, count = states.new_zeros(()), 0
    for scores, rows, columns, gold in (
        (to_source, owner(cue), owner(source), data.source_of),
        (to_cue, owner(content), owner(cue), data.cue_of),
    ):
        if gold:
            alien = rows[:, None] != columns[None]
            possible = torch.cat([scores[:, :1], scores[:, 1:].masked_fill(alien, -1e4)], 1)
            at = torch.tensor([g[0] for g in gold])
            total = total + F.cross_entropy(
                possible[at], torch.tensor([g[1] + 1 for g in gold]), reduction="sum")
            count += len(gold)
    return total, count


def losses(net, original, windows, documents, chance, replacements):
    """What is lost by cutting and by linking, for each word, and by sentence vectors."""
    data = batch(windows, documents, chance, MASKED, replacements)
    unsigned = torch.tensor([chance.random() < UNSIGNED for _ in windows])
    annotators = data.annotators.masked_fill(unsigned, 0)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = net.encoder(data.pieces, data.cases, data.places, data.present, annotators)
    states = states.float()
    dropped = net.drop(states)
    words = sum(len(w) for w in data.words)
    cut = states.new_zeros(())
    for group in groups(data):
        x, lengths = gather(dropped, data, group)
        scores, outside = net.segment_scores(x)
        cut = cut + cutting_loss(scores, outside, net.transitions, net.start, net.end, lengths,
                                 [data.segments[p] for p in group])
    link, _ = link_loss(net, dropped, data)
    sentence = sentence_loss(net, original, states, sentence_samples(data, windows, chance))
    return cut / words, link / words, sentence


def write(what, path: str) -> None:
    """Writes a file whole or not at all: who stops the program in between keeps the old one."""
    torch.save(what, path + ".new")
    os.replace(path + ".new", path)


class Training:
    """A network on its way, with all that is needed to stop and to go on."""

    def __init__(self, options, documents):
        self.options, self.documents = options, documents
        self.net = Tagger(options.base)
        self.gentle = 1.0
        if options.start:
            self.net.load_state_dict(torch.load(options.start))
            self.gentle = GENTLE
        self.original = Encoder(options.sentences, TEACHER_LAYERS).to(torch.bfloat16).eval()
        self.replacements = Replacements(documents, load_tokenizer(options.base))
        self.optimiser = torch.optim.AdamW(
            rated(self.net), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.average: dict[str, torch.Tensor] | None = None
        self.averaged, self.step, self.at = 0, 0, 0.0
        self.checkpoint = f"{options.work}/checkpoint.pt"
        if os.path.exists(self.checkpoint):
            self.load()
            print("goes on at step", self.step, flush=True)

    def load(self):
        kept = torch.load(self.checkpoint)
        self.net.load_state_dict(kept["net"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.average, self.averaged, self.step = kept["average"], kept["averaged"], kept["step"]
        self.at = kept.get("come", 0.0)

    def save(self):
        write({"net": self.net.state_dict(), "optimiser": self.optimiser.state_dict(), "average": self.average,
               "averaged": self.averaged, "step": self.step, "come": self.at}, self.checkpoint)
        write(self.average or self.net.state_dict(), f"{self.options.work}/tagger.pt")

    def learn(self, windows) -> list[float]:
        """One step on a batch of windows; what was lost."""
        torch.manual_seed(self.options.seed * 1_000_003 + self.step)
        self.net.train()
        parts = losses(self.net, self.original, windows, self.documents, random.Random(self.step), self.replacements)
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * self.gentle * rate(self.at)
        self.optimiser.zero_grad(set_to_none=True)
        (parts[0] + parts[1] + SENTENCE_WEIGHT * parts[2]).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        if self.at > AVERAGE_FROM and self.step % 10 == 0:
            self.take_into_average()
        return [p.item() for p in parts]

    def take_into_average(self):
        self.averaged += 1
        state = self.net.state_dict()
        if self.average is None:
            self.average = {k: v.clone() for k, v in state.items()}
        else:
            for k, v in state.items():
                self.average[k].lerp_(v, 1 / self.averaged)

    def measure(self, sample):
        """Prints how much of a sample is found and linked right."""
        reader = copy.deepcopy(self.net)
        if self.average:
            reader.load_state_dict(self.average)
        reader.eval()
        found, sources, cues = segments(reader, sample)
        print("dev", compare(sample, found), "links", links_right(sample, sources, cues), flush=True)

    def run(self, dev):
        """Trains until the steps or the minutes are over."""
        options, began, saved = self.options, time.time(), time.time()
        per_epoch = len(epoch_batches(self.documents, 0, options.seed))
        total = int(per_epoch * options.epochs)
        print(len(self.documents), "documents", per_epoch, "batches an epoch", total, "steps", flush=True)
        come = self.at = max(self.at, self.step / total)
        progress = Progress(began)
        while self.at < 1:
            epoch = self.step // per_epoch
            for windows in epoch_batches(self.documents, epoch, options.seed)[self.step % per_epoch : per_epoch]:
                minutes = (time.time() - began) / 60
                self.at = max(self.step / total, come + (1 - come) * min(1, minutes / options.minutes))
                if self.at >= 1:
                    break
                progress.tell(epoch, self, self.learn(windows))
                if time.time() - saved > 60 * options.minutes_between:
                    self.save()
                    saved = time.time()
                if self.step % per_epoch == 0 and self.at < 1:
                    self.measure(dev[::4])
        self.save()
        self.measure(dev)


class Progress:
    """Says every twenty steps what was lost on average."""

    def __init__(self, began: float):
        self.began, self.seen, self.sums = began, 0, [0.0] * 3

    def tell(self, epoch: int, training: Training, parts: list[float]):
        self.seen += 1
        self.sums = [s + p for s, p in zip(self.sums, parts, strict=True)]
        if self.seen % 20 == 0:
            print(epoch, training.step, round(training.at, 3), [round(s / 20, 4) for s in self.sums],
                  round(time.time() - self.began), flush=True)
            self.sums = [0.0] * 3


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("--base", required=True)
    parser.add_argument("--sentences", required=True, help="the sentence encoder near whose vectors ours are held")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--minutes-between", type=float, default=8)
    parser.add_argument("--start", help="weights of an earlier run to begin with, at a gentler rate")
    return parser.parse_args()


def read_documents(options, part: str):
    with open(f"{options.work}/{part}.pickle", "rb") as file:
        return pickle.load(file)


def main():
    options = read_options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    Training(options, read_documents(options, "train")).run(read_documents(options, "dev"))


if __name__ == "__main__":
    main()
