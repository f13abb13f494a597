"""Words and pieces: the same answers as the Swift side gives, to the letter."""

import re

import pytest
from conftest import FIXTURES

from words import CLOSING, INSIDE, LOWER, MIXED, OPENING, OTHER, OUTSIDE, TITLE, UPPER, Block, blocks, case, places


class Encoded:
    """Words of letters, and signs one by one, each a piece; longer words have two."""

    def __init__(self, line: str):
        self.ids, self.offsets, self.word_ids = [], [], []
        for number, match in enumerate(re.finditer(r"\w+|[^\w\s]", line)):
            a, b = match.span()
            for low, high in ((a, b),) if b - a < 7 else ((a, a + 6), (a + 6, b)):
                self.ids.append(1000 + high - low)
                self.offsets.append((low, high))
                self.word_ids.append(number)


class Tokenizer:
    def encode(self, line: str, add_special_tokens: bool) -> Encoded:
        assert not add_special_tokens
        return Encoded(line)


def words(text: str, block: Block) -> list[str]:
    return [text[a:b] for a, b in zip(block.starts, block.ends, strict=True)]


def test_a_paragraph_is_a_block_and_its_offsets_are_those_of_the_text():
    text = "The port closed.\nNobody explained."
    found = blocks(text, Tokenizer(), 100)
    assert [words(text, b) for b in found] == [["The", "port", "closed", "."], ["Nobody", "explained", "."]]
    assert found[1].first == [0, 1, 3]
    assert found[1].pieces == [1006, 1006, 1003, 1001]


def test_a_long_paragraph_is_cut_between_words():
    text = "one two remarkable four"
    found = blocks(text, Tokenizer(), 3)
    assert [words(text, b) for b in found] == [["one", "two"], ["remarkable", "four"]]
    assert [b.first for b in found] == [[0, 1], [0, 2]]


@pytest.mark.parametrize(("word", "expected"), [
    ("port", LOWER), ("Port", TITLE), ("UN", UPPER), ("I", TITLE), ("McCoy", MIXED), ("1998", 5), ("—", OTHER)])
def test_letter_case(word: str, expected: int):
    assert case(word) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ('" No " x', [OPENING, INSIDE, CLOSING, OUTSIDE]),
    ("“ No ” x", [OPENING, INSIDE, CLOSING, OUTSIDE]),
    ('x "No', [OUTSIDE, OPENING, INSIDE]),
])
def test_words_know_whether_they_are_quoted(text: str, expected: list[int]):
    at = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    assert places(text, [a for a, _ in at], [b for _, b in at], 0, len(text)) == expected


def test_the_reference_tokenizer_gives_what_the_swift_side_is_tested_with(vocabulary):
    tokenizers = pytest.importorskip("tokenizers")
    tokenizer = tokenizers.BertWordPieceTokenizer(
        {piece: number for number, piece in enumerate(vocabulary)}, lowercase=True)
    for line in (FIXTURES / "pieces.tsv").read_text(encoding="utf-8").splitlines():
        escaped, pieces, cases, marks = line.split("\t")
        text = re.sub(r"\\u\{(\w+)\}", lambda m: chr(int(m[1], 16)), escaped)
        found = blocks(text, tokenizer, 10**9)[0]
        assert " ".join(map(str, found.pieces)) == pieces, text
        assert "".join(map(str, found.cases)) == cases, text
        assert "".join(map(str, found.places)) == marks, text
