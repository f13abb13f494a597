#!/usr/bin/env python3
"""Compares what two builds of hearsay find, article by article, and says where they differ.

  golden.py record PROGRAM FOLDER [FILE|FOLDER ...]   analyses every text and keeps the analyses and their hashes
  golden.py compare FOLDER FOLDER                     says which articles differ, and where; status 1 if any does
  golden.py check PROGRAM FOLDER                      the same for a build against what was recorded before

Without files the texts are the samples and, where they are, the articles of ../shared (HEARSAY_SHARED). The analyses
are kept outside of the project: they hold sentences of articles that are not its own. What engine made an analysis
is no part of the comparison."""
from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", PROJECT.parent / "shared"))
USUAL = [
    PROJECT / "Resources" / "samples",
    SHARED / "articles",
    SHARED / "articles" / "gold",
    SHARED / "articles" / "wikinews",
    SHARED / "corpora" / "polnear" / "dev" / "text",
    SHARED / "cases",
]
ENDINGS = {".txt", ".case"}


def texts(places: list[Path]) -> Iterator[tuple[str, Path]]:
    """The texts in some places, each with the name that its analysis is kept under."""
    for place in places:
        files = sorted(place.iterdir()) if place.is_dir() else [place]
        for file in files:
            if file.is_file() and (file.suffix in ENDINGS or file == place):
                yield f"{file.parent.name}.{file.stem}", file


def record(program: Path, folder: Path, places: list[Path]) -> None:
    """Analyses every text into `folder`, and writes the hashes into its `hashes.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    groups: dict[Path, list[tuple[str, Path]]] = {}
    for name, file in texts(places):
        groups.setdefault(file.parent, []).append((name, file))
    for group in groups.values():
        with tempfile.TemporaryDirectory() as made:
            files = [str(file) for _, file in group]
            command = [str(program), "analyze", *files, "--format", "json", "--output", made]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            for name, file in group:
                found = json.loads((Path(made) / f"{file.stem}.json").read_text())
                found.pop("engine")
                found["article"].pop("path")
                kept = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
                (folder / f"{name}.json").write_text(kept)
    hashes = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(folder.glob("*.json"))
    ]
    (folder / "hashes.txt").write_text("".join(hashes))
    print(f"{len(hashes)} analyses in {folder}")


def words_of(attribution: dict, sources: dict[str, str]) -> str:
    """An attribution as a line: who, cue and content."""
    def spoken(key: str) -> str:
        return " … ".join(span["text"] for span in attribution[key])

    who = sources.get(attribution["source"], "nobody")
    return f"{who} | {spoken('sourceSpans')} | {spoken('cueSpans')} | {spoken('contentSpans')}"


def lines(analysis: dict) -> list[str]:
    """An analysis as lines that can be compared one by one: identifiers are replaced by words."""
    sources = {source["id"]: source["name"] for source in analysis["sources"]}
    said = {one["id"]: one["contentSpans"][0]["start"] if one["contentSpans"] else one["cueSpans"][0]["start"]
            if one["cueSpans"] else -1 for one in analysis["attributions"]}
    claims = {claim["id"]: [said[one] for one in claim["attributions"]] for claim in analysis["claims"]}
    listed = [f"article {key}: {value}" for key, value in analysis["article"].items() if key != "text"]
    for source in analysis["sources"]:
        mentions = ", ".join(f"{one['start']}" for one in source["mentions"])
        listed.append(f"source {source['name']} ({source['kind']}, {source['naming']}) at {mentions}")
    for one in analysis["attributions"]:
        chain = " < ".join(f"{sources.get(hop['source'], '?')}:{hop['basis']}" for hop in one["chain"])
        within = said.get(one["within"])
        listed.append(
            f"attribution {words_of(one, sources)} | {one['manner']} {one['attitude']} {one['certainty']}"
            f" {one['confidence']} | {chain} | in {within} | to {one['addressee']}"
            f" | {[sources.get(other) for other in one['alternates']]} | {' '.join(one['flags'])}")
    for claim in analysis["claims"]:
        related = [(one["relation"], claims.get(one["claim"])) for one in claim["related"]]
        listed.append(
            f"claim {claims[claim['id']]} {claim['support']} {claim['independentSources']} {claim['flags']} {related}")
    listed += [f"nobody's {one['kind']}: {one['text']}" for one in analysis["unattributed"]]
    return listed + [f"summary {key}: {value}" for key, value in analysis["summary"].items()]


def compare(before: Path, after: Path) -> int:
    """Prints what differs between two folders of analyses; 1 if anything does."""
    names = sorted({file.name for folder in (before, after) for file in folder.glob("*.json")})
    differing = 0
    for name in names:
        if not (before / name).exists() or not (after / name).exists():
            print(f"{name}: only in {before if (before / name).exists() else after}")
            differing += 1
            continue
        texts = [(folder / name).read_text() for folder in (before, after)]
        if texts[0] == texts[1]:
            continue
        differing += 1
        old, new = (lines(json.loads(text)) for text in texts)
        print(f"{name}:")
        for line in old:
            if line not in new:
                print(f"  - {line}")
        for line in new:
            if line not in old:
                print(f"  + {line}")
    print(f"{len(names)} articles, {differing} differ")
    return 1 if differing else 0


def main(arguments: list[str]) -> int:
    match arguments:
        case ["record", program, folder, *places]:
            record(Path(program), Path(folder), [Path(place) for place in places] or [p for p in USUAL if p.exists()])
            return 0
        case ["compare", before, after]:
            return compare(Path(before), Path(after))
        case ["check", program, folder, *places]:
            with tempfile.TemporaryDirectory() as made:
                record(Path(program), Path(made), [Path(place) for place in places] or [p for p in USUAL if p.exists()])
                return compare(Path(folder), Path(made))
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
