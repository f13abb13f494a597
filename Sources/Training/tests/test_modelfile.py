"""The model file: what is written can be read again, and loses no more than its bits must."""

import numpy as np
from conftest import MODEL, model_tables

from modelfile import EMPTY, RUN, File, rounded, rounded_rare, vocabulary_tables


def test_tables_stand_where_the_header_says_each_at_a_line_of_the_cache():
    file = File()
    file.fact("name", "invented")
    file.table("numbers", np.arange(5, dtype=np.float32))
    file.table("bytes", np.arange(6, dtype=np.uint8).reshape(2, 3))
    data = file.bytes()
    assert data[:8] == b"HEARSAYM"
    assert b"name invented\n" in data
    tables = model_tables(data)
    assert tables["numbers"].tolist() == [[0, 1, 2, 3, 4]]
    assert tables["bytes"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert len(data) % 64 == 0


def test_sums_over_the_body_tell_a_damaged_file():
    file = File()
    file.table("numbers", np.arange(100, dtype=np.float32))
    data = file.bytes()
    words = np.frombuffer(data[40:], dtype="<u8")
    plain, placed = np.frombuffer(data[24:40], dtype="<u8")
    with np.errstate(over="ignore"):
        assert plain == words.sum(dtype=np.uint64)
        assert placed == (words * np.arange(1, len(words) + 1, dtype=np.uint64)).sum(dtype=np.uint64)


def test_rounding_to_8_bits_is_off_by_half_a_step_at_most():
    weight = np.random.default_rng(1).normal(size=(32, 48)).astype(np.float32)
    q, scale = rounded(weight)
    assert np.abs(q * scale[:, None] - weight).max() <= 0.5001 * scale.max()


def test_rare_words_lose_less_than_with_the_widest_scale():
    weight = np.random.default_rng(2).normal(size=(20, 64)).astype(np.float32)
    packed, scale = rounded_rare(weight)
    low, high = (packed & 15).astype(np.float32) - 8, (packed >> 4).astype(np.float32) - 8
    back = np.stack([low, high], 2).reshape(weight.shape) * scale[:, None]
    widest = np.abs(weight).max(1) / 7
    plain = np.clip(np.rint(weight / widest[:, None]), -7, 7) * widest[:, None]
    assert ((back - weight) ** 2).sum() < ((plain - weight) ** 2).sum()


def test_a_matrix_is_packed_in_the_runs_that_the_kernels_read():
    weight = np.random.default_rng(3).normal(size=(16, 8)).astype(np.float32)
    file = File()
    file.matrix("m", weight, np.zeros(16, dtype=np.float32))
    tables = model_tables(file.bytes())
    q, _ = rounded(weight)
    packed = tables["m"].reshape(-1)
    # Four columns of the first row, then the same columns of the second.
    assert packed[:RUN].tolist() == q[0, :RUN].tolist()
    assert packed[RUN : 2 * RUN].tolist() == q[1, :RUN].tolist()
    assert np.allclose(tables["m.sum"][0], tables["m.scale"][0] * q.sum(1))


def test_every_piece_of_the_vocabulary_is_found_by_its_letters(vocabulary, tables):
    letters, offsets, slots = vocabulary_tables(vocabulary)
    assert letters.tobytes() == tables["vocabulary.letters"].tobytes()
    assert (offsets == tables["vocabulary.offsets"][0]).all()
    assert (slots == tables["vocabulary.slots"][0]).all()
    assert sorted(slots[slots != EMPTY].tolist()) == list(range(len(vocabulary)))


def test_the_shipped_model_has_the_sizes_that_its_facts_say():
    head = MODEL.read_bytes()[:4096].split(b"table ")[0].decode(errors="replace")
    assert "name hearsay-minilm\n" in head
