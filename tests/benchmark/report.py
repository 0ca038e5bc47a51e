"""The whole report: when, where and of which commit it was measured, the tables, as JSON, and into the README."""

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

from tests.benchmark.limit import Limit
from tests.benchmark.measure import Medians
from tests.benchmark.table import write_browser_table, write_limits, write_server_lines, write_server_table
from tests.browser import ROOT

BEGIN, END = "<!-- make bench -->", "<!-- /make bench -->"
BLOCK = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
PROCESSOR = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Circumstances:
    """When and where it was measured.

    Attributes:
        day: ISO date.
        commit: abbreviated; with "and changes" where the files are not those of the commit.
        machine: processors and system.
        browser: its version.
        rounds: how often each was measured.
        notes: a sentence for everything that was not measured, or not as usual.
    """

    day: str
    commit: str
    machine: str
    browser: str
    rounds: int
    notes: tuple[str, ...] = ()


def find_circumstances(browser: str, rounds: int, notes: Sequence[str]) -> Circumstances:
    """Today, here."""
    return Circumstances(date.today().isoformat(), _find_commit(), _find_machine(), browser, rounds, tuple(notes))


def _find_commit() -> str:
    try:
        commit, changes = _ask_git("rev-parse", "--short", "HEAD"), _ask_git("status", "--porcelain")
    except (FileNotFoundError, subprocess.CalledProcessError):
        return "unknown: the files are in no git repository"
    return f"{commit} and changes" if changes else commit


def _ask_git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _find_machine() -> str:
    model = re.search(r"model name\s*: (.*)", PROCESSOR.read_text()) if PROCESSOR.exists() else None
    name = model[1] if model else platform.processor() or platform.machine()
    return f"{os.cpu_count()} x {name}, {platform.system()}"


def write_report(medians: Medians, limits: Sequence[Limit], where: Circumstances) -> str:
    """Everything as Markdown."""
    said = f"Measured {where.day} at {where.commit} on {where.machine}; {where.browser}; medians of {where.rounds} rounds."
    notes = "\n".join(f"- {note}" for note in where.notes)
    parts = [said, write_browser_table(medians), write_server_table(medians), write_server_lines(medians), notes]
    return "\n\n".join(filter(None, [*parts, write_limits(limits, medians)]))


def to_json(medians: Medians, limits: Sequence[Limit], where: Circumstances) -> dict[str, Any]:
    """Everything as JSON has it, with units in the names; null for a figure that no answer came in time for."""
    figures = {
        subject: {f"{measure.name} [{measure.unit}]": value if isfinite(value) else None for measure, value in found.items()}
        for subject, found in medians.items()
    }
    held = [{"limit": limit.tell(medians), "holds": limit.holds(medians)} for limit in limits]
    return {"circumstances": asdict(where), "medians": figures, "limits": held}


def put_into(text: str, report: str) -> str:
    """A document with the report between its two marks, in the place of what stood there.

    >>> put_into("Before <!-- make bench -->old<!-- /make bench --> after", "new").splitlines()
    ['Before <!-- make bench -->', 'new', '<!-- /make bench --> after']

    Raises:
        ValueError: the document does not have both marks.
    """
    if not BLOCK.search(text):
        raise ValueError(f"the README has no block between {BEGIN} and {END}: put both marks where the tables are to stand")
    return BLOCK.sub(lambda _: f"{BEGIN}\n{report}\n{END}", text, count=1)
