"""GUM as documents with entities: what kind of thing every noun phrase names."""

import glob
import os
import re
from dataclasses import dataclass

from corpus import read as read_file
from words import Block, blocks

PERSON, GROUP, ORGANISATION, OUTLET, DOCUMENT, OTHER = range(6)
KINDS = ("person", "group", "organisation", "outlet", "document", "other")

# What the corpus calls it -> what it is when it speaks: a place that speaks is its government.
OF_TYPE = {"person": PERSON, "organization": ORGANISATION, "place": ORGANISATION, "abstract": OTHER,
           "object": OTHER, "event": OTHER, "substance": OTHER, "time": OTHER, "animal": OTHER, "plant": OTHER}
BRACKET = re.compile(r"\((\d+)-([a-z]+)-[^-()]*-[^-()]*-[^-()]*-(\d+)[^()]*(\)?)|(\d+)\)")


@dataclass
class Entity:
    """A stretch of a text with the kind of thing it names."""

    start: int
    end: int
    kind: int
    is_name: bool


def read(path: str) -> tuple[str, list[Entity]]:
    """The text of a document, a paragraph to a line, and its entities."""
    text, fused = "", 0
    entities: list[Entity] = []
    opened: dict[str, list[tuple[int, int, str]]] = {}
    words: list[tuple[int, int, bool, bool, bool]] = []  # (start, end, is plural, is a name, is a pronoun)

    def close(first, head, kind):
        start, end = words[first][0], words[-1][1]
        _, _, plural, name, pronoun = words[min(first + head - 1, len(words) - 1)]
        if pronoun:
            return
        kind = OF_TYPE.get(kind, OTHER)
        entities.append(Entity(start, end, GROUP if kind == PERSON and plural else kind, name))

    for line in read_file(path).split("\n"):
        if line.startswith("# newpar") and "_block" not in line and text and not text.endswith("\n"):
            text = text.rstrip() + "\n"
        fields = line.split("\t")
        if len(fields) < 10 or "." in fields[0]:
            continue
        misc = dict(x.split("=", 1) for x in fields[9].split("|") if "=" in x)
        gap = "" if misc.get("SpaceAfter") == "No" else " "
        if "-" in fields[0]:
            # A fused word, "don't", whose parts follow: only the last of them may be followed by a space.
            fused, gap_of_fused = int(fields[0].split("-")[1]), gap
            continue
        if fused:
            gap = gap_of_fused if int(fields[0]) == fused else ""
            fused = 0 if int(fields[0]) == fused else fused
        words.append((len(text), len(text) + len(fields[1]), "Number=Plur" in fields[5],
                      fields[3] == "PROPN", fields[3] == "PRON"))
        text += fields[1] + gap
        for number, kind, head, alone, closed in BRACKET.findall(misc.get("Entity", "")):
            if alone:
                close(len(words) - 1, 1, kind)
            elif number:
                opened.setdefault(number, []).append((len(words) - 1, int(head), kind))
            elif opened.get(closed):
                close(*opened[closed].pop())
    return text, entities


def documents(folder: str, tokenizer, room: int) -> list[tuple[str, list[Block], list[Entity]]]:
    """Every document of GUM: its name, its blocks, its entities."""
    result = []
    for path in sorted(glob.glob(f"{folder}/*.conllu")):
        text, entities = read(path)
        result.append((os.path.basename(path)[:-7], blocks(text, tokenizer, room), entities))
    return result
