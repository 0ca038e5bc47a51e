"""What assets/map/listbox.js needs to lay a listbox over a map: words, and where the arrow keys lead, as attributes of the map's frame."""

from typing import Any

from components.wording import texts
from geodata.steps import Steps


def describe_listbox(steps: Steps, kommune: str | None = None, compare: str = "") -> dict[str, Any]:
    """The attributes, to be unpacked into the element with the class ``kortramme``.

    >>> describe_listbox(Steps({"0101": (None, None, None, None)}, ("0101", "0101")))["data-veje"]
    '--------'

    Args:
        steps: where the arrow keys lead.
        kommune: the picked kommune, on a page that has no other script; others keep theirs in the ``body``.
        compare: the address of a comparison up to the other's code, on such a page.
    """
    words = {"liste": texts.LISTBOX, "taster": texts.LISTBOX_KEYS, "som-a": texts.PICKED_AS_A, "som-b": texts.PICKED_AS_B}
    found = words | {"veje": steps.write_short(), "ender": " ".join(steps.ends)}
    found |= {"kommune": kommune, "sammenlign": compare} if kommune else {}
    return {f"data-{name}": value for name, value in found.items()}
