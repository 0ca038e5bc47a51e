"""What the reader looks at, and its address. The address is the only state; assets/address/address.js reads it by the same rules."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode

from components.address.choices import NEWEST, Choices
from data.place import normalise_code

LIST, TILES = "liste", "fliser"
SHOWN = (LIST, TILES)


class Parameter(StrEnum):
    """The address's parameters."""

    KOMMUNE = "kommune"
    SAMMENLIGN = "sammenlign"
    TAL = "tal"
    UDGAVE = "udgave"
    EMNE = "emne"
    VIS = "vis"


@dataclass(frozen=True)
class View:
    """What is shown.

    Attributes:
        kommune: code of place A; None for the whole country.
        sammenlign: code of place B, a kommune, a region or the country, to compare with; None where nothing is compared.
        tal: key of the indicator on the map.
        udgave: name of the edition; None for the newest, also when the address is opened years from now.
        emne: keys of the topics whose cards are open, in the registry's order.
        vis: LIST or TILES where the list of the kommuner or the tile map stands in the map's place; empty for the map.
    """

    kommune: str | None
    sammenlign: str | None
    tal: str
    udgave: str | None = None
    emne: tuple[str, ...] = ()
    vis: str = ""


def from_query(query: str, choices: Choices) -> tuple[View, list[str]]:
    """The view that a query string asks for, and what is to be told of it: the parameters that were ignored as unknown or contradictory.

    Nothing raises: bad values fall back to the country, no comparison, the default indicator and the newest edition. The last of two equal
    parameters counts. A comparison without a kommune, or of a kommune with itself, is ignored. In place of a region that ended before the
    edition's day stands the one that it is part of; then its old code is told.

    >>> choices = Choices(["0326", "0101"], ["0000"], ["andel", "beboere"])
    >>> from_query("?kommune=326&tal=beboere&sammenlign=9999", choices)
    (View(kommune='0326', sammenlign=None, tal='beboere', udgave=None, emne=(), vis=''), ['sammenlign'])
    """
    asked = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=False))
    kommune = normalise_code(asked.get(Parameter.KOMMUNE, ""))
    udgave = asked.get(Parameter.UDGAVE, "")
    known_udgave = udgave in choices.editions
    written = normalise_code(asked.get(Parameter.SAMMENLIGN, ""))
    other = choices.moved.get(udgave if known_udgave else NEWEST, {}).get(written, written)
    tal, vis = asked.get(Parameter.TAL, ""), asked.get(Parameter.VIS, "")
    opened = asked.get(Parameter.EMNE, "").split(",")
    emne = tuple(key for key in choices.topics if key in opened)
    known_a = kommune in choices.kommuner
    known_b = known_a and other != kommune and (other in choices.kommuner or other in choices.areas)
    known_tal = tal in choices.indicators
    told = [
        name.value
        for name, given, known in (
            (Parameter.KOMMUNE, kommune, known_a),
            (Parameter.SAMMENLIGN, other, known_b),
            (Parameter.TAL, tal, known_tal),
            (Parameter.UDGAVE, udgave, known_udgave),
            (Parameter.EMNE, "".join(opened), set(opened) <= set(choices.topics)),
            (Parameter.VIS, vis, vis in SHOWN),
        )
        if given and not known
    ]
    told += [written] if known_b and other != written else []
    shown = tal if known_tal else choices.indicators[0]
    edition = udgave if known_udgave else None
    return View(kommune if known_a else None, other if known_b else None, shown, edition, emne, vis if vis in SHOWN else ""), told


def to_query(view: View, default: str) -> str:
    """The query string of a view, with its question mark; defaults are left out. The inverse of ``from_query``.

    >>> to_query(View("0326", "0101", "andel"), default="andel")
    '?kommune=0326&sammenlign=0101'

    Args:
        view: what is shown.
        default: the indicator that is shown where the address names none.
    """
    pairs = (
        (Parameter.KOMMUNE, view.kommune),
        (Parameter.SAMMENLIGN, view.sammenlign),
        (Parameter.TAL, view.tal if view.tal != default else None),
        (Parameter.UDGAVE, view.udgave),
        (Parameter.EMNE, ",".join(view.emne)),
        (Parameter.VIS, view.vis),
    )
    query = urlencode([(name.value, value) for name, value in pairs if value], safe=",")
    return f"?{query}" if query else ""


def link(**changes: str) -> str:
    """An address within the page that changes only the named parameters; an empty value takes one away.

    assets/address/address.js keeps the others as they are; without a script the link still opens the page.

    >>> link(kommune="0326", sammenlign="")
    '?kommune=0326&sammenlign='
    """
    return "?" + urlencode({Parameter(name).value: value for name, value in changes.items()})


def edition_parameter(edition: str | None) -> str:
    """The query string that asks for an edition, or nothing for the newest."""
    return f"?{Parameter.UDGAVE.value}={edition}" if edition else ""
