"""The borders of the kommuner as the running app serves them: the bytes of the file, never parsed into shapes."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.map_part import Box
from geodata.problem import BorderError

FILE = Path(__file__).parent / "kommuner.geojson"
CHECKSUMS = ("sha256", "drawing_sha256")  # of the borders and of their drawing, in the sidecar
REMEDY = "build it again with python -m geodata.build"
Point = tuple[float, float]


@dataclass(frozen=True)
class Borders:
    """The content of the border file, and what is computed from it when it is loaded.

    Attributes:
        content: the GeoJSON, UTF-8, WGS84 longitude and latitude; outer rings clockwise; feature id is the kommunekode.
        digest: the first 16 hex digits of its SHA-256, which are in the address that it is served at.
        labels: the best place for a label in each kommune, longitude and latitude in degrees, by kommunekode.
        boxes: west, south, east, north of each kommune in degrees, by kommunekode.
        provenance: the content of the sidecar: source, licence, dates, tolerance and more.
    """

    content: bytes
    digest: str
    labels: dict[str, Point]
    boxes: dict[str, Box]
    provenance: dict[str, Any]

    @classmethod
    def load(cls, path: Path = FILE) -> "Borders":
        """Read the file and its sidecar.

        Raises:
            BorderError: a file is missing or unreadable, or the borders have another checksum than their sidecar says.
        """
        content, sidecar = read_whole(path), path.with_suffix(".json")
        provenance = read_sidecar(sidecar)
        digest = hashlib.sha256(content).hexdigest()
        if digest != provenance["sha256"]:
            mismatch = f"{path.name} has sha256 {digest[:16]}…, but {sidecar.name} says {provenance['sha256'][:16]}…"
            raise BorderError(f"{mismatch}; {REMEDY}")
        features = json.loads(content)["features"]
        return cls(
            content=content,
            digest=digest[:16],
            labels={feature["id"]: tuple(feature["properties"]["label"]) for feature in features},
            boxes={feature["id"]: tuple(feature["bbox"]) for feature in features},
            provenance=provenance,
        )

    def within(self, box: Box) -> list[str]:
        """The kommuner whose bounding box overlaps a box in degrees, in file order.

        ::

            borders.within((14.6, 54.9, 15.3, 55.4))  # ['0400'], Bornholm
        """
        west, south, east, north = box
        return [code for code, (w, s, e, n) in self.boxes.items() if w < east and e > west and s < north and n > south]

    def check_codes(self, codes: set[str]) -> None:
        """Check that the kommuner of the borders are those of the figures.

        Raises:
            BorderError: a code is in only one of the two.
        """
        unmatched = sorted(codes ^ set(self.boxes))
        if unmatched:
            mismatch = f"kommune {', '.join(unmatched)} is in the borders or in the figures, but not in both"
            raise BorderError(f"{mismatch}; build the borders again or correct kommuner.csv")


def read_whole(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        BorderError: it can't be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise BorderError(f"{path.name} can't be read ({error.strerror}); restore it, or {REMEDY}") from error


def read_sidecar(path: Path) -> dict[str, Any]:
    """What the sidecar of the borders says; both checksums are there.

    Raises:
        BorderError: it can't be read, or is no such sidecar.
    """
    content = read_whole(path)
    try:
        said = json.loads(content)
    except ValueError as error:  # no JSON, or no UTF-8
        raise BorderError(f"{path.name} can't be read ({error}); restore it, or {REMEDY}") from error
    if not isinstance(said, dict) or not all(isinstance(said.get(name), str) for name in CHECKSUMS):
        raise BorderError(f"{path.name} lacks {' or '.join(CHECKSUMS)}; restore it, or {REMEDY}")
    return said
