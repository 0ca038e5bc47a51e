"""Where an arrow key leads from each kommune: the next one to the north, east, south and west, as the builder worked it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DIRECTIONS = ("north", "east", "south", "west")
NOWHERE = "--"
Step = str | None  # a kommunekode; None where nobody lies in that direction


@dataclass(frozen=True)
class Steps:
    """The next kommune in each direction.

    Attributes:
        next: by kommunekode, in the order of DIRECTIONS.
        ends: the northernmost kommune and the southernmost.
    """

    next: Mapping[str, tuple[Step, ...]]
    ends: tuple[str, str]

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> "Steps":
        """From the fields ``steps`` and ``ends`` of a file."""
        north, south = content["ends"]
        return cls({code: tuple(others) for code, others in content["steps"].items()}, (north, south))

    def write_short(self) -> str:
        """All steps as one text: two digits for each, the number of the kommune in the order of the codes, from 00.

        Four of them, in the order of DIRECTIONS, for each kommune in that order; "--" where nobody lies there. A third of the bytes of
        the codes; assets/map/listbox.js reads it.

        >>> Steps({"0101": (None, "0147", None, None), "0147": (None, None, None, "0101")}, ("0101", "0147")).write_short()
        '--01----------00'
        """
        number = {code: f"{place:02d}" for place, code in enumerate(sorted(self.next))}
        return "".join(number[other] if other else NOWHERE for code in sorted(self.next) for other in self.next[code])
