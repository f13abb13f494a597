"""Windows: blocks in a row, as many as fit."""

import random
from dataclasses import dataclass

from corpus import Document
from words import Block

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
        current: list[int] = []
        used = 1
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
    result: list[Window] = []
    b, n = 0, len(doc.blocks)
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
