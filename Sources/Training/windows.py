"""Windows: blocks in a row, as many as fit, in the form the encoder reads."""

import random
import re
from dataclasses import dataclass, field

import torch

from corpus import Document
from words import CLASSIFY, MASK, SEPARATE, Block

ROOM = 224  # pieces of a window, its first sign and the separators included
BLOCK = 200  # pieces of a block at most
CONTEXT = 56  # pieces of context on each side, at most, that are read and not kept


@dataclass
class Window:
    document: int
    blocks: list[int]
    kept: list[int]
    pieces: int


def cost(block: Block) -> int:
    return len(block.pieces) + 1


def training_windows(documents: list[Document], chance: random.Random) -> list[Window]:
    """All blocks of all documents once; where the first window ends is drawn, so that every epoch cuts anew."""
    result = []
    for d, doc in enumerate(documents):
        room = chance.randint(ROOM // 3, ROOM)
        current, used = [], 1
        for b, block in enumerate(doc.blocks):
            if current and used + cost(block) > room:
                result.append(Window(d, current, current, used))
                current, used, room = [], 1, ROOM
            current.append(b)
            used += cost(block)
        if current:
            result.append(Window(d, current, current, used))
    return result


def reading_windows(doc: Document, d: int = 0) -> list[Window]:
    """Windows that keep every block once, with context around what is kept."""
    result, b, n = [], 0, len(doc.blocks)
    while b < n:
        low, used = b, 1
        while low > 0 and used - 1 + cost(doc.blocks[low - 1]) <= CONTEXT:
            low -= 1
            used += cost(doc.blocks[low])
        high = b
        while high < n and (high == b or used + cost(doc.blocks[high]) <= ROOM):
            used += cost(doc.blocks[high])
            high += 1
        # What was read last becomes context of this window and is kept by the next, unless the text ends here.
        kept = high
        if high < n:
            after = 0
            while kept - 1 > b and after + cost(doc.blocks[kept - 1]) <= CONTEXT:
                kept -= 1
                after += cost(doc.blocks[kept])
        result.append(Window(d, list(range(low, high)), list(range(b, kept)), used))
        b = kept
    return result


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
    B, T = len(windows), max(1 + sum(cost(b) for b in t.values()) for t in texts)
    zeros = lambda: torch.zeros(B, T, dtype=torch.long)
    out = Batch(zeros(), zeros(), zeros(), torch.zeros(B, T, dtype=torch.bool),
                torch.tensor([documents[w.document].annotator for w in windows]))
    for i, window in enumerate(windows):
        doc = documents[window.document]
        pieces, cases, places = [CLASSIFY], [0], [0]
        by_block: dict[int, list[int]] = {b: [] for b in window.blocks}
        for s, segment in enumerate(doc.segments):
            if segment.block in by_block:
                by_block[segment.block].append(s)
        index: dict[int, int] = {}
        for b in window.blocks:
            block = texts[i][b]
            base = len(pieces)
            first = [base + f for f in block.first]
            pieces += block.pieces
            case, place = [0] * len(block.pieces), [0] * len(block.pieces)
            for w, f in enumerate(block.first):
                until = block.first[w + 1] if w + 1 < len(block.first) else len(block.pieces)
                case[f] = block.cases[w]
                for j in range(f, until):
                    place[j] = block.places[w]
            if masked and chance:
                for w, f in enumerate(block.first):
                    if chance.random() < masked and block.places[w] < 2:
                        hidden = chance.random() < 0.75
                        pieces[base + f] = MASK if hidden else chance.choice(block.pieces)
            cases += case + [0]
            places += place + [0]
            pieces.append(SEPARATE)
            mine = sorted(by_block[b], key=lambda s: doc.segments[s].first)
            out.owner.append(i)
            out.blocks.append(block)
            out.words.append(first)
            out.segments.append([(doc.segments[s].kind, doc.segments[s].first, doc.segments[s].last)
                                 for s in mine])
            out.numbers.append((window.document, b))
            for s in mine:
                seg = doc.segments[s]
                index[s] = len(out.spans[seg.kind])
                out.spans[seg.kind].append((i, first[seg.first], first[seg.last]))
        for s in index:
            kind = doc.segments[s].kind
            if kind == 1 and s in doc.source_of:
                source = doc.source_of[s]
                if source is None or source in index:
                    out.source_of.append((index[s], -1 if source is None else index[source]))
            elif kind == 2 and doc.cue_of.get(s) in index:
                out.cue_of.append((index[s], index[doc.cue_of[s]]))
        n = len(pieces)
        out.pieces[i, :n] = torch.tensor(pieces)
        out.cases[i, :n] = torch.tensor(cases)
        out.places[i, :n] = torch.tensor(places)
        out.present[i, :n] = True
    return out


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


SENTENCE_END = re.compile(r"[.?!]")
