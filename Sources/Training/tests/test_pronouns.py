"""What is learned of pronouns, from a reader that prints what it is told to."""
from __future__ import annotations

from pathlib import Path

import pytest

from pronouns import LEAST, Pronoun, answers, cross_validated, learn, read, score, vocabulary


def texts(count: int) -> list[Pronoun]:
    """Texts in which the name that is near is meant, and every third means neither."""
    kinds = [
        Pronoun((["near"], ["far"]), (True, False), False),
        Pronoun((["far"], ["near"]), (False, True), True),
        Pronoun((["far"], ["far"]), (False, False), True),
    ]
    return [kinds[number % 3] for number in range(count)]


def test_who_is_near_is_meant_and_who_is_far_is_not() -> None:
    pronouns = texts(300)
    columns = vocabulary(pronouns)
    assert answers(pronouns[:3], columns, learn(pronouns, columns)) == [(True, False), (False, True), (False, False)]


def test_what_is_seldom_seen_has_no_weight() -> None:
    pronouns = [Pronoun((["seldom"], ["often"]), (True, False), False)] * (LEAST - 1) + texts(30)
    pronouns.append(Pronoun((["often"], []), (True, False), False))
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
    reader.write_text("#!/bin/sh\nprintf 'x-1\\tnear|open\\tfar\\n'\n", encoding="utf-8")
    reader.chmod(0o755)
    file = tmp_path / "some.tsv"
    row = ["x-1", "Ann saw Bea. She left.", "She", "13", "Ann", "0", "TRUE", "Bea", "8", "FALSE", "nowhere"]
    file.write_text("ID\n" + "\t".join(row) + "\n", encoding="utf-8")
    assert read(file, str(reader)) == [Pronoun((["near", "open"], ["far"]), (True, False), True)]
