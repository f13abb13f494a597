"""Text as the network sees it: paragraphs of words, words of pieces, and two facts about each word.

The program that reads articles does the same in Swift (Sources/HearsayNeural/Text); the two must agree to the
letter, because a network trained on one kind of pieces is worth nothing on another.
"""

from dataclasses import dataclass, field

# One character for one character, so that offsets stay true.
STRAIGHT = {
    ord(c): '"' for c in "“”„‟«»″"
} | {
    ord(c): "'" for c in "‘’‚‛′`"
}

CLASSIFY, SEPARATE, MASK = 101, 102, 103

# Letter case of a word; the vocabulary has no capitals. 0 is for whatever is not the first piece of a word.
LOWER, UPPER, TITLE, MIXED, DIGITS, OTHER = 1, 2, 3, 4, 5, 6
CASES = 7

# Where a word stands with regard to quotation marks.
OUTSIDE, INSIDE, OPENING, CLOSING = 0, 1, 2, 3
PLACES = 4

DOUBLE = set("\"“”„‟«»″")


@dataclass
class Block:
    """A paragraph, or a part of one too long for a window."""

    pieces: list[int] = field(default_factory=list)  # vocabulary numbers
    first: list[int] = field(default_factory=list)  # for every word, its first piece
    cases: list[int] = field(default_factory=list)  # for every word
    places: list[int] = field(default_factory=list)  # for every word
    starts: list[int] = field(default_factory=list)  # for every word, offsets into the text
    ends: list[int] = field(default_factory=list)


def case(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return DIGITS if word.isdigit() else OTHER
    if all(c.islower() for c in letters) or not any(c.isupper() for c in letters):
        return LOWER
    if all(c.isupper() for c in letters):
        return UPPER if len(letters) > 1 else TITLE
    if word[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return TITLE
    return MIXED


def places(text: str, starts: list[int], ends: list[int], low: int, high: int) -> list[int]:
    """Where each word of the paragraph text[low:high] stands with regard to double quotation marks.

    A mark's own shape decides whether it opens or closes; for a straight one the spaces beside it do, and where
    those are silent it closes what is open.
    """
    found, inside = [], False
    for a, b in zip(starts, ends, strict=True):
        if b - a != 1 or text[a] not in DOUBLE:
            found.append(INSIDE if inside else OUTSIDE)
            continue
        mark = text[a]
        before = text[a - 1] if a > low else " "
        after = text[b] if b < high else " "
        if mark in "“„‟«":
            opens = True
        elif mark in "”»":
            opens = False
        elif before.isspace() and not after.isspace():
            opens = True
        elif after.isspace() and not before.isspace():
            opens = False
        else:
            opens = not inside
        found.append(OPENING if opens else CLOSING)
        inside = opens
    return found


def blocks(text: str, tokenizer, room: int) -> list[Block]:
    """The paragraphs of a text, each of at most `room` pieces."""
    result: list[Block] = []
    low = 0
    for line in text.split("\n"):
        high = low + len(line)
        encoded = tokenizer.encode(line.translate(STRAIGHT), add_special_tokens=False)
        words = word_places(encoded, low)
        marks = places(text, [w[1] for w in words], [w[2] for w in words], low, high)
        block, base = None, 0
        for n, (at, a, b) in enumerate(words):
            until = words[n + 1][0] if n + 1 < len(words) else len(encoded.ids)
            if block is None or len(block.pieces) + until - at > room:
                block = Block()
                result.append(block)
                base = at
            block.first.append(at - base)
            block.pieces += encoded.ids[at:until]
            block.cases.append(case(text[a:b]))
            block.places.append(marks[n])
            block.starts.append(a)
            block.ends.append(b)
        low = high + 1
    return result


def word_places(encoded, low: int) -> list[tuple[int, int, int]]:
    """(first piece, start, end) of every word of a line that begins at `low`."""
    words: list[tuple[int, int, int]] = []
    previous = None
    for i, (word, (a, b)) in enumerate(zip(encoded.word_ids, encoded.offsets, strict=True)):
        if word != previous:
            words.append((i, low + a, low + b))
            previous = word
        else:
            words[-1] = (words[-1][0], words[-1][1], low + b)
    return words


def load_tokenizer(base: str):
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(f"{base}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
