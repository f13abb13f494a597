"""A model file: facts and tables behind a header, as `HearsayNeural` maps it into memory."""

import struct

import numpy as np

FORMAT = 2
ROWS, RUN = 16, 4  # how the kernels want their matrices
EMPTY = 65535  # a slot of the vocabulary that no piece has taken


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
