"""The three parts of the map: the country, and Bornholm and greater Copenhagen as insets; what each shows, and its place in the figure."""

from dataclasses import dataclass
from math import cos, radians

ASPECT = 700 / 640  # width to height of the figure; assets/map/map.css keeps the same
Box = tuple[float, float, float, float]  # west, south, east, north; of a drawing left, upper, right, lower


@dataclass(frozen=True)
class MapPart:
    """A rectangle of the figure with a map of its own.

    Attributes:
        box: west, south, east, north in degrees.
        left: left edge as a part of the figure's width.
        low: lower edge as a part of the figure's height, from below.
        width: as a part of the figure's width; the height follows from the box.
        title: heading of an inset; empty for the country, which is no inset and has no border.
    """

    box: Box
    left: float
    low: float
    width: float
    title: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle of the box, in degrees.

        >>> MapPart(box=(8.0, 54.0, 12.0, 58.0), left=0.0, low=0.0, width=1.0).middle
        (10.0, 56.0)
        """
        west, south, east, north = self.box
        return (west + east) / 2, (south + north) / 2

    @property
    def right(self) -> float:
        """Right edge as a part of the figure's width: ``left`` and ``width`` added."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Upper edge as a part of the figure's height, from below.

        The height follows from the width, so that the box is not distorted; a degree of longitude is shortened by the cosine of
        the latitude. It ends at the figure's edge.

        >>> square_at_the_equator = MapPart(box=(0.0, -1.0, 2.0, 1.0), left=0.0, low=0.0, width=0.5)
        >>> square_at_the_equator.top == 0.5 * ASPECT
        True
        """
        west, south, east, north = self.box
        return min(1.0, self.low + self.width * ASPECT * (north - south) / ((east - west) * cos(radians(self.middle[1]))))


COUNTRY = MapPart(box=(8.02, 54.53, 12.84, 57.78), left=0.0, low=0.0, width=0.77)
BORNHOLM = MapPart(
    box=(14.62, 54.96, 15.22, 55.33), left=0.83, low=0.06, width=0.16, title="Bornholm, forstørret"
)  # in the south-east, where it lies
CAPITAL = MapPart(  # above North Zealand, clear of Anholt
    box=(11.98, 55.50, 12.80, 55.99),
    left=0.628,
    low=0.515,
    width=0.37,
    title="Hovedstaden, forstørret",
)
MAP_PARTS = (COUNTRY, BORNHOLM, CAPITAL)
