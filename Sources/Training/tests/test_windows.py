"""Windows: every block is kept once, and none is longer than the encoder reads."""

import random

import pytest

from corpus import Document
from windows import CONTEXT, ROOM, cost, reading_windows, training_windows
from words import Block

LENGTHS = [30, 5, 80, 120, 60, 1, 1, 200, 40, 90, 17, 150, 33, 8, 64, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]


def document(lengths: list[int]) -> Document:
    return Document("invented", [Block(pieces=[1000] * n, first=list(range(n))) for n in lengths])


@pytest.mark.parametrize("lengths", [[], [12], [200], LENGTHS, LENGTHS * 7, [200] * 5])
def test_every_block_is_kept_by_one_window(lengths: list[int]):
    windows = reading_windows(document(lengths))
    assert [b for w in windows for b in w.kept] == list(range(len(lengths)))


def test_windows_hold_what_they_keep_with_context_around_it():
    doc = document(LENGTHS * 7)
    windows = reading_windows(doc)
    for window in windows:
        assert set(window.kept) <= set(window.blocks)
        assert window.blocks == list(range(window.blocks[0], window.blocks[-1] + 1))
        assert window.pieces == 1 + sum(cost(doc.blocks[b]) for b in window.blocks)
        before = sum(cost(doc.blocks[b]) for b in window.blocks if b < window.kept[0])
        assert before <= CONTEXT
        assert window.pieces <= max(ROOM, before + 1 + max(cost(doc.blocks[b]) for b in window.kept))
    assert any(w.blocks[0] < w.kept[0] for w in windows)
    assert any(w.blocks[-1] > w.kept[-1] for w in windows)


def test_training_cuts_anew_in_every_epoch_and_leaves_nothing_out():
    documents = [document(LENGTHS * 3), document([10, 20])]
    cuts = []
    for seed in range(4):
        windows = training_windows(documents, random.Random(seed))
        for d, doc in enumerate(documents):
            assert [b for w in windows if w.document == d for b in w.blocks] == list(range(len(doc.blocks)))
        assert all(w.pieces <= ROOM or len(w.blocks) == 1 for w in windows)
        cuts.append([w.blocks for w in windows])
    assert len({str(c) for c in cuts}) > 1
    assert training_windows(documents, random.Random(3)) == windows
