"""Writes what the network finds, computed in floats: `spans.py WORK POLNEAR/dev OUT --base BASE`.

One JSON for every text, as much of the program's as `score_spans.py` reads: what the 8 bits cost is the difference to
`hearsay-tagger spans --raw`, which also leaves out the attributions that are least sure.
"""

import argparse
import json
import os
from collections import defaultdict

import torch

from corpus import documents, read
from network import Tagger
from reading import segments
from windows import BLOCK
from words import load_tokenizer


def attributions(doc, found, source_of, cue_of):
    """Cues with their contents and source, as spans of the text."""
    contents = defaultdict(list)
    for content, cue in cue_of.items():
        if cue is not None:
            contents[cue].append(content)

    def span(name):
        block, first, last = name
        return {"start": doc.blocks[block].starts[first], "end": doc.blocks[block].ends[last]}

    for cue in sorted(contents):
        source = source_of.get(cue)
        yield {"cueSpans": [span(cue)], "sourceSpans": [span(source)] if source else [],
               "contentSpans": [span(c) for c in sorted(contents[cue])]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("polnear")
    parser.add_argument("out")
    parser.add_argument("--base", required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    net = Tagger(options.base)
    net.load_state_dict(torch.load(f"{options.work}/tagger.pt"))
    net.eval()
    docs = {doc.name.rsplit("_", 1)[0]: doc
            for doc in documents(options.polnear, load_tokenizer(options.base), BLOCK)}
    os.makedirs(options.out, exist_ok=True)
    for (name, doc), found, sources, cues in zip(docs.items(), *segments(net, list(docs.values())), strict=True):
        text = read(f"{options.polnear}/text/{name}.txt")
        with open(f"{options.out}/{name}.json", "w", encoding="utf-8") as file:
            json.dump({"article": {"text": text}, "attributions": list(attributions(doc, found, sources, cues))}, file)


if __name__ == "__main__":
    main()
