"""``python -m tests.benchmark``: measure everything in one run, print the tables, and fail where a limit is missed.

Ratios cancel the machine out only where it does nothing else meanwhile. Takes about eight minutes on two cores.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmark.browser_side.measures import LIMITS as OF_BROWSER
from tests.benchmark.browser_side.run import measure_pages
from tests.benchmark.limit import list_missed
from tests.benchmark.measure import Samples
from tests.benchmark.report import find_circumstances, put_into, to_json, write_report
from tests.benchmark.server_side.measures import LIMITS as OF_SERVER
from tests.benchmark.server_side.run import measure_server
from tests.browser import ROOT

README = ROOT / "README.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell; 1 where a limit is missed."""
    asked = read_command(arguments)
    samples, limits = Samples(), (*OF_BROWSER, *OF_SERVER)
    sys.stderr.write("the server, two minutes on a quiet machine ...\n")
    notes = measure_server(samples, asked.rounds, asked.seconds)
    sys.stderr.write("the pages, six minutes ...\n")
    browser, more = measure_pages(samples, asked.rounds)
    medians, where = samples.medians(), find_circumstances(browser, asked.rounds, [*notes, *more])
    report = write_report(medians, limits, where)
    print(report)
    if asked.json:
        asked.json.write_text(json.dumps(to_json(medians, limits, where), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if asked.readme:
        README.write_text(put_into(README.read_text(encoding="utf-8"), report), encoding="utf-8")
    missed = list(list_missed(limits, medians))
    print("\n".join(["", f"Missed, {len(missed)} of {len(limits)} limits:", *missed]) if missed else f"\nAll {len(limits)} limits hold.")
    return int(bool(missed))


def read_command(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=0.8, help="for how long an address is asked for (default: %(default)s)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything there as well")
    parser.add_argument("--readme", action="store_true", help="put the tables into the README, between its two marks")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
