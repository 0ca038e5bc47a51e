"""The version, and what all answers of an installation depend on: its code, its figures and its settings, as one digest."""

import hashlib
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("app.py", "pyproject.toml", "components", "data", "geodata", "assets")  # within ROOT; what they read stands beside them
PACKAGES = ("dash", "openpyxl", "plotly", "resvg-py", "typst")  # whose scripts a page names, and what files are made by
IGNORED = {"__pycache__", "figures"}  # editions are told apart by their own files


@cache
def read_version(root: Path = ROOT) -> str:
    """The version of a copy of the project, such as "1.2.0", which stands in its pyproject.toml only."""
    version: str = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return version


def digest_installation(editions: Iterable[Path], settings: Iterable[object]) -> str:
    """A digest that changes when an answer may: 16 hexadecimal digits, the same on every machine.

    Args:
        editions: the folders of the editions that are shown.
        settings: what else the answers depend on; each must have a ``repr`` that says all of it, and no path of the machine.
    """
    digest = hashlib.sha256()
    for start in (ROOT / name for name in CODE):
        _add_files(digest, start)
    for folder in editions:
        digest.update(folder.name.encode())
        _add_files(digest, folder)
    digest.update(repr([*settings, *map(version, PACKAGES)]).encode())
    return digest.hexdigest()[:16]


def _add_files(digest: "hashlib._Hash", start: Path) -> None:
    """Names and contents of a file, or of all files in a folder, in order."""
    files = [start] if start.is_file() else sorted(path for path in start.rglob("*") if path.is_file())
    for path in files:
        inner = path.relative_to(start).parts
        if not IGNORED & set(inner[:-1]):
            digest.update("/".join(inner).encode() + b"\0" + path.read_bytes())
