"""Sizes and distances of a press picture in each aspect ratio."""

from dataclasses import dataclass
from typing import assert_never

from components.address.press import AspectRatio

COLUMN_GAP = 24


@dataclass(frozen=True)
class Layout:
    """Lengths and sizes of type, in units of SHARPNESS pixels of the PNG.

    Attributes:
        width: of the picture.
        height: of the picture.
        margin: free of ink on every side.
        name_size: largest size of the kommune's name.
        number_size: largest size of the main figure's number.
        map_width: of the locator map.
        columns: how many of the other figures stand side by side.
        type_scale: factor on all other sizes of type, 1 where there is most room.
        gap: between the parts.
        is_wide: whether the map begins beside the name (wide picture) or below it.
        has_bars: whether there is room for two bars, the kommune's and the country's.
    """

    width: int
    height: int
    margin: int
    name_size: int
    number_size: int
    map_width: int
    columns: int
    type_scale: float
    gap: int
    is_wide: bool
    has_bars: bool

    @property
    def inner(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def lead_width(self) -> int:
        """The width that the map leaves for the words beside it."""
        return self.inner - self.map_width - COLUMN_GAP

    @property
    def kicker_size(self) -> float:
        """Of the line above the name."""
        return 15 * self.type_scale

    @property
    def heading_size(self) -> float:
        """Of the main figure's label."""
        return 16 * self.type_scale

    @property
    def label_size(self) -> float:
        """Of the other figures' labels."""
        return 14 * self.type_scale

    @property
    def standing_size(self) -> float:
        """Of period and rank."""
        return 13 * self.type_scale

    @property
    def value_size(self) -> float:
        """Largest size of the other figures' numbers."""
        return 32 * self.type_scale

    @property
    def reason_size(self) -> float:
        """Of the words that stand where a figure is missing."""
        return 17 * self.type_scale

    @property
    def source_size(self) -> float:
        """Of the source line."""
        return 10.5 * self.type_scale


def lay_out(aspect: AspectRatio) -> Layout:
    """The layout of a picture with this aspect ratio."""
    match aspect:
        case AspectRatio.WIDE:
            return Layout(
                960, 540, 40, name_size=40, number_size=96, map_width=300, columns=4, type_scale=1, gap=15, is_wide=True, has_bars=True
            )
        case AspectRatio.SQUARE:
            return Layout(
                540, 540, 28, name_size=32, number_size=76, map_width=160, columns=2, type_scale=0.86, gap=15, is_wide=False, has_bars=False
            )
        case AspectRatio.TALL:
            return Layout(
                540, 675, 28, name_size=34, number_size=92, map_width=224, columns=2, type_scale=0.86, gap=23, is_wide=False, has_bars=True
            )
        case _:
            assert_never(aspect)
