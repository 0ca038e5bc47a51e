"""Facts about the whole country that are sentences rather than indicators."""

from dataclasses import dataclass
from pathlib import Path

from data.project_file import explain, read_toml

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
        ProblemsError: the file can't be read, or a fact lacks text, source or period, or has something else.
    """
    with explain(path):
        return [Fact(**fields) for fields in read_toml(path)["fakta"]]
