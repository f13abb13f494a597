"""PolNeAR as documents of blocks with segments and the attributions they make up."""

import glob
import os
import re
from collections import defaultdict
from dataclasses import dataclass, field

from words import Block, blocks

KINDS = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
# Who annotated PolNeAR, by the signs in its file names. They agree with each other at 78 / 71 / 68 (exact F1 of
# sources, cues and contents): one cuts contents sentence by sentence, another hears voices in many more verbs.
ANNOTATORS = ("4b22", "4e07", "5fec", "6b86", "d473", "ef2d")

Span = tuple[int, list[tuple[int, int]]]  # a kind, and where it stands in the text
Place = tuple[int, int]  # a block and a word in it


@dataclass
class Segment:
    """Consecutive words of one block with one role."""

    kind: int
    block: int
    first: int
    last: int


@dataclass
class Document:
    name: str
    blocks: list[Block]
    segments: list[Segment] = field(default_factory=list)
    # cue segment -> its source segment or None; content segment -> its cue segment
    source_of: dict[int, int | None] = field(default_factory=dict)
    cue_of: dict[int, int] = field(default_factory=dict)

    @property
    def annotator(self) -> int:
        """1 to 6, or 0 for nobody known."""
        sign = self.name.rsplit("_", 1)[-1]
        return ANNOTATORS.index(sign) + 1 if sign in ANNOTATORS else 0


def read_annotations(path: str) -> tuple[dict[str, Span], list[defaultdict[str, list[str]]]]:
    """Spans {id: (kind, [(start, end)])} and events [{role: [ids]}] of a brat file."""
    spans: dict[str, Span] = {}
    events: list[defaultdict[str, list[str]]] = []
    for line in read(path).split("\n"):
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if line.startswith("T") and " " in fields[1]:
            kind, where = fields[1].split(" ", 1)
            if kind.lower() in KINDS:
                ends = [s.split() for s in where.split(";")]
                pairs = [(int(a), int(b)) for a, b in ends]
                spans[fields[0]] = (KINDS.index(kind.lower()), [p for p in pairs if p[0] < p[1]])
        elif line.startswith("E") and fields[1].lower().startswith("attribution"):
            event: defaultdict[str, list[str]] = defaultdict(list)
            for part in fields[1].split()[1:]:
                role, _, target = part.partition(":")
                event[re.sub(r"\d+$", "", role).lower()].append(target)
            events.append(event)
    return spans, events


def document(text_path: str, annotation_path: str, tokenizer, room: int) -> Document:
    """An annotated text, as its annotator has it."""
    doc = Document(os.path.basename(annotation_path)[:-4], blocks(read(text_path), tokenizer, room))
    spans, events = read_annotations(annotation_path)
    segments_of = add_segments(doc, spans)
    for event in events:
        add_links(doc, event, segments_of)
    return doc


def read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def add_segments(doc: Document, spans: dict[str, Span]) -> dict[str, list[int]]:
    """Adds the annotated spans as segments; which segments each became.

    Every word plays at most one role. Where annotations overlap, the outermost wins: that is the guide's rule.
    """
    word_at = {i: (b, w) for b, block in enumerate(doc.blocks)
               for w, (start, end) in enumerate(zip(block.starts, block.ends, strict=True)) for i in range(start, end)}
    taken: set[Place] = set()
    segments_of: dict[str, list[int]] = {}
    known: dict[tuple[int, Place, Place], int] = {}
    for name in sorted(spans, key=lambda s: (-sum(b - a for a, b in spans[s][1]), s)):
        kind, pairs = spans[name]
        mine = segments_of[name] = []
        for run in (run for a, b in pairs for run in runs({word_at[i] for i in range(a, b) if i in word_at})):
            key = (kind, run[0], run[-1])
            if key not in known:
                if not taken.isdisjoint(run):
                    continue
                known[key] = len(doc.segments)
                doc.segments.append(Segment(kind, run[0][0], run[0][1], run[-1][1]))
                taken.update(run)
            mine.append(known[key])
    return segments_of


def runs(places: set[Place]) -> list[list[Place]]:
    """Words in runs without a gap, none of which goes on in another block."""
    result: list[list[Place]] = []
    for block, word in sorted(places):
        if result and result[-1][-1] == (block, word - 1):
            result[-1].append((block, word))
        else:
            result.append([(block, word)])
    return result


def add_links(doc: Document, event: dict[str, list[str]], segments_of: dict[str, list[int]]) -> None:
    """Adds who says what after an attribution: its first cue has the source, and every content has that cue."""
    def of(kind: int) -> list[int]:
        return [s for t in event[KINDS[kind]] for s in segments_of.get(t, []) if doc.segments[s].kind == kind]

    cues, sources = of(CUE), of(SOURCE)
    if not cues:
        return
    if sources or not event["source"]:
        doc.source_of[cues[0]] = sources[0] if sources else None
    for content in of(CONTENT):
        doc.cue_of[content] = cues[0]


def documents(folder: str, tokenizer, room: int) -> list[Document]:
    """All annotated texts of a folder with `text` and `attributions`, once for each annotator."""
    result = []
    for path in sorted(glob.glob(f"{folder}/attributions/*.ann")):
        name = os.path.basename(path)[:-4].rsplit("_", 1)[0]
        text = f"{folder}/text/{name}.txt"
        if os.path.exists(text):
            result.append(document(text, path, tokenizer, room))
    return result
