"""The forms that a press picture comes in, and how its parts lie in each."""

from dataclasses import dataclass
from typing import assert_never

from components.address.press import AspectRatio

COLUMN_GAP = 24


@dataclass(frozen=True)
class Layout:
    """Lengths in units: SHARPNESS pixels of the PNG each.

    Attributes:
        width: of the picture.
        height: of the picture.
        margin: free of ink on every side.
        name: largest size of the kommune's name.
        number: largest size of the one big number.
        map_width: of the small map.
        columns: how many figures stand side by side.
        text: size of all other type, 1 where there is most room.
        gap: between the parts.
        is_wide: whether the map stands beside the name, not below it.
        bars: whether there is room for the country as a bar below the kommune's.
    """

    width: int
    height: int
    margin: int
    name: int
    number: int
    map_width: int
    columns: int
    text: float
    gap: int
    is_wide: bool
    bars: bool

    @property
    def inner(self) -> int:
        """Between the margins."""
        return self.width - 2 * self.margin

    @property
    def lead(self) -> int:
        """What the map leaves of that."""
        return self.inner - self.map_width - COLUMN_GAP

    @property
    def kicker(self) -> float:
        """Size of the line above the name."""
        return 15 * self.text

    @property
    def heading(self) -> float:
        """Size of what the big number is."""
        return 16 * self.text

    @property
    def label(self) -> float:
        """Size of what a figure is."""
        return 14 * self.text

    @property
    def stand(self) -> float:
        """Size of period and rank."""
        return 13 * self.text

    @property
    def value(self) -> float:
        """Largest size of a figure."""
        return 32 * self.text

    @property
    def reason(self) -> float:
        """Size of why there is no figure."""
        return 17 * self.text

    @property
    def source(self) -> float:
        """Size of the source line."""
        return 10.5 * self.text


def lay_out(form: AspectRatio) -> Layout:
    """The layout of a form."""
    match form:
        case AspectRatio.WIDE:
            return Layout(960, 540, 40, name=40, number=96, map_width=300, columns=4, text=1, gap=15, is_wide=True, bars=True)
        case AspectRatio.SQUARE:
            return Layout(540, 540, 28, name=32, number=76, map_width=160, columns=2, text=0.86, gap=15, is_wide=False, bars=False)
        case AspectRatio.TALL:
            return Layout(540, 675, 28, name=34, number=92, map_width=224, columns=2, text=0.86, gap=23, is_wide=False, bars=True)
        case _:
            assert_never(form)
