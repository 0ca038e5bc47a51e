"""The project's borders as the running app serves them: bytes under a content hash, never parsed into shapes."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.map_part import Box
from geodata.problem import BorderError

FILE = Path(__file__).parent / "kommuner.geojson"
Point = tuple[float, float]


@dataclass(frozen=True)
class Borders:
    """The border file.

    Attributes:
        content: the GeoJSON, UTF-8, WGS84 longitude and latitude; outer rings clockwise; feature id is the kommunekode.
        digest: the first 16 hex digits of its SHA-256; the address under which it is served.
        labels: where a label stands best in each kommune, longitude and latitude in degrees.
        boxes: west, south, east, north of each kommune in degrees.
        provenance: the sidecar (source, licence, dates, tolerance).
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
            BorderError: the file is not the one that the sidecar describes.
        """
        content = path.read_bytes()
        sidecar = path.with_suffix(".json")
        provenance = json.loads(sidecar.read_text(encoding="utf-8"))
        digest = hashlib.sha256(content).hexdigest()
        if digest != provenance["sha256"]:
            found = f"{path.name} has sha256 {digest[:16]}…, but {sidecar.name} says {provenance['sha256'][:16]}…"
            raise BorderError(f"{found}; build it again with python -m geodata.build")
        features = json.loads(content)["features"]
        return cls(
            content=content,
            digest=digest[:16],
            labels={feature["id"]: tuple(feature["properties"]["label"]) for feature in features},
            boxes={feature["id"]: tuple(feature["bbox"]) for feature in features},
            provenance=provenance,
        )

    def within(self, box: Box) -> list[str]:
        """The kommuner whose bounding box meets this one, in file order."""
        west, south, east, north = box
        return [code for code, (w, s, e, n) in self.boxes.items() if w < east and e > west and s < north and n > south]

    def check_codes(self, codes: set[str]) -> None:
        """The borders' kommuner must be the figures' kommuner, both ways.

        Raises:
            BorderError: a code is in one of them only.
        """
        odd = sorted(codes ^ set(self.boxes))
        if odd:
            where = f"kommune {', '.join(odd)} is in the borders or in the figures, but not in both"
            raise BorderError(f"{where}; build the borders again or correct kommuner.csv")
