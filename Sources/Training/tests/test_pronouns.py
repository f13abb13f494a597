"""What is learned of pronouns, from a reader that prints what it is told to."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pronouns import (
    HEADS,
    KINDS,
    LAYERS,
    LEAST,
    Pronoun,
    answers,
    cross_validated,
    learn,
    learn_looks,
    read,
    score,
    table_of_looks,
    vocabulary,
)

SIZE = KINDS * LAYERS * HEADS


def pronoun(one: list[str], other: list[str], meant: tuple[bool, bool], feminine: bool) -> Pronoun:
    """A pronoun at whose names all heads look alike, but for the seventh, which looks at what is near."""
    rows = [np.full(SIZE, -3.0) for _ in range(2)]
    for row, said in zip(rows, (one, other), strict=True):
        row[6] = -1.0 if "near" in said else -5.0
    return Pronoun((one, other), (rows[0], rows[1]), meant, feminine)


def texts(count: int) -> list[Pronoun]:
    """Texts in which the name that is near is meant, and every third means neither."""
    kinds = [
        pronoun(["near"], ["far"], (True, False), False),
        pronoun(["far"], ["near"], (False, True), True),
        pronoun(["far"], ["far"], (False, False), True),
    ]
    return [kinds[number % 3] for number in range(count)]


def test_who_is_near_is_meant_and_who_is_far_is_not() -> None:
    pronouns = texts(300)
    columns = vocabulary(pronouns)
    found = answers(pronouns[:3], columns, learn(pronouns, columns), learn_looks(pronouns))
    assert found == [(True, False), (False, True), (False, False)]


def test_the_head_that_looks_at_whom_is_meant_counts_and_no_other() -> None:
    gaze = learn_looks(texts(300))
    others = np.delete(gaze.weights, 6)
    assert gaze.weights[6] > 10 * np.abs(others).max()
    assert f"1.7 | {gaze.weights[6]:.4f} | 0.0000" in table_of_looks(gaze)


def test_a_name_too_far_off_is_not_looked_at() -> None:
    gaze = learn_looks(texts(300))
    far = pronoun(["near"], ["far"], (True, False), False)
    far.looks[1][:] = np.nan
    assert gaze.scores([far])[0, 1] == 0


def test_what_is_seldom_seen_has_no_weight() -> None:
    pronouns = [pronoun(["seldom"], ["often"], (True, False), False)] * (LEAST - 1) + texts(30)
    pronouns.append(pronoun(["often"], [], (True, False), False))
    assert "seldom" not in vocabulary(pronouns)
    assert "often" in vocabulary(pronouns)


def test_every_text_is_judged_by_weights_that_have_not_seen_it() -> None:
    pronouns = texts(300)
    assert score(pronouns, cross_validated(pronouns)) == pytest.approx(100)


def test_the_score_counts_both_decisions_of_a_text() -> None:
    pronouns = texts(3)
    assert score(pronouns, [(True, False), (False, False), (True, False)]) == pytest.approx(50)


def test_a_file_is_read_with_what_the_reader_says(tmp_path: Path) -> None:
    reader = tmp_path / "reader"
    looks = " ".join(["0.25"] * SIZE)
    reader.write_text(f"#!/bin/sh\nprintf 'x-1\\tnear|open\\tfar\\t{looks}\\t\\n'\n", encoding="utf-8")
    reader.chmod(0o755)
    file = tmp_path / "some.tsv"
    row = ["x-1", "Ann saw Bea. She left.", "She", "13", "Ann", "0", "TRUE", "Bea", "8", "FALSE", "nowhere"]
    file.write_text("ID\n" + "\t".join(row) + "\n", encoding="utf-8")
    found = read(file, str(reader))[0]
    assert (found.features, found.answers, found.feminine) == ((["near", "open"], ["far"]), (True, False), True)
    assert found.looks[0] == pytest.approx(np.full(SIZE, np.log(0.251)))
    assert np.isnan(found.looks[1]).all()
