"""The aspect ratios of press pictures."""

from enum import StrEnum


class AspectRatio(StrEnum):
    """Width to height, as it stands in the address: ``/presse/0326-16x9.png``."""

    WIDE = "16x9"
    SQUARE = "1x1"
    TALL = "4x5"

    @property
    def words(self) -> str:
        """Width to height as people write it: "16:9"."""
        return self.replace("x", ":")
