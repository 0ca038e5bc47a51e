"""Facts about the whole country that are sentences rather than indicators."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parents[1] / "landsfakta.toml"


@dataclass(frozen=True)
class Fact:
    """A sentence in Danish, who says so, and for which year."""

    text: str
    source: str
    period: str


def load_facts(path: Path = FILE) -> list[Fact]:
    """The facts of ``landsfakta.toml``, in order.

    Raises:
        TypeError: a fact lacks text, source or period, or has something else.
    """
    return [Fact(**fields) for fields in tomllib.loads(path.read_text(encoding="utf-8"))["fakta"]]
