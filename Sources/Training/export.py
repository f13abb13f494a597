"""Writes the trained network as the file that the reader maps: `export.py WORK MODEL_FILE --base BASE`."""

import argparse

import numpy as np
import torch

from corpus import read
from modelfile import File, rounded, rounded_rare, vocabulary_tables
from network import FEED, HEADS, HIDDEN, LAYERS, LINK, PAIR, READS_AS, SENTENCE_LAYERS, VOCABULARY
from windows import BLOCK, CONTEXT

NAME, VERSION = "hearsay-minilm", "5"
POSITIONS = CONTEXT + BLOCK + 2  # the longest window
COMMON = 8192  # pieces whose vectors are kept in 8 bits; the vocabulary is ordered by how common they are
UNFITTED = [0.0, 1, 1, 0, 1, 1, 1, 0]  # the confidence's weights before they were fitted


def model_bytes(state, kinds, sentences, pieces, confidence):
    w = {k: v.detach().float().numpy() for k, v in state.items()}
    out = File()
    add_facts(out)
    add_embedding(out, w)
    add_layers(out, w)
    add_heads(out, w)
    out.dense("kinds", kinds["weight"].numpy(), kinds["bias"].numpy())
    out.matrix("sentence", sentences["weight"].numpy(), sentences["bias"].numpy())
    out.table("confidence", np.asarray(confidence, dtype=np.float32))
    letters, offsets, slots = vocabulary_tables(pieces)
    out.table("vocabulary.letters", letters)
    out.table("vocabulary.offsets", offsets)
    out.table("vocabulary.slots", slots)
    return out.bytes()


def add_facts(out: File) -> None:
    for name, value in (
        ("name", NAME), ("version", VERSION), ("hidden", HIDDEN), ("feed", FEED), ("heads", HEADS),
        ("layers", LAYERS), ("vocabulary", VOCABULARY), ("positions", POSITIONS), ("pair", PAIR),
        ("link", LINK), ("common", COMMON), ("sentencelayers", SENTENCE_LAYERS),
    ):
        out.fact(name, value)


def add_norm(out: File, w, to: str, of: str) -> None:
    out.table(f"{to}.gain", w[f"{of}.weight"])
    out.table(f"{to}.bias", w[f"{of}.bias"])


def add_embedding(out: File, w) -> None:
    words, scale = rounded(w["encoder.words.weight"][:COMMON])
    rare, rare_scale = rounded_rare(w["encoder.words.weight"][COMMON:])
    out.table("words", words)
    out.table("words.rare", rare)
    out.table("words.scale", np.concatenate([scale, rare_scale]))
    # Every piece is read as some annotators would: their vector joins the positions' for good.
    positions = w["encoder.positions.weight"] + w["encoder.annotators.weight"][list(READS_AS)].mean(0)
    out.table("positions", positions[:POSITIONS])
    out.table("cases", w["encoder.cases.weight"])
    out.table("places", w["encoder.places.weight"])
    add_norm(out, w, "embedding", "encoder.norm")


def add_layers(out: File, w) -> None:
    for i in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            p = f"encoder.layers.{i}.{part}"
            out.matrix(f"layer{i}.{part}", w[f"{p}.weight"], w[f"{p}.bias"])
        for part in ("norm1", "norm2"):
            add_norm(out, w, f"layer{i}.{part}", f"encoder.layers.{i}.{part}")


def add_heads(out: File, w) -> None:
    out.dense("parts", w["parts.weight"], w["parts.bias"])
    out.matrix("pairs", np.concatenate([w["pair_start.weight"], w["pair_end.weight"]]),
               np.concatenate([w["pair_start.bias"], w["pair_end.bias"]]))
    for name in ("lengths", "transitions", "start", "end"):
        out.table(name, w[name])
    for name, of in (("cue", "link_cue"), ("source", "link_source"), ("content", "link_content"),
                     ("nosource", "no_source"), ("nocue", "no_cue")):
        out.dense(f"link.{name}", w[f"{of}.weight"], w[f"{of}.bias"])
    for i, name in enumerate(("tosource", "tocue")):
        out.table(f"{name}.distances", w["distances"][i])
        out.table(f"{name}.between", w["between"][i])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("file")
    parser.add_argument("--base", required=True)
    parser.add_argument("--confidence", help="weights written by calibrate.py")
    options = parser.parse_args()
    state, kinds, sentences = (torch.load(f"{options.work}/{part}.pt") for part in ("tagger", "kinds", "sentences"))
    pieces = read(f"{options.base}/vocab.txt").split("\n")[:VOCABULARY]
    confidence = [float(x) for x in read(options.confidence).split()] if options.confidence else UNFITTED
    data = model_bytes(state, kinds, sentences, pieces, confidence)
    with open(options.file, "wb") as file:
        file.write(data)
    print(options.file, len(data), "bytes")


if __name__ == "__main__":
    main()
