"""What the tests share: the vocabulary of the shipped model, and documents written here."""

import itertools
from pathlib import Path

import numpy as np
import pytest

REPOSITORY = Path(__file__).parents[3]
MODEL = REPOSITORY / "Resources/model/hearsay-minilm.model"
FIXTURES = REPOSITORY / "Tests/HearsayNeuralTests/Fixtures"


@pytest.fixture(scope="session")
def tables() -> dict[str, np.ndarray]:
    """The tables of the shipped model, by name."""
    return model_tables(MODEL.read_bytes())


@pytest.fixture(scope="session")
def vocabulary(tables) -> list[str]:
    """Its word pieces, in the order of their numbers."""
    letters, offsets = tables["vocabulary.letters"][0].tobytes(), tables["vocabulary.offsets"][0]
    return [letters[a:b].decode() for a, b in itertools.pairwise(offsets)]


def model_tables(data: bytes) -> dict[str, np.ndarray]:
    """The tables of a model file, read as the Swift side reads them."""
    size = int.from_bytes(data[12:16], "little")
    of = {"f32": np.float32, "i32": np.int32, "u32": np.uint32, "u16": np.uint16, "i8": np.int8, "u8": np.uint8}
    found = {}
    for line in data[40:size].rstrip(b"\0").decode().split("\n"):
        if line.startswith("table "):
            _, name, kind, rows, columns, offset = line.split()
            count = int(rows) * int(columns)
            found[name] = np.frombuffer(data, of[kind], count, int(offset)).reshape(int(rows), int(columns))
    return found
