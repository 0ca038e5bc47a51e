"""The options of the map in a frame (``iframe``) on another page: which panels, with or without the map, in which colour.

``/indlejr?kommune=0326&paneler=hovedtal,boligtyper&kort=nej&farve=blaa&id=forside``. Nothing raises: an unknown or contradictory value is
ignored and named in a notice, as in the rest of the address. assets/embed/frame.js reads the same where the pages lie as static files.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

from data.registry.registry import Registry

NONE = "ingen"
NO = "nej"
YES = "ja"
NAME_LENGTH = 80
# panels that are not the registry's: keys as in their CSS class panel--<key>
MORE_PANELS = {
    "udvikling": "Udvikling",
    "nyt": "Nyt i denne udgave",
    "boligorganisationer": "Boligorganisationer",
    "sammenlign": "Sammenlign med",
    "fakta": "Værd at vide",
    "filer": "Hent tallene",
}


class FrameParameter(StrEnum):
    """The parameters that only a frame has."""

    PANELER = "paneler"
    KORT = "kort"
    FARVE = "farve"
    ID = "id"


class Accent(StrEnum):
    """The colours that a host page can choose for links, bars and the large number; the map keeps its own, which are a scale."""

    TEGL = "tegl"
    BLAA = "blaa"
    GROEN = "groen"
    GRAA = "graa"


@dataclass(frozen=True)
class Frame:
    """How a frame shows its view.

    Attributes:
        panels: keys of the panels that are shown, in the registry's order; None for all of them.
        with_map: whether the map is shown.
        accent: the colour.
        name: what the host page calls the frame; it is sent back with the frame's height.
    """

    panels: tuple[str, ...] | None = None
    with_map: bool = True
    accent: Accent = Accent.TEGL
    name: str = ""


def list_panels(registry: Registry) -> dict[str, str]:
    """Key and title of every panel that a frame can show or leave out."""
    return {panel.key: panel.title for panel in registry.panels.values()} | MORE_PANELS


def list_former_keys(registry: Registry) -> dict[str, str]:
    """The keys that panels had, which addresses of frames on other pages still name, with their present keys."""
    return {former: panel.key for panel in registry.panels.values() for former in panel.formerly}


def read_frame(query: str, known: Collection[str], former: Mapping[str, str] = MappingProxyType({})) -> tuple[Frame, list[FrameParameter]]:
    """The options in a query string, and the parameters whose values were ignored.

    A frame with neither map nor panels would be empty: then the map is shown.

    >>> read_frame("?paneler=hovedtal&kort=nej&farve=lilla", ["hovedtal", "boligtyper"])
    (Frame(panels=('hovedtal',), with_map=False, accent=<Accent.TEGL: 'tegl'>, name=''), [<FrameParameter.FARVE: 'farve'>])

    Args:
        query: with or without its question mark.
        known: keys of all panels.
        former: the keys that panels had, with their present keys.
    """
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=False)
    asked = dict(pairs)
    named = ",".join(value for name, value in pairs if name == FrameParameter.PANELER)  # a form without a script repeats it
    panels, panels_known = _read_panels([former.get(name, name) for name in named.split(",") if name], known)
    wanted = asked.get(FrameParameter.KORT, YES)
    accent = asked.get(FrameParameter.FARVE, Accent.TEGL)
    with_map = wanted != NO or panels == ()
    checks = (
        (FrameParameter.PANELER, panels_known),
        (FrameParameter.KORT, wanted == YES or (wanted == NO and not with_map)),
        (FrameParameter.FARVE, accent in set(Accent)),
    )
    ignored = [name for name, is_known in checks if not is_known]
    return Frame(
        panels, with_map, Accent(accent) if accent in set(Accent) else Accent.TEGL, _shorten(asked.get(FrameParameter.ID, ""))
    ), ignored


def _shorten(name: str) -> str:
    """A name that can stand in a page: without control characters, and at most NAME_LENGTH long."""
    return "".join(filter(str.isprintable, name))[:NAME_LENGTH]


def _read_panels(names: list[str], known: Collection[str]) -> tuple[tuple[str, ...] | None, bool]:
    """The known panels among names (None, all of them, where none is known), and whether every name was known."""
    if names == [NONE]:
        return (), True
    found = tuple(name for name in known if name in names)
    return None if len(found) in {0, len(known)} else found, all(name in known for name in names)


def write_frame(frame: Frame) -> str:
    """The options as part of a query string, without ``?`` or ``&``; defaults are left out.

    >>> write_frame(Frame(panels=("hovedtal", "boligtyper"), with_map=False, accent=Accent.BLAA))
    'paneler=hovedtal,boligtyper&kort=nej&farve=blaa'
    """
    panels = None if frame.panels is None else ",".join(frame.panels) or NONE
    accent = None if frame.accent is Accent.TEGL else frame.accent.value
    pairs: Iterable[tuple[FrameParameter, str | None]] = (
        (FrameParameter.PANELER, panels),
        (FrameParameter.KORT, None if frame.with_map else NO),
        (FrameParameter.FARVE, accent),
        (FrameParameter.ID, frame.name),
    )
    return urlencode([(name.value, value) for name, value in pairs if value], safe=",")
