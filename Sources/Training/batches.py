"""Windows in the form the encoder reads: one row of numbers each, padded to the longest."""

import random
from dataclasses import dataclass, field

import torch

from corpus import CONTENT, CUE, Document
from windows import Window, cost
from words import CLASSIFY, MASK, OPENING, SEPARATE, Block


@dataclass
class Batch:
    pieces: torch.Tensor  # (windows, pieces)
    cases: torch.Tensor
    places: torch.Tensor
    present: torch.Tensor
    annotators: torch.Tensor  # (windows), 0 for nobody known
    # Every block: its window, the places of its words' first pieces, its segments (kind, first, last), its number.
    owner: list[int] = field(default_factory=list)
    words: list[list[int]] = field(default_factory=list)
    segments: list[list[tuple[int, int, int]]] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)  # every block as it was read
    # Segments with their place: kind -> [(window, first piece, last piece)]; links by index into those lists.
    spans: list[list[tuple[int, int, int]]] = field(default_factory=lambda: [[], [], []])
    source_of: list[tuple[int, int]] = field(default_factory=list)  # (cue, source or -1)
    cue_of: list[tuple[int, int]] = field(default_factory=list)  # (content, cue or -1)


def batch(windows: list[Window], documents: list[Document], chance: random.Random | None = None,
          masked: float = 0.0, replacements=None) -> Batch:
    """What the encoder reads; with `chance`, `masked` is the share of hidden words, and `replacements` swaps some."""
    texts = [{b: documents[w.document].blocks[b] for b in w.blocks} if replacements is None
             else replacements.window(documents[w.document], w.blocks, chance) for w in windows]
    shape = len(windows), max(1 + sum(cost(b) for b in t.values()) for t in texts)
    pieces, cases, places = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    out = Batch(pieces, cases, places, torch.zeros(shape, dtype=torch.bool),
                torch.tensor([documents[w.document].annotator for w in windows]))
    for i, (window, text) in enumerate(zip(windows, texts, strict=True)):
        row = Row()
        index: dict[int, int] = {}
        for b in window.blocks:
            out.words.append(row.add(text[b], chance, masked))
            out.owner.append(i)
            out.blocks.append(text[b])
            out.numbers.append((window.document, b))
            add_segments(out, documents[window.document], b, index)
        add_links(out, documents[window.document], index)
        n = len(row.pieces)
        out.pieces[i, :n] = torch.tensor(row.pieces)
        out.cases[i, :n] = torch.tensor(row.cases)
        out.places[i, :n] = torch.tensor(row.places)
        out.present[i, :n] = True
    return out


class Row:
    """The pieces of a window, and what is known of each."""

    def __init__(self):
        self.pieces, self.cases, self.places = [CLASSIFY], [0], [0]

    def add(self, block: Block, chance: random.Random | None, masked: float) -> list[int]:
        """Adds a block and its separator; the places of its words' first pieces."""
        base = len(self.pieces)
        self.pieces += block.pieces
        self.cases += [0] * len(block.pieces)
        self.places += [0] * len(block.pieces)
        for w, f in enumerate(block.first):
            until = block.first[w + 1] if w + 1 < len(block.first) else len(block.pieces)
            self.cases[base + f] = block.cases[w]
            self.places[base + f : base + until] = [block.places[w]] * (until - f)
        if masked and chance:
            self.hide(block, base, chance, masked)
        self.pieces.append(SEPARATE)
        self.cases.append(0)
        self.places.append(0)
        return [base + f for f in block.first]

    def hide(self, block: Block, base: int, chance: random.Random, masked: float) -> None:
        """Hides a share of the words, but no quotation marks, or puts others in their place."""
        for w, f in enumerate(block.first):
            if chance.random() < masked and block.places[w] < OPENING:
                hidden = chance.random() < 0.75
                self.pieces[base + f] = MASK if hidden else chance.choice(block.pieces)


def add_segments(out: Batch, doc: Document, b: int, index: dict[int, int]) -> None:
    """Adds the segments of the block that was added last, and says in `index` where each stands among its kind."""
    mine = sorted((s for s, segment in enumerate(doc.segments) if segment.block == b),
                  key=lambda s: doc.segments[s].first)
    out.segments.append([(doc.segments[s].kind, doc.segments[s].first, doc.segments[s].last) for s in mine])
    window, first = out.owner[-1], out.words[-1]
    for s in mine:
        segment = doc.segments[s]
        index[s] = len(out.spans[segment.kind])
        out.spans[segment.kind].append((window, first[segment.first], first[segment.last]))


def add_links(out: Batch, doc: Document, index: dict[int, int]) -> None:
    """Adds the links whose ends are both in the window."""
    for s, at in index.items():
        kind = doc.segments[s].kind
        if kind == CUE and s in doc.source_of:
            source = doc.source_of[s]
            if source is None:
                out.source_of.append((at, -1))
            elif source in index:
                out.source_of.append((at, index[source]))
        elif kind == CONTENT and doc.cue_of.get(s) in index:
            out.cue_of.append((at, index[doc.cue_of[s]]))


def groups(data: Batch, bound: int = 48) -> list[list[int]]:
    """The blocks in short ones and long ones, so that little is padded."""
    short = [p for p, w in enumerate(data.words) if len(w) <= bound]
    long = [p for p, w in enumerate(data.words) if len(w) > bound]
    return [g for g in (short, long) if g]


def gather(states, data: Batch, group: list[int]):
    """The states of the words' first pieces (P, W, hidden) and the number of words (P)."""
    lengths = torch.tensor([len(data.words[p]) for p in group])
    index = torch.zeros(len(group), int(lengths.max()), dtype=torch.long)
    T = data.pieces.shape[1]
    for row, p in enumerate(group):
        index[row, : lengths[row]] = torch.tensor(data.words[p]) + data.owner[p] * T
    return states.reshape(-1, states.shape[-1])[index], lengths
