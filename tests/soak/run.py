"""``make soak``: the production server for a long while under a crowd of readers, every answer checked; then everything fuzzed at length.

Two workers; 200 readers on a realistic walk, and two who print PDFs all the while. Ends with 1 where an answer failed or was wrong, where
the slowest twentieth of the pieces took too long, or where a worker's memory grew.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path
from urllib.request import urlopen

from components.server.kept.shelf import LIMIT
from tests.browser import ROOT, free_port, serve
from tests.fuzzing import REQUESTS, WORKBOOKS
from tests.soak.ledger import Ledger
from tests.soak.readers import Reader, run
from tests.soak.walk import Site

WORKERS, READERS, PRINTERS = 2, 200, 2
SLOWEST = 100.0  # milliseconds that 19 of 20 pieces may take
GROWTH = 1.05  # of a worker's memory
AT_ONCE, ROUND, TRIES = 8, 20.0, 20  # readers of the warm-up; seconds between two looks at what is kept; questions for both workers
FULL = 0.9  # of what a worker may keep: what has been asked for once, and again, is cleared for other answers
AT_REST = 25.0  # seconds without requests, so that the last answers are packed and given back
FUZZED = {  # the tests that draw examples, by what they draw
    REQUESTS: ("tests/components/server/test_fuzz.py", "tests/components/open_data/test_fuzz.py"),
    WORKBOOKS: ("tests/data/intake/test_import.py", "-k", "test_any"),
}


def main() -> int:
    """Soak, fuzz, and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.run", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="of reading (default: %(default)s)")
    parser.add_argument("--warm-up", type=float, default=10, help="minutes at most to fill what workers keep (default: %(default)s)")
    parser.add_argument("--requests", type=int, default=10_000, help="fuzzed (default: %(default)s; 0 for none)")
    parser.add_argument("--workbooks", type=int, default=2_000, help="fuzzed (default: %(default)s; 0 for none)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="of the walks; it is printed")
    parser.add_argument("--busy", action="store_true", help="the machine does other work too: times are told, not judged")
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    missed = soak(asked.minutes, asked.warm_up, asked.seed, is_busy=asked.busy)
    missed += fuzz(asked.requests, asked.workbooks)
    print(f"missed: {'; '.join(missed) or 'nothing'}")
    return int(bool(missed))


def soak(minutes: float, warm_up: float, seed: int, *, is_busy: bool) -> list[str]:
    """Read for so long; what limits were missed.

    Args:
        minutes: that are measured.
        warm_up: minutes, at most, that fill what the workers keep.
        seed: of the walks.
        is_busy: tell times only.
    """
    port, rng = free_port(), random.Random(seed)
    command = ("-m", "components.serve", "--workers", str(WORKERS), "--port", str(port))
    with serve(*command, port=port, DANMARKSKORT_MAALINGER="1") as address:
        site = Site.read(*(_read(address + path) for path in ("/sitemap.xml", "/", "/indlejr")))
        fill(port, address, site, rng, 60 * warm_up)
        run([], AT_REST)
        before = measure_workers()
        run(_gather(port, site, ledger := Ledger(), rng), 60 * minutes)
        run([], AT_REST)
        after = measure_workers()
    return report(ledger, before, after, is_busy=is_busy)


def fill(port: int, address: str, site: Site, rng: random.Random, longest: float) -> None:
    """Ask for everything again and again, until each worker has kept as much as it keeps; print how far that came."""
    everything, until = site.list_all(), time.monotonic() + longest
    kept: dict[str, int] = {}
    while (len(kept) < WORKERS or min(kept.values()) < FULL * LIMIT) and time.monotonic() < until:
        steps = [cycle(rng.sample(everything, len(everything))) for _ in range(AT_ONCE)]
        run([Reader(port, own, Ledger(), random.Random(rng.random()), thinks=False) for own in steps], ROUND)
        for _ in range(TRIES):  # each answer is one worker's
            kept |= {worker: int(size) for worker, size in re.findall(r'kept_bytes{worker="(\d+)"} (\d+)', _read(f"{address}/metrics"))}
    filled = ", ".join(f"{size / LIMIT:.0%}" for size in kept.values())
    print(f"warmed up: what each worker keeps is {filled} of what it may (full from {FULL:.0%})", flush=True)


def _gather(port: int, site: Site, ledger: Ledger, rng: random.Random) -> list[Reader]:
    """All readers, and those who print."""
    readers = [Reader(port, site.walk(own), ledger, own, thinks=True) for own in _draw(rng, READERS)]
    return readers + [Reader(port, site.print_sheets(own), ledger, own, thinks=False) for own in _draw(rng, PRINTERS)]


def _draw(rng: random.Random, count: int) -> list[random.Random]:
    return [random.Random(rng.random()) for _ in range(count)]


def _read(address: str) -> str:
    with urlopen(address) as response:
        content: bytes = response.read()
    return content.decode()


def measure_workers() -> dict[int, float]:
    """Megabytes that each worker holds of its own, by process id; the server is the only process that this one has started."""
    server, *_ = _list_children(os.getpid())
    own = re.compile(r"^RssAnon:\s+(\d+) kB$", re.MULTILINE)
    found = {worker: own.search(Path(f"/proc/{worker}/status").read_text(encoding="ascii")) for worker in _list_children(server)}
    return {worker: int(size[1]) / 1024 for worker, size in found.items() if size}


def _list_children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()]


def report(ledger: Ledger, before: dict[int, float], after: dict[int, float], *, is_busy: bool) -> list[str]:
    """Print what came of it; what limits were missed, each in a few words."""
    count, slowest = sum(ledger.answers.values()), ledger.p(0.95)
    by_status = ", ".join(f"{number} of {status}" for status, number in sorted(ledger.answers.items()))
    print(f"{count} answers ({by_status}); failed or wrong: {len(ledger.wrong)}")
    print(f"pieces: {len(ledger.pieces)}, p50 {ledger.p(0.5):.1f} ms, p95 {slowest:.1f} ms (limit {SLOWEST:.0f} ms)")
    grown = {worker: after[worker] / before[worker] for worker in before.keys() & after.keys()}
    for worker, growth in grown.items():
        print(f"worker {worker}: {before[worker]:.1f} MB, then {after[worker]:.1f} MB ({growth - 1:+.1%}, limit +{GROWTH - 1:.0%})")
    missed = ["an answer failed or was wrong"] if ledger.wrong else []
    missed += ["pieces were slow"] if slowest > SLOWEST and not is_busy else []
    missed += ["a worker grew"] if any(growth > GROWTH for growth in grown.values()) else []
    return missed + (["a worker was lost"] if len(grown) < WORKERS else [])


def fuzz(requests: int, workbooks: int) -> list[str]:
    """The tests that draw requests and workbooks, with so many of them; what was missed."""
    asked = {REQUESTS: requests, WORKBOOKS: workbooks}
    missed = []
    for variable, (count, tests) in {name: (asked[name], FUZZED[name]) for name in asked}.items():
        if count:
            command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
            done = subprocess.run(command, cwd=ROOT, env=os.environ | {variable: str(count)}, check=False)
            missed += [f"fuzzing ({variable}) found something"] if done.returncode else []
    return missed


if __name__ == "__main__":
    sys.exit(main())
