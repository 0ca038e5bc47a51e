"""The licences of all parts: which they have, and which may be had."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from components.release.part import Part

READ = Path(__file__).with_name("licences.toml")
TABLE = Path(__file__).with_name("licences.md")
PERMITTED = {  # by their identifiers in the SPDX list: none asks for more than its own text, and MPL-2.0 for its own files
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
    "Zlib",
}
CLASSIFIERS = {  # of PyPI, those that mean one licence; "BSD License" may be any of three
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
HEAD = """# Licences

What is not ours, as locked; written by `make licences`, so change nothing here. A wheel may have other people's code compiled into it,
whose licences lie in the wheel. What only the tests need is not given out, and not here.

| package | version | licence | needed |
|---|---|---|---|
"""


class LicenceError(ValueError):
    """A licence is not known or not permitted; the message says whose, and what to do."""


def find_licence(part: Part) -> str:
    """The licence of a part, as an SPDX expression such as "MPL-2.0 AND MIT".

    Raises:
        LicenceError: the package does not say it, or is not installed, and nobody has read it.
    """
    read: dict[str, str] = tomllib.loads(READ.read_text(encoding="utf-8"))
    if licence := part.licence or read.get(part.name, ""):
        return licence
    try:
        return read_metadata(metadata(part.name))
    except (PackageNotFoundError, LicenceError) as unknown:
        raise LicenceError(
            f"the licence of {part.name} {part.version} is not known: {unknown}; read it in the package and write it in {READ.name}"
        ) from unknown


def read_metadata(said: PackageMetadata) -> str:
    """What a package says of its licence: the expression, else the identifier, else a classifier that means one licence.

    Raises:
        LicenceError: it says nothing that is one.
    """
    free = " ".join(said.get_all("License") or []).strip()
    classifiers = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or [] if line.startswith("License ::")]
    meant = {CLASSIFIERS[name] for name in classifiers if name in CLASSIFIERS}
    if "License-Expression" in said:
        return said["License-Expression"]
    if list_licences(free) and set(list_licences(free)) <= PERMITTED:
        return free
    if len(meant) == 1:
        return meant.pop()
    raise LicenceError(f"it says {[free[:40], *classifiers]}")


def list_licences(expression: str) -> list[str]:
    """The identifiers in an expression.

    >>> list_licences("Apache-2.0 OR BSD-2-Clause")
    ['Apache-2.0', 'BSD-2-Clause']
    """
    return [word for word in re.split(r" (?:AND|OR) ", expression) if word]


def is_permitted(expression: str) -> bool:
    """Whether all that holds together is permitted, in one of the choices at least.

    >>> is_permitted("MPL-2.0 AND MIT"), is_permitted("GPL-3.0-only OR MIT"), is_permitted("MIT AND AGPL-3.0-only")
    (True, True, False)
    """
    choices = expression.split(" OR ")
    return any(choice and all(name in PERMITTED for name in choice.split(" AND ")) for choice in choices)


def check_licences(parts: Iterable[Part]) -> dict[Part, str]:
    """The licence of every part.

    Raises:
        LicenceError: one is not known or not permitted.
    """
    found = {part: find_licence(part) for part in parts}
    for part, licence in found.items():
        if not is_permitted(licence):
            raise LicenceError(
                f"{part.name} {part.version} has the licence {licence}, which is not among the permitted ones "
                f"({', '.join(sorted(PERMITTED))}); use another package, or have it permitted in {Path(__file__).name}"
            )
    return found


def write_table(parts: Iterable[Part]) -> str:
    """The page with all licences.

    Raises:
        LicenceError: one is not known or not permitted.
    """
    rows = [f"| {part.name} | {part.version} | {licence} | {_say_when(part)} |" for part, licence in check_licences(parts).items()]
    return HEAD + "".join(f"{row}\n" for row in rows)


def _say_when(part: Part) -> str:
    when = "to run" if part.runs else "at set-up"
    return f"{when}, where `{part.condition}`" if part.condition else when
