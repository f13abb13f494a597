"""Trains the head that tells what kind of thing a source is: `kinds.py WORK GUM POLNEAR/train --base BASE
--lists LISTS`.

The encoder stays as it is: a linear layer on the states of a phrase's first and last word learns from the entities of
GUM, and from the annotated sources that the lists of outlets and of documents know. -> WORK/kinds.pt
"""

import argparse
import glob
import os
import re

import torch
import torch.nn.functional as F

from batches import batch
from corpus import SOURCE, Document, read
from corpus import documents as corpus_documents
from entities import DOCUMENT, KINDS, OUTLET, documents
from network import HIDDEN, Tagger
from windows import BLOCK, reading_windows
from words import load_tokenizer

# Documents of GUM on which the head is tested: its published dev and test parts, whose genres are all of GUM's.
HELD_BACK = re.compile(r"GUM_.*_(exposure|librarians|byron|emperor|cyclone|gaming|wiki|arendt|homeopathic|iodine|"
                       r"governments|labor|athens|coron|impeachment|inauguration|bangladesh|evolved|tools|loan)$")


def lists(path: str) -> set[str]:
    """The entries of a word list's names and nouns."""
    found, section = set(), ""
    for written in read(path).split("\n"):
        line = written.split("#")[0].strip()
        if line.startswith("["):
            section = line
        elif section not in ("[endings]", "[not]", "[heads]", "[generic]", "[ours]"):
            found |= {x.strip() for x in line.split(",") if x.strip()}
    return found


@torch.no_grad()
def states(net: Tagger, blocks, spans):
    """The states of the first and last words of spans of a document's text; None for one that lies in no block."""
    doc = Document("", blocks)
    place = {}
    for window in reading_windows(doc):
        data = batch([window], [doc])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = net.encoder(data.pieces, data.cases, data.places, data.present)[0].float()
        for words, (_, b) in zip(data.words, data.numbers, strict=True):
            if b in window.kept:
                for w, piece in enumerate(words):
                    place[blocks[b].starts[w]] = place[("end", blocks[b].ends[w])] = out[piece].clone()
    return [torch.cat([place[a], place[("end", b)]]) if a in place and ("end", b) in place else None
            for a, b in spans]


def known_sources(folder: str, lists_in: str, tokenizer):
    """Of the annotated sources those that the lists know: (blocks, [(start, end)], [kind]) of every text."""
    outlets, writings = (lists(f"{lists_in}/{x}.txt") for x in ("outlets", "documents"))
    for doc, text in zip(corpus_documents(folder, tokenizer, BLOCK), texts(folder), strict=True):
        spans, kinds = [], []
        for segment in doc.segments:
            block = doc.blocks[segment.block]
            start, end = block.starts[segment.first], block.ends[segment.last]
            phrase = text[start:end].lower().removeprefix("the ").strip(" ,")
            kind = OUTLET if phrase in outlets else DOCUMENT if phrase.split(" ")[-1] in writings else None
            if segment.kind == SOURCE and kind is not None:
                spans.append((start, end))
                kinds.append(kind)
        yield doc.blocks, spans, kinds


def texts(folder: str):
    """The texts of the annotated documents, in their order."""
    for path in sorted(glob.glob(f"{folder}/attributions/*.ann")):
        name = os.path.basename(path)[:-4].rsplit("_", 1)[0]
        text = f"{folder}/text/{name}.txt"
        if os.path.exists(text):
            yield read(text)


def examples(net: Tagger, options, tokenizer):
    """(states, kind, is a name), to learn from and held back."""
    kept: list[tuple[torch.Tensor, int, bool]] = []
    held: list[tuple[torch.Tensor, int, bool]] = []
    for name, blocks, entities in documents(options.gum, tokenizer, BLOCK):
        found = states(net, blocks, [(e.start, e.end) for e in entities])
        (held if HELD_BACK.match(name) else kept).extend(
            (s, e.kind, e.is_name) for s, e in zip(found, entities, strict=True) if s is not None)
    for number, (blocks, spans, kinds) in enumerate(known_sources(options.polnear, options.lists, tokenizer)):
        found = states(net, blocks, spans) if spans else []
        (held if number % 10 == 0 else kept).extend(
            (s, k, k == OUTLET) for s, k in zip(found, kinds, strict=True) if s is not None)
    return kept, held


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("gum", help="folder of GUM's .conllu files")
    parser.add_argument("polnear", help="folder with text and attributions")
    parser.add_argument("--base", required=True)
    parser.add_argument("--lists", required=True, help="Resources/languages/en")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    net = Tagger(options.base)
    net.load_state_dict(torch.load(f"{options.work}/tagger.pt"))
    net.eval()
    kept, held = examples(net, options, load_tokenizer(options.base))
    head = learn(kept)
    torch.save(head.state_dict(), f"{options.work}/kinds.pt")
    report(head, held)


def learn(kept):
    """A head on the states, learned from examples."""
    x, y = torch.stack([s for s, _, _ in kept]), torch.tensor([k for _, k, _ in kept])
    head = torch.nn.Linear(2 * HIDDEN, len(KINDS))
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.02)
    epochs, size = 12, 256
    for epoch in range(epochs):
        order = torch.randperm(len(x))
        for at in range(0, len(x), size):
            rows = order[at : at + size]
            loss = F.cross_entropy(head(F.dropout(x[rows], 0.1)), y[rows])
            optimiser.param_groups[0]["lr"] = 1e-3 * (1 - (epoch + at / len(x)) / epochs) + 1e-5
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return head


@torch.no_grad()
def report(head, held):
    """Prints how often the head is right on what was held back: all phrases, names alone, and by how sure it was."""
    x, y = torch.stack([s for s, _, _ in held]), torch.tensor([k for _, k, _ in held])
    name = torch.tensor([n for _, _, n in held])
    shares, guess = head(x).softmax(1).max(1)
    right = guess == y
    print(f"right, %: {100 * right.float().mean():.1f} of names {100 * right[name].float().mean():.1f}")
    for k, kind in enumerate(KINDS):
        found, gold = (guess == k), (y == k)
        print(f"{kind:13} {int(gold.sum()):5}  precision {100 * right[found].float().mean():.1f}"
              f"  recall {100 * right[gold].float().mean():.1f}")
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        at = (shares >= low) & (shares < high) & name
        print(f"names at {low}-{high}: {int(at.sum())}, right {100 * right[at].float().mean():.1f} %")


if __name__ == "__main__":
    main()
