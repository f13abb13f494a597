#!/usr/bin/env python3
"""Servers on this machine that a release of hearsay meets, and what each costs it: time, memory, a sentence.

  servers.py rude  [NAME...]    servers that mean harm, or do it: what is said, how long it takes, the peak of memory of
                                the program that fetches and of the reader
  servers.py feeds [FEEDS]      feeds of 20 entries on one host and on 20: how long all of them take to be asked, and
                                what a key costs the reader meanwhile

  --program PROGRAM             what is measured (.build/release/hearsay), with hearsay-fetch beside it

They listen on 127.0.0.0/8 alone. Status 1 if anything did not hold."""
from __future__ import annotations

import argparse
import atexit
import contextlib
import functools
import json
import os
import random
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from attack import PROJECT, Attack, Home, session

# --- servers

Answer = Callable[[str, socket.socket], None]


@contextlib.contextmanager
def server(answer: Answer, host: str = "127.0.0.1") -> Iterator[int]:
    """Answers each connection as it is told, with the path that was asked for, until nobody needs it any more."""
    listener = socket.create_server((host, 0), backlog=256)

    def serve(client: socket.socket) -> None:
        with client, contextlib.suppress(OSError, ValueError):
            asked = b""
            # What begins with this byte is encrypted, and ends otherwise.
            while b"\r\n\r\n" not in asked:
                if not asked and client.recv(1, socket.MSG_PEEK) == b"\x16":
                    break
                piece = client.recv(4096)
                if not piece:
                    return
                asked += piece
            words = asked.split(b" ", 2)
            answer(words[1].decode("latin-1") if len(words) > 2 else "", client)
            # Whoever closes while something is unread breaks off what was sent.
            client.shutdown(socket.SHUT_WR)
            client.settimeout(1)
            while client.recv(4096):
                pass

    def listen() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(client,), daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def head(status: str = "200 OK", kind: str = "text/html", *more: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", "Connection: close", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


PAGE = """<!doctype html><html lang="en"><head><title>Quay stays shut</title></head><body><article>
<h1>Quay stays shut</h1>
<p>“We had no choice,” Mayor Åsa Lund told reporters on Monday, and went home to the café.</p>
<p>The Road Agency said that the quay would open in May, when the ferry is back from the yard.</p>
</article></body></html>"""


# --- rude ones


def endless(_: str, client: socket.socket) -> None:
    client.sendall(head() + b"<html><body><p>")
    while True:
        client.sendall(b"All work and no play. " * 3000)


def endless_tags(_: str, client: socket.socket) -> None:
    client.sendall(head() + b"<html><body>")
    client.sendall(b"<div a=1 b=2>x" * (9 << 16))


def bomb(_: str, client: socket.socket) -> None:
    client.sendall(head("200 OK", "text/html", "Content-Encoding: gzip") + gigabyte())


@functools.cache
def gigabyte() -> bytes:
    """A megabyte that is a gigabyte when it is unpacked."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(1 << 10)) + packer.flush()


def drip(_: str, client: socket.socket) -> None:
    client.sendall(head() + b"<html>")
    while True:
        client.sendall(b"a")
        time.sleep(1)


def silence(_: str, client: socket.socket) -> None:
    time.sleep(40)


def loop(_: str, client: socket.socket) -> None:
    client.sendall(head("302 Found", "text/html", "Location: /loop"))


def to_file(_: str, client: socket.socket) -> None:
    client.sendall(head("302 Found", "text/html", "Location: file:///etc/passwd"))


def to_loopback(_: str, client: socket.socket) -> None:
    client.sendall(head("302 Found", "text/html", "Location: http://127.0.0.1:9/"))


def hops(path: str, client: socket.socket) -> None:
    number = int(path.rpartition("-")[2]) if "-" in path else 0
    client.sendall(
        head("302 Found", "text/html", f"Location: /hops-{number + 1}") if number < 8 else head() + PAGE.encode())


def short(_: str, client: socket.socket) -> None:
    client.sendall(head("200 OK", "text/html", "Content-Length: 500000") + PAGE.encode())


def long(_: str, client: socket.socket) -> None:
    client.sendall(head("200 OK", "text/html", "Content-Length: 10") + PAGE.encode())


def whole(_: str, client: socket.socket) -> None:
    client.sendall(head() + PAGE.encode())


def garbage(_: str, client: socket.socket) -> None:
    client.sendall(head("200 OK", "text/html", "Transfer-Encoding: chunked") + b"zzzz\r\nhello\r\n")


def huge_header(_: str, client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"a" * (1 << 20) + b"\r\n\r\n" + PAGE.encode())


def many_headers(_: str, client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * (1 << 17) + b"\r\n" + PAGE.encode())


def cut_off(_: str, client: socket.socket) -> None:
    # The head of an answer that is encrypted, and nothing of the answer.
    client.sendall(b"\x16\x03\x03\x00\x7a\x02")


def wrong_charset(_: str, client: socket.socket) -> None:
    client.sendall(head("200 OK", "text/html; charset=us-ascii") + PAGE.encode())


def unknown_charset(_: str, client: socket.socket) -> None:
    client.sendall(head("200 OK", "text/html; charset=x-none-such") + PAGE.encode())


def utf16(_: str, client: socket.socket) -> None:
    client.sendall(head() + PAGE.encode("utf-16"))


def utf16_unsaid(_: str, client: socket.socket) -> None:
    client.sendall(head("200 OK", "text/html; charset=utf-8") + PAGE.encode("utf-16"))


@dataclass
class Rude:
    """A server, what the reader should say of it, and after how many seconds at the latest."""

    name: str
    answer: Answer
    says: str
    within: float = 3
    encrypted: bool = False
    # Whether the reader vouches for the server's certificate.
    trusted: bool = False


SHOWN = "Mayor Åsa Lund told reporters"

RUDE = [
    Rude("endless body", endless, "larger than 10 MB"),
    Rude("9 MB of tags", endless_tags, "xxxxxxxx", 20),
    Rude("1 MB gzip that is 1 GB", bomb, "larger than 10 MB"),
    Rude("1 byte a second", drip, "too slow", 12),
    Rude("no answer", silence, "too slow", 12),
    Rude("redirect loop", loop, "more than 5 times"),
    Rude("redirect to file:", to_file, "leads to file:"),
    Rude("redirect to loopback", to_loopback, "private network"),
    Rude("8 hops", hops, "more than 5 times"),
    Rude("too few bytes", short, "broke off"),
    Rude("too many bytes", long, "has no article|is empty|cannot read"),
    Rude("chunk garbage", garbage, "broke off"),
    Rude("header of 1 MB", huge_header, "broke off|larger than"),
    Rude("131,072 headers", many_headers, "broke off|larger than"),
    Rude("TLS cut off at once", cut_off, "broke off", encrypted=True),
    Rude("TLS cut off in a page", short, "broke off", encrypted=True, trusted=True),
    Rude("TLS as it should be", whole, SHOWN, encrypted=True, trusted=True),
    Rude("bad certificate", whole, "certificate", encrypted=True),
    Rude("wrong charset", wrong_charset, SHOWN),
    Rude("unknown charset", unknown_charset, SHOWN),
    Rude("UTF-16 page", utf16, SHOWN),
    Rude("UTF-16, said to be UTF-8", utf16_unsaid, SHOWN),
]


@functools.cache
def certificate() -> tuple[Path, Path]:
    """A key, and a certificate that nobody vouches for."""
    folder = Path(tempfile.mkdtemp(prefix="hearsay-certificate-"))
    atexit.register(shutil.rmtree, folder)
    key, file = folder / "key", folder / "certificate"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(file),
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True)
    return key, file


def encrypted(answer: Answer) -> Answer:
    """The same answer, encrypted; what ends it is no farewell."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    key, file = certificate()
    context.load_cert_chain(file, key)

    def answers(path: str, client: socket.socket) -> None:
        with context.wrap_socket(client, server_side=True) as inner:
            inner.recv(4096)
            answer(path, inner)

    return answers


@dataclass
class Cost:
    seconds: float
    processor: float
    megabytes: float


def fetched(attack: Attack, address: str, variables: dict[str, str]) -> tuple[str, Cost]:
    """What the program that fetches answers, and what that cost it."""
    question = json.dumps({"wanted": "article", "address": address, "isTyped": True}) + "\n"
    started = time.monotonic()
    read, write = os.pipe()
    with tempfile.TemporaryFile() as answer:
        child = os.fork()
        if child == 0:
            os.dup2(read, 0)
            os.dup2(answer.fileno(), 1)
            os.close(write)
            os.execve(attack.program.with_name("hearsay-fetch"), ["hearsay-fetch"], variables)
        os.close(read)
        os.write(write, question.encode())
        os.close(write)
        _, _, used = os.wait4(child, 0)
        answer.seek(0)
        said = answer.read().decode("utf-8", "replace")
    cost = Cost(time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    return said, cost


def peak_megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0


def rude(attack: Attack, names: list[str]) -> None:
    gigabyte()
    print(f"{'server':26} {'seconds':>8} {'processor':>9} {'fetch MB':>9} {'reader MB':>9}  what is said")
    for one in RUDE:
        if names and not any(name in one.name for name in names):
            continue
        answer = encrypted(one.answer) if one.encrypted and one.answer is not cut_off else one.answer
        with server(answer) as port:
            meet(attack, one, f"http{'s' if one.encrypted else ''}://127.0.0.1:{port}/{one.name.split()[0]}")


def meet(attack: Attack, one: Rude, address: str) -> None:
    variables = {"SSL_CERT_FILE": str(certificate()[1])} if one.trusted else {}
    _, cost = fetched(attack, address, variables)
    home = Home(attack)
    home.environment |= variables
    try:
        with session(home, str(home.article), address) as terminal:
            attack.expect(terminal.wait("Quay stays shut"), f"{one.name}: no article at the start")
            plain = peak_megabytes(terminal.pid)
            terminal.press("J")
            said = wait_for(terminal.screen, one.says, one.within + 25)
            attack.expect(said is not None, f"{one.name}: “{one.says}” was not said:\n{terminal.screen()}")
            megabytes = peak_megabytes(terminal.pid)
            attack.expect(megabytes - plain < 40, f"{one.name}: the reader grew by {megabytes - plain:.0f} MB")
            attack.expect(terminal.is_running(), f"{one.name}: the reader is gone")
    finally:
        home.remove()
    attack.expect(cost.seconds <= one.within + 2, f"{one.name}: took {cost.seconds:.1f} seconds")
    attack.expect(cost.megabytes < 400, f"{one.name}: took {cost.megabytes:.0f} MB")
    print(f"{one.name:26} {cost.seconds:8.2f} {cost.processor:9.2f} {cost.megabytes:9.1f} {megabytes:9.1f}"
          f"  {said or '–'}", flush=True)


def wait_for(screen: Callable[[], str], pattern: str, seconds: float) -> str | None:
    """The words that a screen shows at last, on one line."""
    end = time.monotonic() + seconds
    wanted = re.compile(pattern)
    while time.monotonic() < end:
        found = wanted.search(" ".join(screen().split()))
        if found:
            return found[0]
        time.sleep(0.05)
    return None


# --- a hundred feeds

ENTRIES = 20


def feed(number: int, outlet: str) -> bytes:
    items = "".join(
        f"<item><title>Harbour talks {number}.{entry} break off after a long night</title>"
        f"<link>{outlet}/story-{number}-{entry}</link><guid isPermaLink='false'>{number}.{entry}</guid>"
        f"<pubDate>Fri, 14 Jun 2024 {entry:02}:14:55 +0000</pubDate>"
        f"<description>&lt;p&gt;The minister said that feed {number} would be closed, and {entry} ships wait."
        "&lt;/p&gt;</description></item>"
        for entry in range(ENTRIES))
    return (f"<?xml version='1.0'?><rss version='2.0'><channel><title>Outlet {number}</title>"
            f"<link>{outlet}/</link><description>News</description>{items}</channel></rss>").encode()


def answer_feed(path: str, client: socket.socket) -> None:
    number = int(re.sub(r"\D", "", path) or 0)
    client.sendall(head("200 OK", "application/rss+xml") + feed(number, "https://daily.example"))


def feeds(attack: Attack, count: int) -> None:
    for hosts in (1, 20):
        with contextlib.ExitStack() as stack:
            ports = [
                (host, stack.enter_context(server(answer_feed, host)))
                for host in (f"127.0.0.{number + 1}" for number in range(hosts))
            ]
            addresses = [f"http://{host}:{port}/feed-{number}.xml"
                         for number, (host, port) in ((n, ports[n % hosts]) for n in range(count))]
            ask_all(attack, addresses, hosts)


def ask_all(attack: Attack, addresses: list[str], hosts: int) -> None:
    home = Home(attack)
    try:
        urls = home.path / "urls"
        urls.write_text("\n".join(addresses) + "\n")
        home.run("subscribe", str(urls))
        started = time.monotonic()
        said = home.run("refresh").stdout.strip()
        seconds = time.monotonic() - started
        print(f"{len(addresses)} feeds on {hosts} host{'s' * (hosts > 1)}, hearsay refresh: {seconds:.2f} s; {said}",
              flush=True)
        attack.expect(said.startswith(f"{ENTRIES * len(addresses)} new"), f"hearsay refresh said {said}")
        attack.expect(seconds <= 5, f"{len(addresses)} feeds on {hosts} hosts took {seconds:.2f} s")
        (home.library / "hearsay.sqlite").unlink()
        for left in home.library.glob("hearsay.sqlite*"):
            left.unlink()
        home.run("subscribe", str(urls))
        ask_with_keys(attack, home, len(addresses), hosts)
    finally:
        home.remove()


def drawing_seconds(process: int) -> float:
    """The processor time of the thread that takes keys and draws."""
    return int(Path(f"/proc/{process}/task/{process}/schedstat").read_text().split()[0]) / 1e9


def ask_with_keys(attack: Attack, home: Home, count: int, hosts: int) -> None:
    """All feeds are asked in the reader, which is read in meanwhile."""
    with session(home, str(home.article)) as terminal:
        attack.expect(terminal.wait("attributions"), f"nothing is on the screen:\n{terminal.screen()}")
        terminal.press("B")
        attack.expect(terminal.wait("Feeds"), f"no feeds are listed:\n{terminal.screen()}")
        started = time.monotonic()
        terminal.press("*")
        costs: list[float] = []
        answered: list[float] = []
        # A key takes the message away; the sum over the list stays.
        while f"{ENTRIES * count} new" not in (screen := terminal.screen()):
            if time.monotonic() - started > 60:
                attack.expect(False, f"the feeds were never asked:\n{screen}")
                return
            before, pressed = drawing_seconds(terminal.pid), time.monotonic()
            terminal.press("j" if len(costs) % 20 < 10 else "k")
            while terminal.screen() == screen and time.monotonic() - pressed < 1:
                pass
            answered.append(time.monotonic() - pressed)
            costs.append(drawing_seconds(terminal.pid) - before)
        seconds = time.monotonic() - started
        costs.sort()
        answered.sort()
        if not costs:
            return
        middle, most = costs[len(costs) // 2] * 1e3, costs[-1] * 1e3
        print(f"{count} feeds on {hosts} host{'s' * (hosts > 1)}, * in the reader: {seconds:.2f} s; meanwhile"
              f" {len(costs)} keys, each {middle:.2f} ms of processor in the middle, {most:.2f} at most;"
              f" on the screen after {answered[len(answered) // 2] * 1e3:.0f} ms, {answered[-1] * 1e3:.0f} at most,"
              " tmux included", flush=True)
        attack.expect(seconds <= 5, f"{count} feeds on {hosts} hosts took {seconds:.2f} s in the reader")
        attack.expect(middle <= 5, f"a key cost {middle:.2f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["rude", "feeds"])
    parser.add_argument("which", nargs="*")
    parser.add_argument("--program", type=Path, default=PROJECT / ".build/release/hearsay")
    options = parser.parse_args()
    attack = Attack(options.program.resolve(), random.Random(0))
    if options.what == "rude":
        rude(attack, options.which)
    else:
        feeds(attack, int(options.which[0]) if options.which else 100)
    print("all of it held" if not attack.faults else f"{len(attack.faults)} things did not hold")
    return 1 if attack.faults else 0


if __name__ == "__main__":
    sys.exit(main())
