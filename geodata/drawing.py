"""The borders drawn as SVG paths, as geodata.draw made them: loaded and checked, with nothing left to compute."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.borders import FILE
from geodata.frame import FRAMES, Box, Frame
from geodata.problem import BorderError

Spot = tuple[int, int]


@dataclass(frozen=True)
class Area:
    """A kommune within a frame.

    Attributes:
        path: SVG path data, to be filled by the even-odd rule.
        box: left, upper, right, lower.
        label: where a label stands best; None where that lies outside the frame.
    """

    path: str
    box: Box
    label: Spot | None


@dataclass(frozen=True)
class DrawnFrame:
    """A frame with the ``box`` that it fills (left, upper, right, lower) and its kommuner by kommunekode, in file order."""

    frame: Frame
    box: Box
    areas: Mapping[str, Area]


@dataclass(frozen=True)
class Drawing:
    """The whole figure, in whole units with y downward.

    Attributes:
        width: of the figure.
        height: of the figure.
        enlarged: the path of the area that greater Copenhagen's frame enlarges.
        frames: the country first, as in geodata.frame.FRAMES.
        neighbours: the kommuner that share a land border with each, by kommunekode; empty for an island.
    """

    width: int
    height: int
    enlarged: str
    frames: tuple[DrawnFrame, ...]
    neighbours: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, path: Path = FILE) -> "Drawing":
        """Read the drawing that stands beside a border file.

        Raises:
            BorderError: the drawing is not the one that the border file's sidecar describes.
        """
        file, sidecar = drawing_path(path), path.with_suffix(".json")
        content = file.read_bytes()
        wanted = json.loads(sidecar.read_text(encoding="utf-8"))["drawing_sha256"]
        digest = hashlib.sha256(content).hexdigest()
        if digest != wanted:
            found = f"{file.name} has sha256 {digest[:16]}…, but {sidecar.name} says {wanted[:16]}…"
            raise BorderError(f"{found}; build it again with python -m geodata.build")
        drawing = json.loads(content)
        frames = tuple(_read_frame(frame, drawn) for frame, drawn in zip(FRAMES, drawing["frames"], strict=True))
        neighbours = {code: tuple(others) for code, others in drawing["neighbours"].items()}
        return cls(drawing["width"], drawing["height"], drawing["enlarged"], frames, neighbours)


def drawing_path(borders: Path) -> Path:
    """Where the drawing of a border file stands: beside it."""
    return borders.with_name(f"{borders.stem}_tegning.json")


def _read_frame(frame: Frame, drawn: dict[str, Any]) -> DrawnFrame:
    areas = {code: Area(area["path"], tuple(area["box"]), area["label"] and tuple(area["label"])) for code, area in drawn["areas"].items()}
    return DrawnFrame(frame, tuple(drawn["box"]), areas)
