#!/usr/bin/env python3
"""Attacks a release build of hearsay from outside, and says what did not hold.

  attack.py growth            texts made to be slow: what 10, 100 and 1,000 kB cost, and how it grows
  attack.py stops    [ROUNDS] how long it takes at most until such a reading has ended after C-c
  attack.py kills    [ROUNDS] kill -9 while marks, notes, tags and corrections are made and marks are imported
  attack.py powercut [ROUNDS] what a disk would have if the power went at that moment
  attack.py crowd    [MARKS]  four sessions and a --watch write into one library
  attack.py full     [ROUNDS] a disk that is full at some byte

  --program PROGRAM  what is attacked (.build/release/hearsay)
  --seed SEED        the same attack again; another one each time if it is not given
  --most KILOBYTES   of growth and stops: the largest text (1000)
  --model            of stops: with the trained network

Terminals are tmux's. Status 1 if anything did not hold."""
from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

ARTICLE = """Quay stays shut

"We had no choice," Mayor Ana Lund told reporters. "The piles are gone."

A source at the town hall told Kustbladet that the report was on the desk in March. Officials denied it.

The Road Agency said the quay would open in May, Lund added.
"""


@dataclass
class Attack:
    """What is attacked, with what dice, and what did not hold so far."""

    program: Path
    dice: random.Random
    kilobytes: int = 1_000
    model: bool = False
    faults: list[str] = field(default_factory=list)

    def expect(self, holds: bool, sentence: str) -> None:
        if not holds:
            self.faults.append(sentence)
            print(f"  does not hold: {sentence}", flush=True)


# --- a home of one's own


class Home:
    """A folder that is home to everything the program keeps; rules find the sources there, which is soon done."""

    def __init__(self, attack: Attack) -> None:
        self.attack = attack
        self.path = Path(tempfile.mkdtemp(prefix="hearsay-attack-"))
        (self.path / "config" / "hearsay").mkdir(parents=True)
        (self.path / "config" / "hearsay" / "config.toml").write_text(
            f"model = {str(attack.model).lower()}\n")
        self.article = self.path / "quay.txt"
        self.article.write_text(ARTICLE)
        self.environment = {
            "HOME": str(self.path),
            "XDG_DATA_HOME": str(self.path / "data"),
            "XDG_STATE_HOME": str(self.path / "state"),
            "XDG_CONFIG_HOME": str(self.path / "config"),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "SWIFT_BACKTRACE": "enable=no",
        }

    @property
    def library(self) -> Path:
        return self.path / "data" / "hearsay"

    def run(self, *arguments: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.attack.program), *arguments],
            env=self.environment,
            cwd=self.path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=before,
        )

    def marks(self) -> list[dict[str, object]]:
        said = self.run("marks", "--format", "jsonl")
        self.attack.expect(said.returncode == 0, f"marks ended with {said.returncode}: {said.stderr.strip()}")
        return [json.loads(line) for line in said.stdout.splitlines()]

    def kept(self) -> str:
        """All that a person can ask the library for."""
        return self.run("marks").stdout + self.run("corrections").stdout

    def is_sound(self, where: str) -> None:
        file = self.library / "hearsay.sqlite"
        if not file.exists():
            return
        with contextlib.closing(sqlite3.connect(file)) as database:
            said = database.execute("PRAGMA integrity_check").fetchall()
        self.attack.expect(said == [("ok",)], f"{where}: PRAGMA integrity_check says {said[:3]}")

    def remove(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


class Terminal:
    """A session in a tmux of its own. What was on the screen stays there when the program is gone."""

    def __init__(self, home: Home, *arguments: str) -> None:
        self.socket = f"attack-{os.getpid()}-{random.getrandbits(32):08x}"
        settings = home.path / "tmux.conf"
        settings.write_text(
            "set -g status off\nset -g remain-on-exit on\nset -g escape-time 0\n"
            "set -g default-terminal tmux-256color\n"
        )
        self.environment = home.environment | {"TMUX_TMPDIR": str(home.path)}
        self.tmux("-f", str(settings), "new-session", "-d", "-x", "100", "-y", "40",
                  str(home.attack.program), *arguments)
        self.pid = int(self.tmux("display", "-p", "#{pane_pid}"))

    def tmux(self, *arguments: str) -> str:
        return subprocess.run(
            ["tmux", "-L", self.socket, *arguments], env=self.environment, capture_output=True, text=True, check=False
        ).stdout

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def enter(self, text: str) -> None:
        self.tmux("send-keys", "-l", text, ";", "send-keys", "Enter")

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def wait(self, text: str, seconds: float = 20) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in self.screen():
                return True
            time.sleep(0.02)
        return False

    def is_running(self) -> bool:
        return self.tmux("display", "-p", "#{pane_dead}").strip() == "0"

    def signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def close(self) -> None:
        self.tmux("kill-server")


@contextlib.contextmanager
def session(home: Home, *arguments: str) -> Iterator[Terminal]:
    terminal = Terminal(home, *arguments)
    try:
        yield terminal
    finally:
        terminal.close()


# --- kills


class Deeds:
    """What a person does in a session, one thing after the other, each with a word that no other has.

    A word that stands above the lowest row is one that the screen shows as done."""

    def __init__(self, terminal: Terminal, dice: random.Random, first: int) -> None:
        self.terminal = terminal
        self.dice = dice
        self.number = first
        self.shown: set[str] = set()

    def word(self, letter: str) -> str:
        self.number += 1
        return f"{letter}{self.number:05d}z"

    def look(self) -> None:
        rows = self.terminal.screen().rstrip("\n").split("\n")
        self.shown |= set(re.findall(r"\b[nec]\d{5}z", "\n".join(rows[:-1])))

    def go_on(self, until: float) -> None:
        corrects = self.dice.random() < 0.3
        if not corrects:
            self.terminal.press("m", "T")
        while time.monotonic() < until:
            if corrects:
                self.terminal.press("Tab", "x", "s")
                self.terminal.enter(self.word("c"))
            elif self.dice.random() < 0.5:
                self.terminal.press("+")
                self.terminal.enter(self.word("n"))
            else:
                self.terminal.press("E")
                self.terminal.enter(self.word("e"))
            self.look()


def kills(attack: Attack, rounds: int) -> None:
    home = Home(attack)
    first = shown = 0
    for number in range(rounds):
        if number % 4 == 3:
            kill_import(attack, home, number)
            continue
        with session(home, str(home.article)) as terminal:
            if not terminal.wait("attributions"):
                attack.expect(False, f"round {number}: nothing is on the screen:\n{terminal.screen()}")
                break
            terminal.press("Tab")
            end = time.monotonic() + attack.dice.random() * 1.2
            deeds = Deeds(terminal, attack.dice, first)
            deeds.go_on(until=end)
            # One more that nobody waits for.
            terminal.press("+")
            terminal.enter(deeds.word("n"))
            time.sleep(attack.dice.random() * 0.02)
            terminal.signal(signal.SIGKILL)
            while terminal.is_running():
                time.sleep(0.01)
            deeds.look()
            first, shown = deeds.number, shown + len(deeds.shown)
            kept = home.kept()
            for word in sorted(deeds.shown):
                attack.expect(word in kept, f"round {number}: {word} was on the screen and is not kept")
        home.is_sound(f"round {number}")
    left = [path.name for path in home.library.glob("*") if not path.name.startswith("hearsay.sqlite")]
    attack.expect(not left, f"files are left in the library's folder: {left}")
    print(f"kills: {rounds}, with {shown} changes that were on the screen")
    home.remove()


def foreign_marks(count: int, kind: str) -> str:
    """Web Annotations of another program."""
    return json.dumps([
        {
            "type": "Annotation",
            "id": f"urn:{kind}:{number}",
            "body": {"type": "TextualBody", "value": f"{kind} {number}"},
            "target": {
                "source": "https://post.example/quay",
                "selector": {"type": "TextQuoteSelector", "exact": f"the piles are gone {number}"},
            },
        }
        for number in range(count)
    ])


def kill_import(attack: Attack, home: Home, number: int) -> None:
    """An import that is killed has kept all of its marks or none."""
    file = home.path / "foreign.json"
    count = 300
    file.write_text(foreign_marks(count, f"r{number}"))
    before = len(home.marks())
    running = subprocess.Popen(
        [str(attack.program), "marks", "--import", str(file)],
        env=home.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(attack.dice.random() * 0.1)
    running.kill()
    running.wait()
    after = len(home.marks())
    attack.expect(after in {before, before + count}, f"round {number}: {after - before} of {count} marks are imported")


# --- the power goes


def powercut(attack: Attack, rounds: int) -> None:
    """The files as they are while a session writes, with the end of the log missing, as if it had not reached the disk.

    What was written before is there, and in its order: of the notes a beginning, none left out."""
    home = Home(attack)
    number = lost = 0
    with session(home, str(home.article)) as terminal:
        terminal.wait("attributions")
        terminal.press("Tab")
        time.sleep(0.2)
        terminal.press("m", "T")
        terminal.wait("when it was marked")
        for round_number in range(rounds):
            for _ in range(attack.dice.randrange(1, 4)):
                number += 1
                terminal.press("+")
                terminal.enter(f"n{number:05d}z")
            time.sleep(attack.dice.random() * 0.05)
            terminal.signal(signal.SIGSTOP)
            copy = Home(attack)
            shutil.copytree(home.library, copy.library)
            terminal.signal(signal.SIGCONT)
            log = copy.library / "hearsay.sqlite-wal"
            if log.exists() and attack.dice.random() < 0.7:
                size = log.stat().st_size
                os.truncate(log, attack.dice.randrange(max(0, size - 20_000), size + 1))
            (copy.library / "hearsay.sqlite-shm").unlink(missing_ok=True)
            words = re.findall(r"n\d{5}z", copy.run("marks").stdout)
            expected = [f"n{one:05d}z" for one in range(1, len(words) + 1)]
            attack.expect(sorted(words) == expected, f"round {round_number}: notes are missing before others: {words}")
            lost += number - len(words)
            copy.is_sound(f"round {round_number}")
            copy.remove()
        seen = terminal.wait(f"n{number:05d}z")
        attack.expect(seen, f"the session did not go on:\n{terminal.screen()}")
    attack.expect(f"n{number:05d}z" in home.kept(), "the last note is not kept")
    print(f"power cuts: {rounds}, {number} notes, {lost / max(1, rounds):.1f} not on the disk yet at a time")
    home.remove()


# --- several at once


def crowd(attack: Attack, count: int) -> None:
    """Four sessions and one that watches a folder write into one library: nothing is lost, nothing there twice."""
    home = Home(attack)
    folder = home.path / "inbox"
    folder.mkdir()
    articles = []
    for number in range(5):
        path = home.path / f"story{number}.txt"
        path.write_text(ARTICLE.replace("Quay", f"Quay {number}"))
        articles.append(path)
    with contextlib.ExitStack() as stack:
        terminals = [stack.enter_context(session(home, str(path))) for path in articles[:4]]
        watching = stack.enter_context(session(home, "--watch", str(folder)))
        shutil.copy(articles[4], folder / "new.txt")
        watching.wait("Quay 4")
        watching.press("Enter")
        terminals.append(watching)
        for terminal in terminals:
            attack.expect(terminal.wait("attributions"), f"nothing is on the screen:\n{terminal.screen()}")
            terminal.press("Tab")
            terminal.press("m", "T")
            attack.expect(terminal.wait("when it was marked"), f"no mark is made:\n{terminal.screen()}")
        for number in range(count):
            for place, terminal in enumerate(terminals):
                terminal.press("+")
                terminal.enter(f"s{place}n{number:04d}z")
        for place, terminal in enumerate(terminals):
            shown = terminal.wait(f"s{place}n{count - 1:04d}z", seconds=60)
            attack.expect(shown, f"session {place} does not show its last note:\n{terminal.screen()}")
        for terminal in terminals:
            attack.expect(terminal.is_running(), "a session has ended")
            attack.expect("✗" not in terminal.screen(), f"something was not kept:\n{terminal.screen()}")
    kept = re.findall(r"s\dn\d{4}z", home.kept())
    wanted = [f"s{place}n{number:04d}z" for place in range(5) for number in range(count)]
    lost, doubled = sorted(set(wanted) - set(kept)), len(kept) - len(set(kept))
    attack.expect(not lost, f"{len(lost)} notes are lost, the first is {lost[:1]}")
    attack.expect(doubled == 0, f"{doubled} notes are there twice")
    home.is_sound("at the end")
    print(f"crowd: five sessions, {count} notes each, {len(lost)} lost, {doubled} twice")
    home.remove()


# --- a full disk


def full(attack: Attack, rounds: int) -> None:
    """No file may grow over some size: a sentence says what was not kept, and what was there before still is."""
    home = Home(attack)
    file = home.path / "foreign.json"
    kept = 0
    failed = 0
    for number in range(rounds):
        file.write_text(foreign_marks(40, f"r{number}"))
        size = sum(path.stat().st_size for path in home.library.glob("*")) if home.library.exists() else 0
        limit = attack.dice.randrange(1, max(300_000, 2 * size))

        def before(limit: int = limit) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        said = home.run("marks", "--import", str(file), before=before)
        words = said.stderr.strip()
        if said.returncode == 0:
            kept += 40
        else:
            failed += 1
            attack.expect(
                said.returncode == 1 and words.endswith(".") and "Domain" not in words,
                f"round {number}, limit {limit}: status {said.returncode}, “{words}”")
        if home.library.exists() and (home.library / "hearsay.sqlite").exists():
            there = len(home.marks())
            attack.expect(there == kept, f"round {number}, limit {limit}: {there} marks, not {kept}")
            home.is_sound(f"round {number}, limit {limit}")
    print(f"full disks: {rounds}, {failed} refused, {kept} marks kept")
    home.remove()


# --- growth

SENTENCE = "The mayor said the quay was shut. "
PATTERNS: dict[str, Callable[[int], str]] = {
    "news": lambda n: (ARTICLE + "\n") * (n // len(ARTICLE) + 1),
    "one paragraph": lambda n: SENTENCE * (n // len(SENTENCE) + 1),
    "one sentence": lambda n: "the mayor said that " * (n // 20),
    "one word": lambda n: "a" * n,
    "no white space": lambda n: "said,“no”he." * (n // 16),
    "quotation marks": lambda n: "“" * (n // 3),
    "straight marks": lambda n: '" ' * (n // 2),
    "nested marks": lambda n: "“‘" * (n // 12) + "no" + "’”" * (n // 12),
    "apostrophes": lambda n: "it's 'so' " * (n // 10),
    "capitals": lambda n: "THE MAYOR SAID NO. " * (n // 19),
    "names": lambda n: " ".join(f"Ana{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} Lund{i}," for i in range(n // 14)),
    "names that speak": lambda n: "".join(
        f"“No,” Ana{chr(97 + i % 26)} Lu{chr(97 + i // 26 % 26)}nd said.\n\n" for i in range(n // 28)),
    "pronouns": lambda n: "He said she said they said it. " * (n // 31),
    "combining marks": lambda n: "a" + "\u0301" * (n // 2),
    "zero width": lambda n: "a\u200b" * (n // 4),
    "short lines": lambda n: "A\n\n" * (n // 3),
    "line ends": lambda n: "A" + "\n" * n + "B",
    "commas": lambda n: "Lund, " * (n // 6),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "full stops": lambda n: "A. " * (n // 3),
    "numbers": lambda n: "1,000.5 " * (n // 8),
    "emoji": lambda n: "👩‍👩‍👧 " * (n // 19),
    "the same claim": lambda n: "The quay is shut, officials said.\n\n" * (n // 35),
    "according to": lambda n: "according to " * (n // 13),
}


def growth(attack: Attack, _: int) -> None:
    """Rules alone: no faster than n log n with some slack, and never over ten seconds."""
    home = Home(attack)
    sizes = [size for size in (10, 100, 1_000) if size <= attack.kilobytes]
    for name, make in PATTERNS.items():
        costs: list[float] = []
        for size in sizes:
            path = home.path / f"{size}.txt"
            path.write_text(make(size * 1_000))
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            said = home.run("analyze", str(path), before=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cost = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            costs.append(cost)
            words = said.stderr.strip()[:200]
            attack.expect(said.returncode == 0, f"{name}, {size} kB: status {said.returncode}: {words}")
            if said.returncode != 0:
                break
        attack.expect(costs[-1] < 10, f"{name}: {costs[-1]:.1f} s")
        # Ten times the text is 10 * log(10 n) / log(n), twelve times the work; half as much again for a busy machine.
        for small, large in itertools.pairwise(costs):
            if large > 1:
                attack.expect(large < 18 * max(small - 0.05, 0.05), f"{name}: from {small:.2f} to {large:.2f} s")
        print(f"  {name:18}" + "".join(f"{cost:9.2f}" for cost in costs), flush=True)
    home.remove()


def stops(attack: Attack, rounds: int) -> None:
    """Whoever presses C-c has the prompt again within a tenth of a second, at whatever moment of a reading that is."""
    home = Home(attack)
    longest, early = 0.0, 0
    for name, make in PATTERNS.items():
        path = home.path / f"{name.replace(' ', '-')}.txt"
        path.write_text(make(attack.kilobytes * 1_000))
        waits: list[float] = []
        for _ in range(rounds):
            running = subprocess.Popen(
                [str(attack.program), "analyze", str(path)], env=home.environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(attack.dice.uniform(0.3, 3))
            pressed = time.monotonic()
            running.send_signal(signal.SIGINT)
            running.wait(60)
            if running.returncode == 0:
                early += 1
                continue
            waits.append(time.monotonic() - pressed)
            attack.expect(running.returncode in (130, -signal.SIGINT), f"{name}: status {running.returncode}")
        if waits:
            longest = max(longest, *waits)
            attack.expect(max(waits) < 0.1, f"{name}: {max(waits) * 1_000:.0f} ms")
            print(f"  {name:18}{max(waits) * 1_000:9.0f} ms at most in {len(waits)} stops", flush=True)
    print(f"  {longest * 1_000:.0f} ms at most; {early} readings were over before")
    home.remove()


# --- what is asked for

ATTACKS: dict[str, tuple[Callable[[Attack, int], None], int]] = {
    "growth": (growth, 1_000),
    "stops": (stops, 10),
    "kills": (kills, 1_000),
    "powercut": (powercut, 200),
    "crowd": (crowd, 200),
    "full": (full, 200),
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, add_help=True)
    parser.add_argument("attack", choices=ATTACKS)
    parser.add_argument("count", nargs="?", type=int)
    parser.add_argument("--program", type=Path, default=PROJECT / ".build" / "release" / "hearsay")
    parser.add_argument("--seed", type=int, default=random.getrandbits(32))
    parser.add_argument("--most", type=int, default=1_000)
    parser.add_argument("--model", action="store_true")
    asked = parser.parse_args()
    run, usual = ATTACKS[asked.attack]
    print(f"{asked.attack}, seed {asked.seed}")
    attack = Attack(asked.program.resolve(), random.Random(asked.seed), asked.most, asked.model)
    run(attack, asked.count or usual)
    print(f"{len(attack.faults)} faults")
    return 1 if attack.faults else 0


if __name__ == "__main__":
    sys.exit(main())
