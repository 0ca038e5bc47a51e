"""The three parts of the map: which part of Denmark each shows, and where it stands in the figure."""

from dataclasses import dataclass
from math import cos, radians

ASPECT = 700 / 640  # width to height of the figure; assets/map/map.css keeps the same
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class MapPart:
    """A part of the figure with a map of its own.

    Attributes:
        box: west, south, east, north in degrees.
        left: left edge as a part of the figure's width.
        low: lower edge as a part of the figure's height, from below.
        width: as a part of the figure's width; the height follows from the box.
        title: what stands over it; a part without one is the country itself and is not framed.
    """

    box: Box
    left: float
    low: float
    width: float
    title: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle of the box, in degrees."""
        west, south, east, north = self.box
        return (west + east) / 2, (south + north) / 2

    @property
    def right(self) -> float:
        """Right edge as a part of the figure's width."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Upper edge as a part of the figure's height, from below: the box is shown undistorted, within the figure."""
        west, south, east, north = self.box
        return min(1.0, self.low + self.width * ASPECT * (north - south) / ((east - west) * cos(radians(self.middle[1]))))


COUNTRY = MapPart(box=(8.02, 54.53, 12.84, 57.78), left=0.0, low=0.0, width=0.77)
BORNHOLM = MapPart(box=(14.62, 54.96, 15.22, 55.33), left=0.83, low=0.06, width=0.16, title="Bornholm")  # in the south-east, where it lies
CAPITAL = MapPart(  # above North Zealand, clear of Anholt
    box=(11.98, 55.50, 12.80, 55.99),
    left=0.628,
    low=0.515,
    width=0.37,
    title="Hovedstaden, forstørret",
)
MAP_PARTS = (COUNTRY, BORNHOLM, CAPITAL)
