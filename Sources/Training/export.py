"""Writes the trained network as the file that the reader maps: `export.py WORK MODEL_FILE --base BASE`."""

import argparse
import struct

import numpy as np
import torch

from network import FEED, HEADS, HIDDEN, KINDS, LAYERS, LINK, PAIR, READS_AS, SENTENCE_LAYERS, VOCABULARY
from windows import BLOCK, CONTEXT

NAME, VERSION = "hearsay-minilm", "5"
FORMAT = 2
POSITIONS = CONTEXT + BLOCK + 2  # the longest window
ROWS, RUN = 16, 4  # how the kernels want their matrices
EMPTY = 65535  # a slot of the vocabulary that no piece has taken
COMMON = 8192  # pieces whose vectors are kept in 8 bits; the vocabulary is ordered by how common they are


class File:
    """Facts and tables, laid out at the end."""

    def __init__(self):
        self.facts, self.tables = [], []

    def fact(self, name, value):
        self.facts.append(f"{name} {value}")

    def table(self, name, array):
        kind = {"float32": "f32", "int32": "i32", "uint32": "u32", "uint16": "u16", "int8": "i8", "uint8": "u8"}
        array = np.ascontiguousarray(array)
        if array.ndim == 1:
            array = array[None]
        self.tables.append((name, kind[str(array.dtype)], array))

    def matrix(self, name, weight, bias):
        """8 bits with a scale per row, packed in groups of 16 rows and runs of 4 columns."""
        q, scale = rounded(weight)
        rows, depth = q.shape
        packed = q.reshape(rows // ROWS, ROWS, depth // RUN, RUN).transpose(0, 2, 1, 3)
        self.table(name, packed.reshape(rows, depth))
        self.table(f"{name}.scale", scale)
        self.table(f"{name}.sum", scale * q.astype(np.float32).sum(1))
        self.table(f"{name}.bias", bias)

    def dense(self, name, weight, bias):
        self.table(name, weight)
        self.table(f"{name}.bias", bias)

    def bytes(self):
        header_size, lines = 0, []
        while True:
            # Offsets stand in the header, whose length depends on them: repeat until it fits.
            offset, lines = header_size, list(self.facts)
            for name, kind, array in self.tables:
                lines.append(f"table {name} {kind} {array.shape[0]} {array.shape[1]} {offset}")
                offset += (array.nbytes + 63) // 64 * 64
            text = ("\n".join(lines) + "\n").encode()
            size = (40 + len(text) + 63) // 64 * 64
            if size == header_size:
                break
            header_size = size
        body = bytearray(text.ljust(header_size - 40, b"\0"))
        for _, _, array in self.tables:
            data = array.tobytes()
            body += data + bytes(-len(data) % 64)
        words = np.frombuffer(bytes(body), dtype="<u8")
        with np.errstate(over="ignore"):
            plain = words.sum(dtype=np.uint64)
            placed = (words * np.arange(1, len(words) + 1, dtype=np.uint64)).sum(dtype=np.uint64)
        head = b"HEARSAYM" + struct.pack("<IIQQQ", FORMAT, header_size, 40 + len(body), plain, placed)
        return head + bytes(body)


def rounded(weight):
    weight = np.asarray(weight, dtype=np.float32)
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / 127
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale


def rounded_rare(weight):
    """4 bits with a scale per row, two numbers a byte; of a few scales the one that loses least."""
    weight = np.asarray(weight, dtype=np.float32)
    top = np.maximum(np.abs(weight).max(1), 1e-12) / 7
    best, scale, lost = None, None, None
    for share in (0.6, 0.7, 0.8, 0.9, 1.0):
        s = top * share
        q = np.clip(np.rint(weight / s[:, None]), -7, 7)
        error = ((q * s[:, None] - weight) ** 2).sum(1)
        if lost is None:
            best, scale, lost = q, s, error
        else:
            better = error < lost
            best[better], scale[better], lost[better] = q[better], s[better], error[better]
    middle = (best + 8).astype(np.uint8)
    return middle[:, 0::2] | middle[:, 1::2] << 4, scale.astype(np.float32)


def vocabulary_tables(pieces):
    """Letters, offsets, and a hash table (FNV-1a, linear probing) of piece numbers."""
    letters = [p.encode() for p in pieces]
    offsets = np.zeros(len(letters) + 1, dtype=np.uint32)
    offsets[1:] = np.cumsum([len(x) for x in letters])
    slots = np.full(1 << 16, EMPTY, dtype=np.uint16)
    for number, piece in enumerate(letters):
        value = 2166136261
        for byte in piece:
            value = (value ^ byte) * 16777619 & 0xFFFFFFFF
        slot = value & (len(slots) - 1)
        while slots[slot] != EMPTY:
            slot = (slot + 1) & (len(slots) - 1)
        slots[slot] = number
    return np.frombuffer(b"".join(letters), dtype=np.uint8), offsets, slots


def model_bytes(state, kinds, sentences, pieces, confidence):
    w = {k: v.detach().float().numpy() for k, v in state.items()}
    out = File()
    for name, value in (
        ("name", NAME), ("version", VERSION), ("hidden", HIDDEN), ("feed", FEED), ("heads", HEADS),
        ("layers", LAYERS), ("vocabulary", VOCABULARY), ("positions", POSITIONS), ("pair", PAIR),
        ("link", LINK), ("common", COMMON), ("sentencelayers", SENTENCE_LAYERS),
    ):
        out.fact(name, value)
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
    norm = lambda to, of: (out.table(f"{to}.gain", w[f"{of}.weight"]), out.table(f"{to}.bias", w[f"{of}.bias"]))
    norm("embedding", "encoder.norm")
    for i in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            p = f"encoder.layers.{i}.{part}"
            out.matrix(f"layer{i}.{part}", w[f"{p}.weight"], w[f"{p}.bias"])
        for part in ("norm1", "norm2"):
            norm(f"layer{i}.{part}", f"encoder.layers.{i}.{part}")
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
    out.dense("kinds", kinds["weight"].numpy(), kinds["bias"].numpy())
    out.matrix("sentence", sentences["weight"].numpy(), sentences["bias"].numpy())
    out.table("confidence", np.asarray(confidence, dtype=np.float32))
    letters, offsets, slots = vocabulary_tables(pieces)
    out.table("vocabulary.letters", letters)
    out.table("vocabulary.offsets", offsets)
    out.table("vocabulary.slots", slots)
    return out.bytes()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("file")
    parser.add_argument("--base", required=True)
    parser.add_argument("--confidence", help="weights written by calibrate.py")
    options = parser.parse_args()
    state = torch.load(f"{options.work}/tagger.pt")
    pieces = open(f"{options.base}/vocab.txt", encoding="utf-8").read().split("\n")[:VOCABULARY]
    confidence = [0, 1, 1, 0, 1, 1, 1, 0]
    if options.confidence:
        confidence = [float(x) for x in open(options.confidence).read().split()]
    kinds = torch.load(f"{options.work}/kinds.pt")
    sentences = torch.load(f"{options.work}/sentences.pt")
    data = model_bytes(state, kinds, sentences, pieces, confidence)
    with open(options.file, "wb") as file:
        file.write(data)
    print(options.file, len(data), "bytes")


if __name__ == "__main__":
    main()
