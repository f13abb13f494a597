"""Fits the confidence of attributions: `calibrate.py GOLD PREDICTIONS WEIGHTS`.

PREDICTIONS is what `hearsay-tagger spans --raw` wrote for GOLD/text. An attribution counts as right when an
annotator has one whose content shares half its words and whose source shares a word, or is absent in both. Writes
the weights of a logistic regression, and prints how often attributions were right, by confidence, with weights
fitted on the other half of the texts.
"""

import argparse
import glob
import json
import os
import re

import numpy as np

from corpus import KINDS, read, read_annotations

TOKEN = re.compile(r"\w+|[^\w\s]")


def token_ids(text):
    at = [-1] * (len(text) + 1)
    for n, m in enumerate(TOKEN.finditer(text)):
        for i in range(m.start(), m.end()):
            at[i] = n
    return at


def judged(gold_folder, predictions):
    """(text number, evidence, right) of every attribution, once per annotator."""
    rows = []
    for path in sorted(glob.glob(f"{gold_folder}/attributions/*.ann")):
        name = os.path.basename(path)[:-4].rsplit("_", 1)[0]
        at = token_ids(read(f"{gold_folder}/text/{name}.txt"))
        gold = annotated(path, at)
        for a in json.loads(read(f"{predictions}/{name}.json"))["attributions"]:
            content, source = (
                words([(s["start"], s["end"]) for s in a[f"{kind}Spans"]], at) for kind in ("content", "source"))
            rows.append((sum(map(ord, name)), a["evidence"], is_right(content, source, gold)))
    return rows


def words(pairs, at):
    """The numbers of the words in spans of the text."""
    return {at[i] for a, b in pairs for i in range(a, min(b, len(at) - 1)) if at[i] >= 0}


def annotated(path, at):
    """(words of the content, words of the source) of every annotated attribution."""
    spans, events = read_annotations(path)
    gold = []
    for event in events:
        parts = {k: [p for t in event[k] if t in spans for p in spans[t][1]] for k in KINDS}
        if parts["content"]:
            gold.append((words(parts["content"], at), words(parts["source"], at)))
    return gold


def is_right(content, source, gold):
    """Whether an annotator has one with half of the words and a word of the source, or none as well."""
    return any(
        len(content & c) >= 0.5 * len(content | c) and bool(s) == bool(source) and (not s or bool(s & source))
        for c, s in gold)


def fit(x, y, ridge=1.0):
    """Logistic regression by Newton's method."""
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - ridge * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(x.shape[1])
        w = w + np.linalg.solve(hessian, gradient)
    return w


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold")
    parser.add_argument("predictions")
    parser.add_argument("weights")
    options = parser.parse_args()
    rows = judged(options.gold, options.predictions)
    group = np.array([r[0] for r in rows])
    x, y = np.array([r[1] for r in rows]), np.array([r[2] for r in rows], float)
    report(crossed(group, x, y), y)
    with open(options.weights, "w") as file:
        file.write(" ".join(f"{v:.5f}" for v in fit(x, y)) + "\n")


def crossed(group, x, y):
    """The confidence of every attribution, with weights fitted on the other half of the texts."""
    p = np.zeros(len(y))
    for half in (0, 1):
        test = group % 2 == half
        p[test] = 1 / (1 + np.exp(-x[test] @ fit(x[~test], y[~test])))
    return p


def report(p, y):
    """Prints how often attributions were right, by confidence."""
    print(len(y), "attributions,", round(100 * y.mean(), 1), "% right")
    for low in (0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        high = {0: 0.3, 0.8: 0.85, 0.85: 0.9, 0.9: 0.95, 0.95: 1.01}.get(low, low + 0.1)
        mine = (p >= low) & (p < high)
        if mine.any():
            print(f"shown at {low:.2f}-{min(high, 1):.2f}: {mine.sum():5d}, right {100 * y[mine].mean():.1f} %")


if __name__ == "__main__":
    main()
