#!/usr/bin/env python3
"""Grows the forest by which a page's blocks are judged: Resources/pages/blocks.model.

  blocks.py MODEL --reader HEARSAY_BLOCKS --articles FOLDER … --outputs FOLDER … --segments FOLDER …

FOLDER has a folder for each page with source.html, or source.html.gz, and what is known of it:
--articles  expected.txt, the article as somebody copied it by hand
--outputs   expected.txt, the article as another program found it: counts a third
--segments  expected.json with lists "with" and "without": text that belongs to the article, and text that doesn't

First every fifth of the pages is judged by a forest that has seen none of them, and the scores are printed; then one
forest is grown from all."""
from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

WORD = re.compile(r"\w+")
FOLDS = 5
# Chosen by the score of pages left out; around these values it hardly changes.
FOREST: dict[str, Any] = {
    "max_iter": 200, "learning_rate": 0.07, "max_leaf_nodes": 16, "min_samples_leaf": 20, "l2_regularization": 5,
    "max_features": 0.3, "random_state": 0,
}
OUTPUT_WEIGHT = 0.3
SEGMENT_WEIGHT = 20.0


@dataclass
class Page:
    """The blocks of a page, which of them are its article, and what each counts."""

    texts: list[str]
    rows: NDArray[np.float32]
    expected: str | None = None
    inside: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    weights: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    fold: int = 0


def shingles(text: str, length: int) -> Counter[tuple[str, ...]]:
    """All rows of so many words."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + length]) for i in range(max(1, len(words) - length + 1)))


def blocks_inside(texts: list[str], expected: str) -> NDArray[np.bool_]:
    """Which blocks are in the text: more than half of their rows of three words, or a line of its own."""
    left = shingles(expected, 3)
    lines = Counter(" ".join(WORD.findall(line)) for line in re.split(r"\n+", expected))
    inside = []
    for text in texts:
        words = WORD.findall(text)
        line = " ".join(words)
        if len(words) < 4:
            inside.append(bool(words) and lines[line] > 0)
            lines[line] -= inside[-1]
            continue
        own = shingles(text, 3)
        found = own & left
        inside.append(2 * found.total() > own.total())
        if inside[-1]:
            left -= found
    return np.array(inside, dtype=bool)


def read(folder: Path, reader: str) -> list[tuple[Path, Page]]:
    """All pages in a folder, with the features of their blocks."""
    places = sorted(place for place in folder.iterdir() if place.is_dir())
    pages = []
    with tempfile.TemporaryDirectory() as scratch:
        for place in places:
            source = place / "source.html"
            if not source.exists():
                packed = place / "source.html.gz"
                source = Path(scratch) / "source.html"
                source.write_bytes(gzip.decompress(packed.read_bytes()))
            printed = subprocess.run([reader, str(source)], check=True, capture_output=True).stdout
            read = json.loads(printed)
            if read["texts"]:
                pages.append((place, Page(read["texts"], np.array(read["rows"], dtype=np.float32))))
    return pages


def with_article(place: Path, page: Page, weight: float) -> Page:
    """A page whose whole article is known: blocks count by their words, and every page the same."""
    page.expected = (place / "expected.txt").read_text(encoding="utf-8")
    page.inside = blocks_inside(page.texts, page.expected)
    words = np.array([len(WORD.findall(text)) for text in page.texts], dtype=float)
    page.weights = weight * 100 * (words + 3) / max(50, (words * page.inside).sum())
    return page


def with_segments(place: Path, page: Page) -> Page:
    """A page of which some pieces are known: the blocks that hold none of them count nothing."""
    known = json.loads((place / "expected.json").read_text(encoding="utf-8"))
    texts = [" ".join(text.split()) for text in page.texts]
    verdicts: list[set[bool]] = [set() for _ in texts]
    for verdict, key in ((False, "without"), (True, "with")):
        for piece in known.get(key) or []:
            holders = [i for i, text in enumerate(texts) if " ".join(piece.split()) in text]
            if verdict and len(holders) > 1:
                continue
            for i in holders:
                verdicts[i].add(verdict)
    page.inside = np.array([verdict == {True} for verdict in verdicts], dtype=bool)
    page.weights = np.array([SEGMENT_WEIGHT if len(verdict) == 1 else 0.0 for verdict in verdicts])
    return page


def grow(pages: list[Page]) -> HistGradientBoostingClassifier:
    """The forest that these pages teach."""
    rows = np.concatenate([page.rows[page.weights > 0] for page in pages])
    inside = np.concatenate([page.inside[page.weights > 0] for page in pages])
    weights = np.concatenate([page.weights[page.weights > 0] for page in pages])
    return HistGradientBoostingClassifier(**FOREST).fit(rows, inside, sample_weight=weights)


def score(pairs: list[tuple[str, str]]) -> str:
    """Precision, recall and F1 of rows of four words, each page the same."""
    right, found, wanted = [], [], []
    for expected, text in pairs:
        a, b = shingles(expected, 4), shingles(text, 4)
        right.append((a & b).total())
        found.append(b.total())
        wanted.append(a.total())
    precision = float(np.mean([r / f for r, f in zip(right, found, strict=True)]))
    recall = float(np.mean([r / w for r, w in zip(right, wanted, strict=True)]))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"


def leave_out(pages: list[Page]) -> None:
    """Prints how pages are read by a forest that has not seen them."""
    shuffled = list(pages)
    random.Random(1).shuffle(shuffled)
    for number, page in enumerate(shuffled):
        page.fold = number % FOLDS
    found: dict[int, list[bool]] = {}
    for fold in range(FOLDS):
        forest = grow([page for page in pages if page.fold != fold])
        for number, page in enumerate(pages):
            if page.fold == fold and page.expected is not None:
                found[number] = list(forest.predict_proba(page.rows)[:, 1] > 0.5)
    pairs = []
    for number, chosen in found.items():
        page = pages[number]
        text = "\n\n".join(text for text, take in zip(page.texts, chosen, strict=True) if take)
        pairs.append((page.expected or "", text))
    print("pages left out:", score(pairs))


def tree(nodes: Any) -> str:
    """A tree as a line: both sides of a question stand together, behind it."""
    order, line, place = [0], [], 0
    while place < len(order):
        node = nodes[order[place]]
        if node["is_leaf"]:
            line.append(f"={node['value']:.5g}")
        else:
            line.append(f"{node['feature_idx']}:{node['num_threshold']:.7g}:{len(order)}")
            order += [node["left"], node["right"]]
        place += 1
    return " ".join(line)


def main() -> None:
    """Reads pages, prints scores, writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--reader", required=True)
    for name in ("articles", "outputs", "segments"):
        parser.add_argument(f"--{name}", type=Path, nargs="*", default=[])
    parser.add_argument("--no-scores", action="store_true")
    options = parser.parse_args()
    pages = [
        with_article(place, page, weight)
        for folders, weight in ((options.articles, 1.0), (options.outputs, OUTPUT_WEIGHT))
        for folder in folders
        for place, page in read(folder, options.reader)
    ]
    pages += [
        with_segments(place, page)
        for folder in options.segments
        for place, page in read(folder, options.reader)
    ]
    if not options.no_scores:
        leave_out(pages)
    forest = grow(pages)
    names = subprocess.run([options.reader, "--names"], check=True, capture_output=True, text=True).stdout.split()
    lines = [
        "# Which blocks of a page are its article: decision trees, made by Sources/Training/blocks.py.",
        "features " + " ".join(names),
        f"start {float(np.ravel(forest._baseline_prediction)[0]):.6g}",
        *(tree(stage[0].nodes) for stage in forest._predictors),
    ]
    options.model.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
