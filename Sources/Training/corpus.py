"""PolNeAR as documents of blocks with segments and the attributions they make up."""

import glob
import os
import re
from collections import defaultdict
from dataclasses import dataclass, field

from words import Block, blocks

KINDS = ("source", "cue", "content")
# Who annotated PolNeAR, by the signs in its file names. They agree with each other at 78 / 71 / 68 (exact F1 of sources,
# cues and contents): one cuts contents sentence by sentence, another hears voices in many more verbs.
ANNOTATORS = ("4b22", "4e07", "5fec", "6b86", "d473", "ef2d")


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


def read_annotations(path: str):
    """Spans {id: (kind, [(start, end)])} and events [{role: [ids]}] of a brat file."""
    spans, events = {}, []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) < 2:
            continue
        if line.startswith("T") and " " in fields[1]:
            kind, where = fields[1].split(" ", 1)
            if kind.lower() in KINDS:
                pairs = [tuple(map(int, s.split())) for s in where.split(";")]
                spans[fields[0]] = (KINDS.index(kind.lower()), [p for p in pairs if p[0] < p[1]])
        elif line.startswith("E") and fields[1].lower().startswith("attribution"):
            event = defaultdict(list)
            for part in fields[1].split()[1:]:
                role, _, target = part.partition(":")
                event[re.sub(r"\d+$", "", role).lower()].append(target)
            events.append(event)
    return spans, events


def document(text_path: str, annotation_path: str, tokenizer, room: int) -> Document:
    text = open(text_path, encoding="utf-8").read()
    doc = Document(os.path.basename(annotation_path)[:-4], blocks(text, tokenizer, room))
    word_at = {}  # offset -> (block, word)
    for b, block in enumerate(doc.blocks):
        for w, (start, end) in enumerate(zip(block.starts, block.ends)):
            for i in range(start, end):
                word_at[i] = (b, w)
    spans, events = read_annotations(annotation_path)

    # Every word plays at most one role. Where annotations overlap, the outermost wins: that is the guide's rule.
    order = sorted(spans, key=lambda s: (-sum(b - a for a, b in spans[s][1]), s))
    taken: dict[tuple[int, int], tuple] = {}
    segments_of: dict[str, list[int]] = {}
    known: dict[tuple, int] = {}
    for name in order:
        kind, pairs = spans[name]
        mine = []
        for a, b in pairs:
            at = sorted({word_at[i] for i in range(a, b) if i in word_at})
            run: list[tuple[int, int]] = []
            runs = []
            for w in at:
                if run and w != (run[-1][0], run[-1][1] + 1):
                    runs.append(run)
                    run = []
                run.append(w)
            if run:
                runs.append(run)
            for run in runs:
                key = (kind, run[0], run[-1])
                if key not in known:
                    if any(w in taken for w in run):
                        continue
                    known[key] = len(doc.segments)
                    doc.segments.append(Segment(kind, run[0][0], run[0][1], run[-1][1]))
                    for w in run:
                        taken[w] = key
                mine.append(known[key])
        segments_of[name] = mine

    for event in events:
        cues = [s for t in event["cue"] for s in segments_of.get(t, [])
                if doc.segments[s].kind == 1]
        if not cues:
            continue
        sources = [s for t in event["source"] for s in segments_of.get(t, [])
                   if doc.segments[s].kind == 0]
        contents = [s for t in event["content"] for s in segments_of.get(t, [])
                    if doc.segments[s].kind == 2]
        if sources or not event["source"]:
            doc.source_of[cues[0]] = sources[0] if sources else None
        for content in contents:
            doc.cue_of[content] = cues[0]
    return doc


def documents(folder: str, tokenizer, room: int) -> list[Document]:
    """All annotated texts of a folder with `text` and `attributions`, once for each annotator."""
    result = []
    for path in sorted(glob.glob(f"{folder}/attributions/*.ann")):
        name = os.path.basename(path)[:-4].rsplit("_", 1)[0]
        text = f"{folder}/text/{name}.txt"
        if os.path.exists(text):
            result.append(document(text, path, tokenizer, room))
    return result
