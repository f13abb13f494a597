"""What the network finds in documents: segments, links, attributions, and how they compare with the gold."""

from collections import defaultdict

import torch

from batches import Batch, batch, gather, groups
from corpus import CONTENT, CUE, KINDS, SOURCE, Document
from network import Tagger, cues_between
from segmenting import likeliest
from windows import reading_windows

Name = tuple[int, int, int]  # block, first word, last word
Cut = tuple[int, int, int]  # kind, first word, last word
Found = tuple[Name, int, int]  # a segment, with its first and last piece in the window


@torch.no_grad()
def segments(net: Tagger, documents: list[Document], size: int = 12):
    """For every document the segments found, {block: [(kind, first, last)]}, and links between them.

    Links: {a cue: its source or None} and {a content: its cue or None}, each by its name.
    """
    windows = [w for d, doc in enumerate(documents) for w in reading_windows(doc, d)]
    windows.sort(key=lambda w: w.pieces)
    found: list[dict[int, list[Cut]]] = [defaultdict(list) for _ in documents]
    source_of: list[dict[Name, Name | None]] = [{} for _ in documents]
    cue_of: list[dict[Name, Name | None]] = [{} for _ in documents]
    for at in range(0, len(windows), size):
        part = windows[at : at + size]
        data = batch(part, documents)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = net.encoder(data.pieces, data.cases, data.places, data.present)
        states = states.float()
        cutting = cuttings(net, states, data)
        for i, window in enumerate(part):
            mine = [p for p, o in enumerate(data.owner) if o == i]
            for p in mine:
                if data.numbers[p][1] in window.kept:
                    found[window.document][data.numbers[p][1]] += cutting[p]
            to_source, to_cue = links(net, states[i], placed(data, mine, cutting))
            # What is context here is kept by another window.
            source_of[window.document] |= {c: s for c, s in to_source.items() if c[0] in window.kept}
            cue_of[window.document] |= {c: s for c, s in to_cue.items() if c[0] in window.kept}
    return found, source_of, cue_of


def cuttings(net: Tagger, states, data: Batch) -> dict[int, list[Cut]]:
    """Of every block the segments that promise most."""
    cutting: dict[int, list[Cut]] = {}
    for group in groups(data):
        words, lengths = gather(states, data, group)
        scores, outside = net.segment_scores(words)
        best = likeliest(scores, outside, net.transitions, net.start, net.end, lengths)
        cutting |= dict(zip(group, best, strict=True))
    return cutting


def placed(data: Batch, blocks: list[int], cutting) -> list[list[Found]]:
    """The segments of a window's blocks, by kind, with their places."""
    spans: list[list[Found]] = [[], [], []]
    for p in blocks:
        for kind, first, last in cutting[p]:
            name = (data.numbers[p][1], first, last)
            spans[kind].append((name, data.words[p][first], data.words[p][last]))
    return spans


def links(net: Tagger, states, spans: list[list[Found]]):
    """Of every cue its source, of every content its cue; None where there is none."""
    if not spans[CUE]:
        return {}, {name: None for name, _, _ in spans[CONTENT]}
    reps = [torch.cat([states[[s[1] for s in of]], states[[s[2] for s in of]]], 1) for of in spans]
    places = [torch.tensor([s[1] for s in of], dtype=torch.long) for of in spans]
    to_source, to_cue = net.links(reps[CUE], reps[SOURCE], reps[CONTENT], places[CUE], places[SOURCE],
                                  places[CONTENT], cues_between(places[CUE]))
    return chosen(spans[CUE], to_source, spans[SOURCE]), chosen(spans[CONTENT], to_cue, spans[CUE])


def chosen(spans: list[Found], scores, targets: list[Found]) -> dict[Name, Name | None]:
    """Of every span the target with the highest score; the first score is for none."""
    best = scores.argmax(1).tolist() if spans else []
    return {name: targets[j - 1][0] if j else None for (name, _, _), j in zip(spans, best, strict=True)}


def compare(documents: list[Document], found) -> dict[str, tuple[float, float, float]]:
    """Exact matches: precision, recall and F1 of each kind, in percent."""
    result = {}
    for kind, name in enumerate(KINDS):
        right = predicted = gold = 0
        for doc, mine in zip(documents, found, strict=True):
            a = {(s.block, s.first, s.last) for s in doc.segments if s.kind == kind}
            b = {(n, f, l) for n, cut in mine.items() for k, f, l in cut if k == kind}
            right, predicted, gold = right + len(a & b), predicted + len(b), gold + len(a)
        p, r = 100 * right / max(1, predicted), 100 * right / max(1, gold)
        result[name] = (round(p, 1), round(r, 1), round(2 * p * r / max(1e-9, p + r), 1))
    return result


def links_right(documents, source_of, cue_of):
    """Of the links whose ends were found exactly, the part that is right, in percent: to sources, to cues."""

    def name(doc: Document, s: int) -> Name:
        return doc.segments[s].block, doc.segments[s].first, doc.segments[s].last

    right, total = [0, 0], [0, 0]
    for doc, sources, cues in zip(documents, source_of, cue_of, strict=True):
        for way, gold, mine in ((0, doc.source_of, sources), (1, doc.cue_of, cues)):
            for s, target in gold.items():
                key = name(doc, s)
                if key in mine:
                    total[way] += 1
                    right[way] += mine[key] == (None if target is None else name(doc, target))
    return [round(100 * r / max(1, t), 1) for r, t in zip(right, total, strict=True)]
