"""The forms that a press picture comes in."""

from enum import StrEnum


class AspectRatio(StrEnum):
    """Width to height, as it stands in the address."""

    WIDE = "16x9"
    SQUARE = "1x1"
    TALL = "4x5"

    @property
    def words(self) -> str:
        """Width to height as people write it."""
        return self.replace("x", ":")
