#!/usr/bin/env python3
"""What each weight of who-is-who.txt is worth: scores without it beside the usual ones, written into the table.

  weigh.py TABLE ARTICLES CASES SCORERS --tagger HEARSAY_TAGGER [--more TEXTS]

ARTICLES  NAME.txt with NAME.gold.json, for SCORERS/score_sourcing.py
CASES     NAME.case, for SCORERS/score_cases.py
TEXTS     articles without annotations: how often somebody else speaks without the weight

The last column of TABLE then says, for each weight in whose place a 0 stands: who (sources told right, of the
articles' attributions), together (pairs of attributions told to be one speaker's, F1 in percent), cases (expectations
that hold), each as the change from the usual, and how many of 1,000 other attributions get another source."""
from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def analyses(tagger: str, texts: dict[str, str], folder: Path) -> dict[str, Path]:
    """Analyses the texts with every weight taken away once: the folder of analyses for each weight."""
    inputs, outputs = folder / "texts", folder / "analyses"
    inputs.mkdir(parents=True)
    for name, text in texts.items():
        (inputs / f"{name}.txt").write_text(text, encoding="utf-8")
    subprocess.run([tagger, "weigh", str(inputs), str(outputs)], check=True)
    return {made.name: made for made in outputs.iterdir()}


def sourcing(scorer: Path, gold: Path, made: Path) -> dict[str, float]:
    """Sources told right, and the pairs of attributions that are one speaker's."""
    command = [sys.executable, str(scorer), str(gold), str(made)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    who = re.search(r"^who .* (\d+)/\d+$", printed, re.M)
    together = re.search(r"^same-speaker +([\d.]+)", printed, re.M)
    assert who and together, printed
    return {"who": int(who[1]), "together": float(together[1])}


def expectations(scorer: Path, cases: Path, made: Path) -> int:
    """How many lines of the cases hold."""
    spec = importlib.util.spec_from_file_location("score_cases", scorer)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    held = 0
    for case in sorted(cases.glob("*.case")):
        lines = case.read_text(encoding="utf-8").rpartition("\n====\n")[2].splitlines()
        answer = module.Answer(json.loads((made / f"{case.stem}.json").read_text()))
        held += sum(not answer.fault(line.strip()) for line in lines if line.strip() and line[0] != "#")
    return held


def speakers(made: Path) -> dict[tuple[str, int, int], str]:
    """Who speaks in each attribution."""
    found = {}
    for file in sorted(made.glob("*.json")):
        analysis = json.loads(file.read_text())
        names = {source["id"]: source["name"] for source in analysis["sources"]}
        for one in analysis["attributions"]:
            content = one["contentSpans"][0]
            found[file.stem, content["start"], content["end"]] = names.get(one.get("source"), "")
    return found


def changes(usual: dict[str, float], without: dict[str, float]) -> str:
    """What the last column of the table says."""
    parts = [f"{name} {without[name] - usual[name]:+.3g}" for name in usual if abs(without[name] - usual[name]) >= 0.05]
    return ", ".join(parts) or "nothing"


def rewrite(table: Path, said: dict[str, str]) -> None:
    """Puts what was measured into the last column."""
    section, lines = "", []
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        cells = line.split(" | ")
        name = f"{section}.{cells[0]}"
        lines.append(" | ".join([*cells[:3], said[name]]) if name in said else line)
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("table", "articles", "cases", "scorers"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--tagger", required=True, help="the program hearsay-tagger")
    parser.add_argument("--more", type=Path, help="articles without annotations")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        texts = {file.stem: file.read_text(encoding="utf-8") for file in options.articles.glob("*.txt")}
        articles = analyses(options.tagger, texts, folder / "articles")
        cases = analyses(
            options.tagger,
            {file.stem: file.read_text(encoding="utf-8").rpartition("\n====\n")[0] + "\n"
             for file in options.cases.glob("*.case")},
            folder / "cases")
        others = analyses(
            options.tagger, {file.stem: file.read_text(encoding="utf-8") for file in options.more.glob("*.txt")},
            folder / "more") if options.more else {}

        def score(weight: str) -> dict[str, float]:
            found = sourcing(options.scorers / "score_sourcing.py", options.articles, articles[weight])
            found["cases"] = expectations(options.scorers / "score_cases.py", options.cases, cases[weight])
            return found

        usual = score("usual")
        print("usual", usual)
        before = speakers(others["usual"]) if others else {}
        said = {}
        for weight in sorted(articles.keys() - {"usual"}):
            said[weight] = changes(usual, score(weight))
            if others:
                now = speakers(others[weight])
                other = sum(now.get(place) != name for place, name in before.items())
                said[weight] += f"; {1000 * other / len(before):.1f} ‰"
            print(weight, said[weight], flush=True)
    rewrite(options.table, said)


if __name__ == "__main__":
    main()
