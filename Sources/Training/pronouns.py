#!/usr/bin/env python3
"""Learns by what a pronoun is given to one of two names: weights.txt and attention.txt of Resources/pronouns.

  pronouns.py FOLDER --reader HEARSAY_TAGGER GAP.tsv …

The reader prints what the words tell of each name, and how the heads of the encoder look from the pronoun to it and
back; the answers are read here alone. First every fifth of the texts is judged by weights that have seen none of them,
and the scores are printed as GAP counts them; then the weights are learned from all."""
from __future__ import annotations

import argparse
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDS = 5
# Chosen by the score of texts left out; around these values it hardly changes.
LEAST = 8
PENALTY = 30.0
LOOKS_PENALTY = 100.0
WORDS_SHARE = 0.3
STEPS = 300
LAYERS, HEADS, KINDS = 10, 12, 4
HEAD = """\
# What speaks for and against a name as the one whom a pronoun means; who has most, and more than 0, is meant.
#
# Learned from the development and validation files of GAP (Webster, Recasens, Axelrod, Baldridge, TACL 2018; Google,
# Apache-2.0) by Sources/Training/pronouns.py, which prints what they are worth on texts left out.

[weights]
feature | weight
"""
LOOKS = """\
# How the heads of the encoder look from a pronoun to the one whom it means. A look is the logarithm of a share of
# attention and a thousandth: from the pronoun to the name, back, and the strongest to and from any place of the same
# name.
#
# Learned as weights.txt is.

[shares]
share | number
"""
HEADS_HEAD = "\n[heads]\nhead | to the name | back | to the same name | back from the same name\n"


@dataclass
class Pronoun:
    """A pronoun, what speaks for each of its two names, and which of them it means."""

    features: tuple[list[str], list[str]]
    looks: tuple[NDArray[np.float64], NDArray[np.float64]]
    answers: tuple[bool, bool]
    feminine: bool


def read(path: Path, reader: str) -> list[Pronoun]:
    """The pronouns of a file, with what the reader says of their names."""
    printed = subprocess.run([reader, "pronouns", "--features", str(path)], check=True, capture_output=True, text=True)
    said = {row[0]: row[1:] for row in (line.split("\t") for line in printed.stdout.splitlines())}
    pronouns = []
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        cells = line.rstrip("\r").split("\t")
        if len(cells) < 10:
            continue
        told = said[cells[0]]
        first, second = ([name for name in names.split("|") if name.strip()] for names in told[:2])
        one, other = (looks(row) for row in told[2:4])
        answers = (cells[6].upper() == "TRUE", cells[9].upper() == "TRUE")
        feminine = cells[2].lower() in {"she", "her", "hers", "herself"}
        pronouns.append(Pronoun((first, second), (one, other), answers, feminine))
    return pronouns


def looks(row: str) -> NDArray[np.float64]:
    """The logarithms of what one name is given; nothing where it stands too far off."""
    shares = np.array([float(share) for share in row.split()])
    return np.log(shares + 0.001) if len(shares) else np.full(LAYERS * HEADS * KINDS, np.nan)


def vocabulary(pronouns: list[Pronoun]) -> dict[str, int]:
    """What is seen often enough to have a weight, with its column."""
    counts = Counter(name for pronoun in pronouns for names in pronoun.features for name in set(names))
    often = sorted(name for name, count in counts.items() if count >= LEAST and name[0] not in "[#")
    return {name: column for column, name in enumerate(often)}


def matrix(pronouns: list[Pronoun], columns: dict[str, int], name: int) -> NDArray[np.float64]:
    """A row for each pronoun: what holds of its first or second name."""
    rows = np.zeros((len(pronouns), len(columns)))
    for row, pronoun in zip(rows, pronouns, strict=True):
        for feature in pronoun.features[name]:
            if feature in columns:
                row[columns[feature]] = 1
    return rows


def probabilities(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The shares of first, second and neither, which has 0."""
    scores = np.hstack([scores, np.zeros((len(scores), 1))])
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)


def learn(pronouns: list[Pronoun], columns: dict[str, int]) -> NDArray[np.float64]:
    """The weights that make the answers likeliest, kept small (Adam on all texts at once)."""
    rows = [matrix(pronouns, columns, name) for name in (0, 1)]
    wanted = np.zeros((len(pronouns), 3))
    for number, pronoun in enumerate(pronouns):
        meant = [*pronoun.answers, not any(pronoun.answers)]
        wanted[number] = np.array(meant) / sum(meant)
    weights = np.zeros(len(columns))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        error = probabilities(np.stack([side @ weights for side in rows], axis=1)) - wanted
        slope = rows[0].T @ error[:, 0] + rows[1].T @ error[:, 1] + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= 0.03 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


@dataclass
class Gaze:
    """What the looks of each head count, and what counts for every name."""

    weights: NDArray[np.float64]
    any_name: float

    def scores(self, pronouns: list[Pronoun]) -> NDArray[np.float64]:
        """A row for each pronoun: what speaks for its first and second name."""
        rows = np.array([pronoun.looks for pronoun in pronouns])
        return np.nan_to_num(rows @ self.weights + self.any_name)


def learn_looks(pronouns: list[Pronoun]) -> Gaze:
    """The weights of the looks that make the answers likeliest; each look counts from its mean, in its own spread."""
    rows = np.array([pronoun.looks for pronoun in pronouns])
    seen = ~np.isnan(rows[:, :, :1])
    middle = np.nanmean(rows, axis=(0, 1))
    spread = np.nanstd(rows, axis=(0, 1)) + 0.001
    rows = np.nan_to_num((rows - middle) / spread)
    wanted = np.zeros((len(pronouns), 3))
    for number, pronoun in enumerate(pronouns):
        meant = [*pronoun.answers, not any(pronoun.answers)]
        wanted[number] = np.array(meant) / sum(meant)
    weights = np.zeros(rows.shape[2] + 1)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        error = probabilities((rows @ weights[:-1] + weights[-1]) * seen[:, :, 0]) - wanted
        error = error[:, :2] * seen[:, :, 0]
        slope = np.append(np.einsum("ps,psf->f", error, rows) + LOOKS_PENALTY * weights[:-1], error.sum())
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= 0.01 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    scaled = weights[:-1] / spread
    return Gaze(scaled, float(weights[-1] - middle @ scaled))


def answers(
    pronouns: list[Pronoun], columns: dict[str, int], weights: NDArray[np.float64], gaze: Gaze
) -> list[tuple[bool, bool]]:
    """Which names are meant: the one with more, if that is more than 0."""
    told = np.stack([matrix(pronouns, columns, name) @ weights for name in (0, 1)], axis=1)
    found = []
    for one, other in WORDS_SHARE * told + gaze.scores(pronouns):
        found.append((bool(one > 0 and one >= other), bool(other > 0 and other > one)))
    return found


def score(pronouns: list[Pronoun], found: list[tuple[bool, bool]]) -> float:
    """F1 over the two decisions of each text."""
    pairs = [
        pair
        for pronoun, both in zip(pronouns, found, strict=True)
        for pair in zip(pronoun.answers, both, strict=True)
    ]
    right = sum(wanted and got for wanted, got in pairs)
    total = sum(wanted + got for wanted, got in pairs)
    return 200 * right / total if total else 0.0


def cross_validated(pronouns: list[Pronoun]) -> list[tuple[bool, bool]]:
    """Answers by weights that were learned without the text."""
    found = [(False, False)] * len(pronouns)
    for fold in range(FOLDS):
        training = [pronoun for number, pronoun in enumerate(pronouns) if number % FOLDS != fold]
        held = range(fold, len(pronouns), FOLDS)
        columns = vocabulary(training)
        judged = answers(
            [pronouns[number] for number in held], columns, learn(training, columns), learn_looks(training))
        for number, answer in zip(held, judged, strict=True):
            found[number] = answer
    return found


def report(title: str, pronouns: list[Pronoun], found: list[tuple[bool, bool]]) -> None:
    """Prints F1 for all, for each gender, and their ratio."""
    halves = []
    for feminine in (False, True):
        chosen = [number for number, pronoun in enumerate(pronouns) if pronoun.feminine == feminine]
        halves.append(score([pronouns[number] for number in chosen], [found[number] for number in chosen]))
    masculine, female = halves
    ratio = female / masculine if masculine else 0.0
    print(f"{title}: F1 {score(pronouns, found):.1f}, he {masculine:.1f}, she {female:.1f}, ratio {ratio:.3f}")


def table_of_looks(gaze: Gaze) -> str:
    """The table that the reader reads."""
    shares = f"any name | {gaze.any_name:.4f}\nwords | {WORDS_SHARE}\n"
    heads = gaze.weights.reshape(KINDS, LAYERS * HEADS).T
    rows = [
        f"{number // HEADS + 1}.{number % HEADS + 1} | " + " | ".join(f"{weight:.4f}" for weight in row) + "\n"
        for number, row in enumerate(heads)
    ]
    return LOOKS + shares + HEADS_HEAD + "".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--reader", required=True)
    options = parser.parse_args()
    files = [read(path, options.reader) for path in options.files]
    everything = [pronoun for pronouns in files for pronoun in pronouns]
    found = cross_validated(everything)
    start = 0
    for path, pronouns in zip(options.files, files, strict=True):
        report(f"{path.name}, left out", pronouns, found[start : start + len(pronouns)])
        start += len(pronouns)
    report("all, left out", everything, found)
    columns = vocabulary(everything)
    weights = learn(everything, columns)
    rows = [f"{name} | {weights[column]:.3f}\n" for name, column in columns.items() if abs(weights[column]) >= 0.005]
    (options.folder / "weights.txt").write_text(HEAD + "".join(rows), encoding="utf-8")
    gaze = learn_looks(everything)
    (options.folder / "attention.txt").write_text(table_of_looks(gaze), encoding="utf-8")


if __name__ == "__main__":
    main()
