"""The server's benchmark: ours, and the tutorial-style app served the same way, by turns in one run. Ratios cancel the machine out."""

import argparse
import math
import socket
import statistics
import sys
from contextlib import ExitStack

from components.serve import THREADS
from tests.benchmark.load import Load, put_load
from tests.browser import free_port, serve

WORKERS, CONNECTIONS, CROWD, IDLE = 2, 8, 200, 60
HEALTH = "/healthz"
PAGES = {
    "front page": "/",
    "frame": "/indlejr",
    "kommune's page": "/kommune/0326-kalundborg",
    "Kilder og metode": "/kilder-og-metode",
    "panel": "/panel/0326.json",
    "health check": HEALTH,
}
OF_HEALTH, OF_TUTORIAL = 0.5, 1.0  # the least that a page's rate may be of the health check's, and of the tutorial page's
KEPT_PAGES = ("front page", "frame", "kommune's page")
TUTORIAL = (
    "-m",
    "granian",
    "--interface",
    "wsgi",
    "--factory",
    "--no-ws",
    "--log-level",
    "critical",
    "tests.benchmark.tutorial_app:create_server",
)


def main() -> int:
    """Measure all in turn and print; 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0, help="of each measurement (default: %(default)s)")
    asked = parser.parse_args()
    ours, theirs = free_port(), free_port()
    counted = ("--workers", str(WORKERS), "--port")
    with (
        serve("-m", "components.serve", *counted, str(ours), port=ours),
        serve(*TUTORIAL, "--blocking-threads", str(THREADS), *counted, str(theirs), port=theirs),
    ):
        warm_up(ours)
        loads: dict[str, list[Load]] = {}
        for _ in range(asked.rounds):
            for name, path in PAGES.items():
                loads.setdefault(name, []).append(put_load(ours, [path], CONNECTIONS, asked.seconds))
            loads.setdefault("tutorial page", []).append(put_load(theirs, ["/_dash-layout"], CONNECTIONS, asked.seconds))
            loads.setdefault(f"frame, {CROWD} readers", []).append(put_load(ours, ["/indlejr"], CROWD, asked.seconds))
            with ExitStack() as stack:
                for _ in range(IDLE):
                    stack.enter_context(socket.create_connection(("127.0.0.1", ours)))
                loads.setdefault(f"panel, {IDLE} idle sockets", []).append(put_load(ours, ["/panel/0326.json"], CONNECTIONS, asked.seconds))
        # Last, and once: the tutorial app goes on making answers that nobody waits for any more.
        loads[f"tutorial page, {CROWD} readers"] = [put_load(theirs, ["/_dash-layout"], CROWD, asked.seconds)]
    return report(loads)


def warm_up(port: int) -> None:
    """Have both workers keep what will be measured."""
    put_load(port, list(PAGES.values()), CONNECTIONS, 8.0)


def report(loads: dict[str, list[Load]]) -> int:
    """Print rates, times and ratios; 1 where a limit is missed or an answer was wrong."""
    rates = {name: statistics.median(load.rate for load in each) for name, each in loads.items()}
    print(f"{'':32}{'a second':>10}{'median':>10}{'p95':>10}{'of health':>11}{'of tutorial':>12}")
    for name, each in loads.items():
        median, p95 = (statistics.median(getattr(load, part) for load in each) for part in ("median", "p95"))
        ratios = [rates[name] / rates[peer] if rates[peer] else math.inf for peer in ("health check", "tutorial page")]
        print(f"{name:32}{rates[name]:10.0f}{median:7.1f} ms{p95:7.1f} ms{ratios[0]:11.2f}{ratios[1]:12.1f}")
    wrong = sum(load.wrong for each in loads.values() for load in each)
    slow = [name for name in KEPT_PAGES if rates[name] < max(OF_HEALTH * rates["health check"], OF_TUTORIAL * rates["tutorial page"])]
    print(f"answers that were no 200: {wrong}; pages below half of the health check's rate or the tutorial's: {', '.join(slow) or 'none'}")
    return int(bool(wrong or slow))


if __name__ == "__main__":
    sys.exit(main())
