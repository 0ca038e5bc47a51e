"""The tile map's layout, made by ``geodata.builder.arrangement.tiles``, loaded and checked; nothing is computed here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geodata.borders import FILE as BORDERS
from geodata.borders import read_whole
from geodata.problem import BorderError
from geodata.steps import Steps

FILE = BORDERS.with_name("kommuner_fliser.json")
COMMAND = "python -m geodata.builder.arrangement.tiles"
Cell = tuple[int, int]  # column and row, from the upper left


@dataclass(frozen=True)
class Tiling:
    """A square for every kommune.

    Attributes:
        columns: of the grid.
        rows: of the grid.
        cells: where each kommune's tile lies, by kommunekode; no two lie in one cell.
        steps: where the arrow keys lead from tile to tile.
    """

    columns: int
    rows: int
    cells: Mapping[str, Cell]
    steps: Steps

    @classmethod
    def load(cls, path: Path = FILE) -> "Tiling":
        """Read the layout.

        Raises:
            BorderError: the file can't be read, two tiles lie in one cell, or one lies outside the grid.
        """
        whole = read_whole(path)
        try:
            content = json.loads(whole)
            cells = {code: (column, row) for code, (column, row) in content["cells"].items()}
            tiling = cls(content["columns"], content["rows"], cells, Steps.read(content))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BorderError(f"{path.name} is no layout of tiles ({error}); make it again with {COMMAND}") from error
        tiling._check(path.name)
        return tiling

    def check_codes(self, codes: set[str]) -> None:
        """Check that every kommune has a tile, and nobody else.

        Raises:
            BorderError: a code is in only one of the two.
        """
        unmatched = sorted(codes ^ set(self.cells))
        if unmatched:
            remedy = f"make the layout again with {COMMAND}"
            raise BorderError(f"kommune {', '.join(unmatched)} is in the borders or among the tiles, but not in both; {remedy}")

    def _check(self, name: str) -> None:
        outside = [code for code, (x, y) in self.cells.items() if not (0 <= x < self.columns and 0 <= y < self.rows)]
        if outside or len(set(self.cells.values())) < len(self.cells):
            wrong = f"{', '.join(outside)} outside its grid" if outside else "two kommuner in one cell"
            raise BorderError(f"{name} has {wrong}; make it again with {COMMAND}")
