"""What the network finds in documents: segments, links, attributions, and how they compare with the gold."""

from collections import defaultdict

import torch

from corpus import Document
from network import Tagger, cues_between
from segmenting import likeliest
from windows import batch, gather, groups, reading_windows


@torch.no_grad()
def segments(net: Tagger, documents: list[Document], size: int = 12):
    """For every document the segments found, {block: [(kind, first, last)]}, and links between them.

    Links: {(block, first, last) of a cue: (block, first, last) of its source or None} and
    {(block, first, last) of a content: that of its cue or None}.
    """
    windows = [w for d, doc in enumerate(documents) for w in reading_windows(doc, d)]
    windows.sort(key=lambda w: w.pieces)
    found = [defaultdict(list) for _ in documents]
    source_of = [{} for _ in documents]
    cue_of = [{} for _ in documents]
    for at in range(0, len(windows), size):
        part = windows[at : at + size]
        data = batch(part, documents)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = net.encoder(data.pieces, data.cases, data.places, data.present)
        states = states.float()
        cutting = {}
        for group in groups(data):
            words, lengths = gather(states, data, group)
            scores, outside = net.segment_scores(words)
            for p, c in zip(group, likeliest(scores, outside, net.transitions, net.start, net.end, lengths)):
                cutting[p] = c
        for i, window in enumerate(part):
            mine = [p for p, o in enumerate(data.owner) if o == i]
            spans = [[], [], []]
            for p in mine:
                d, b = data.numbers[p]
                for kind, first, last in cutting[p]:
                    spans[kind].append(
                        ((b, first, last), data.words[p][first], data.words[p][last]))
                    if b in window.kept:
                        found[d][b].append((kind, first, last))
            if not spans[1]:
                for name, _, _ in spans[2]:
                    if name[0] in window.kept:
                        cue_of[window.document][name] = None
                continue
            reps = [torch.cat([states[i, [s[1] for s in spans[k]]],
                               states[i, [s[2] for s in spans[k]]]], 1) for k in range(3)]
            places = [torch.tensor([s[1] for s in spans[k]], dtype=torch.long) for k in range(3)]
            to_source, to_cue = net.links(reps[1], reps[0], reps[2], places[1], places[0], places[2],
                                          cues_between(places[1]))
            for (name, _, _), j in zip(spans[1], to_source.argmax(1).tolist()):
                if name[0] in window.kept:
                    source_of[window.document][name] = spans[0][j - 1][0] if j else None
            for (name, _, _), j in zip(spans[2], to_cue.argmax(1).tolist() if spans[2] else []):
                if name[0] in window.kept:
                    cue_of[window.document][name] = spans[1][j - 1][0] if j else None
    return found, source_of, cue_of


def compare(documents: list[Document], found) -> dict[str, tuple[float, float, float]]:
    """Exact matches: precision, recall and F1 of each kind, in percent."""
    result = {}
    for kind, name in enumerate(("source", "cue", "content")):
        right = predicted = gold = 0
        for doc, mine in zip(documents, found):
            a = {(s.block, s.first, s.last) for s in doc.segments if s.kind == kind}
            b = {(n, f, l) for n, cut in mine.items() for k, f, l in cut if k == kind}
            right, predicted, gold = right + len(a & b), predicted + len(b), gold + len(a)
        p, r = 100 * right / max(1, predicted), 100 * right / max(1, gold)
        result[name] = (round(p, 1), round(r, 1), round(2 * p * r / max(1e-9, p + r), 1))
    return result


def links_right(documents, source_of, cue_of):
    """Of the links whose ends were found exactly, the part that is right, in percent: to sources, to cues."""
    name = lambda doc, s: (doc.segments[s].block, doc.segments[s].first, doc.segments[s].last)
    right, total = [0, 0], [0, 0]
    for doc, sources, cues in zip(documents, source_of, cue_of):
        for way, gold, mine in ((0, doc.source_of, sources), (1, doc.cue_of, cues)):
            for s, target in gold.items():
                key = name(doc, s)
                if key in mine:
                    total[way] += 1
                    right[way] += mine[key] == (None if target is None else name(doc, target))
    return [round(100 * r / max(1, t), 1) for r, t in zip(right, total)]
