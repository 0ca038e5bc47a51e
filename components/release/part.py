"""The parts that are not ours, as the locks name them: packages of PyPI, and those of npm whose files the page loads."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = Path(".ci") / "requirements.txt"
BUNDLE = Path("assets") / "bundle" / "package-lock.json"
PYPI, NPM = "pypi", "npm"  # as package URLs have them
PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?: ; ([^\\]+?))? \\?$")
PARENT = re.compile(r"^    #(?: via|  ) ([\w.-]+)")


@dataclass(frozen=True)
class Part:
    """A package of somebody else's.

    Attributes:
        name: as its registry has it.
        version: the locked one.
        kind: PYPI or NPM.
        parents: the names of what needs it; the project's own among them.
        runs: whether it is there when the map runs; otherwise only at set-up.
        condition: on which systems it is needed, as a marker; empty for all.
        licence: of npm's packages, as the lock says it; empty for others.
        integrity: of npm's packages: the digest of the file that is fetched, such as "sha512-…"; empty for others.
    """

    name: str
    version: str
    kind: str = PYPI
    parents: tuple[str, ...] = ()
    runs: bool = True
    condition: str = ""
    licence: str = ""
    integrity: str = ""


def list_parts(root: Path = ROOT) -> list[Part]:
    """All parts of a copy of the project, those of PyPI first; a package that is locked in two versions is there twice.

    Args:
        root: where the project lies.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [re.split(r"[<>=\[]", requirement)[0] for requirement in project["dependencies"]]
    return [*read_lock((root / LOCK).read_text(encoding="utf-8"), wanted), *read_bundle((root / BUNDLE).read_text(encoding="utf-8"))]


def read_lock(text: str, wanted: Iterable[str]) -> list[Part]:
    r"""The packages of a lock of uv's.

    Args:
        text: of the lock: pinned names, each with its hashes and, as a comment, what it is needed by.
        wanted: the names of what the project itself needs when it runs.

    >>> read_lock("flask==3.1.3 \\\n    --hash=sha256:00\n    # via dash\ndash==4.4.1 \\\n    --hash=sha256:00", ["dash"])[0].parents
    ('dash',)
    """
    found: list[tuple[str, str, str, list[str]]] = []
    for line in text.splitlines():
        if pinned := PINNED.match(line):
            found.append((pinned[1], pinned[2], pinned[3] or "", []))
        elif parent := PARENT.match(line):
            found[-1][3].append(parent[1])
    running = _find_running({name: parents for name, _, _, parents in found}, wanted)
    return [Part(name, version, PYPI, tuple(parents), name in running, when) for name, version, when, parents in found]


def _find_running(parents: Mapping[str, Iterable[str]], wanted: Iterable[str]) -> set[str]:
    """What is wanted, and all that is needed by it."""
    running: set[str] = set()
    more = set(wanted)
    while more - running:
        running |= more
        more = {name for name, needed_by in parents.items() if running & set(needed_by)}
    return running


def read_bundle(text: str) -> list[Part]:
    """The packages of npm's lock."""
    packages = json.loads(text)["packages"]
    return [
        Part(name.removeprefix("node_modules/"), found["version"], NPM, licence=found.get("license", ""), integrity=found["integrity"])
        for name, found in packages.items()
        if name
    ]
