"""The borders drawn as SVG paths by ``geodata.builder.draw``, loaded and checked; nothing is computed here."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.borders import FILE, REMEDY, read_sidecar, read_whole
from geodata.map_part import MAP_PARTS, Box, MapPart
from geodata.problem import BorderError
from geodata.steps import Steps

Point = tuple[int, int]


@dataclass(frozen=True)
class Area:
    """A kommune in a part of the map.

    Attributes:
        path: SVG path data, to be filled with the even-odd rule.
        box: left, upper, right, lower.
        label: the best place for a label; None where that is outside the part.
    """

    path: str
    box: Box
    label: Point | None


@dataclass(frozen=True)
class DrawnPart:
    """A part of the map.

    Attributes:
        part: which.
        box: what it fills: left, upper, right, lower.
        areas: its kommuner by kommunekode, in file order.
        coast: SVG path data of the land of all of them together; empty where no coast is drawn.
    """

    part: MapPart
    box: Box
    areas: Mapping[str, Area]
    coast: str = ""


@dataclass(frozen=True)
class Drawing:
    """The whole figure, in whole units with y downward.

    Attributes:
        width: of the figure.
        height: of the figure.
        enlarged: the outline, on the country's part, of the area that greater Copenhagen's part enlarges.
        parts: the country first, as in geodata.map_part.MAP_PARTS.
        neighbours: the kommuner that share a land border with each, by kommunekode; empty for an island.
        steps: where the arrow keys lead from each kommune.
    """

    width: int
    height: int
    enlarged: str
    parts: tuple[DrawnPart, ...]
    neighbours: Mapping[str, tuple[str, ...]]
    steps: Steps

    @classmethod
    def load(cls, path: Path = FILE) -> "Drawing":
        """Read the drawing of a border file.

        Raises:
            BorderError: a file is missing or unreadable, or the drawing has another checksum than the border file's sidecar says.
        """
        file, sidecar = drawing_path(path), path.with_suffix(".json")
        content, wanted = read_whole(file), read_sidecar(sidecar)["drawing_sha256"]
        digest = hashlib.sha256(content).hexdigest()
        if digest != wanted:
            mismatch = f"{file.name} has sha256 {digest[:16]}…, but {sidecar.name} says {wanted[:16]}…"
            raise BorderError(f"{mismatch}; {REMEDY}")
        drawing = json.loads(content)
        parts = tuple(_read_part(part, drawn) for part, drawn in zip(MAP_PARTS, drawing["parts"], strict=True))
        neighbours = {code: tuple(others) for code, others in drawing["neighbours"].items()}
        return cls(drawing["width"], drawing["height"], drawing["enlarged"], parts, neighbours, Steps.read(drawing))


def drawing_path(borders: Path) -> Path:
    """The file that has the drawing of a border file.

    >>> drawing_path(Path("geodata/kommuner.geojson")).name
    'kommuner_tegning.json'
    """
    return borders.with_name(f"{borders.stem}_tegning.json")


def _read_part(part: MapPart, drawn: dict[str, Any]) -> DrawnPart:
    areas = {code: Area(area["path"], tuple(area["box"]), area["label"] and tuple(area["label"])) for code, area in drawn["areas"].items()}
    return DrawnPart(part, tuple(drawn["box"]), areas, drawn["coast"])
