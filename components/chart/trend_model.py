"""What the trend says, as lines and scales: plotly's figure and the SVG are made from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from components.theme import DIM, INK, SECOND
from components.wording.formats import format_value
from components.wording.trend import describe_trend
from data.place import Place
from data.profile.profile import KommuneProfile
from data.profile.trend import Point, list_known
from data.registry.indicator import Indicator

SCALES = {30: 10, 70: 20, 100: 25}  # upper end of the axis of values, and the step between its ticks, in pct.


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn.

    Attributes:
        colour: of line and symbols.
        width: in pixels.
        dash: in plotly's words.
        symbol: at each point of the line; None for no symbols.
    """

    colour: str
    width: float
    dash: Literal["solid", "dash", "dot"]
    symbol: Literal["circle", "diamond"] | None = None


COUNTRY_STROKE = Stroke(DIM, 1.5, "dot")
PLACE_STROKES = (Stroke(INK, 2.5, "solid", "circle"), Stroke(SECOND, 2.5, "dash", "diamond"))


@dataclass(frozen=True)
class TrendLine:
    """A place's line: its value in every year, None where none is published."""

    place: Place
    points: tuple[tuple[int, float | None], ...]
    stroke: Stroke

    @property
    def known(self) -> tuple[Point, ...]:
        """The years that have a value, with it."""
        return list_known(self.points)


@dataclass(frozen=True)
class TrendModel:
    """The lines and the axes that they are drawn on.

    Attributes:
        indicator: what is shown over time.
        lines: the country's, then those of the places that have figures over time.
        top: the upper end of the axis of values, one of SCALES, so that most kommuner have the same scale; the lower end is 0.
    """

    indicator: Indicator
    lines: tuple[TrendLine, ...]
    top: int

    @property
    def span(self) -> tuple[float, float]:
        """The ends of the axis of years, with room for the symbols of the first and the last: ``(2015.7, 2026.3)``."""
        return self.years[0] - 0.3, self.years[-1] + 0.3

    @property
    def years(self) -> list[int]:
        """All years in order, also those of which nothing is published."""
        return [year for year, _ in self.lines[0].points]

    @property
    def marks(self) -> list[int]:
        """The ticks of the axis of values: ``[0, 10, 20, 30]``."""
        return list(range(0, self.top + 1, SCALES[self.top]))

    @property
    def gap(self) -> tuple[float, float] | None:
        """The span of years of which nothing is published: ``(2020.5, 2022.5)`` where 2021 and 2022 are missing; None for no gap."""
        years = [int(period) for period in self.indicator.gaps]
        return (min(years) - 0.5, max(years) + 0.5) if years else None

    def describe_point(self, year: int, value: float) -> str:
        """The year and its value: "2024: 15,5 pct."."""
        return f"{year}: {format_value(value, self.indicator)}"

    def describe(self) -> str:
        """The trend in words, as ``describe_trend``."""
        country, *places = self.lines
        lines = [(line.place.name, line.points) for line in places]
        return describe_trend(lines, (country.place.full_name, country.points), self.indicator)


def build_trend_model(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> TrendModel:
    """The trend of one or two places beside the country.

    Args:
        places: place A and, if there is one, place B; the country itself and places without figures over time are left out.
        country: the country.
        indicator: what is shown; it must have figures over time for the country.
    """
    shown = [place for place in places if place.place.code != country.place.code and _has_values(place, indicator)]
    lines = [_build_line(country, indicator, COUNTRY_STROKE)]
    lines += [_build_line(place, indicator, stroke) for place, stroke in zip(shown, PLACE_STROKES, strict=False)]
    highest = max(value for line in lines for _, value in line.known)
    return TrendModel(indicator, tuple(lines), next(top for top in SCALES if highest <= top))


def _has_values(profile: KommuneProfile, indicator: Indicator) -> bool:
    return bool(list_known(profile[indicator.key].series))


def _build_line(profile: KommuneProfile, indicator: Indicator, stroke: Stroke) -> TrendLine:
    points = tuple((int(period), value) for period, value in profile[indicator.key].series)
    return TrendLine(profile.place, points, stroke)
