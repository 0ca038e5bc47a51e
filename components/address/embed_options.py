"""The options of the map in a frame (``iframe``) on another page: its shape or its own choice of panels, and its colour.

``/indlejr?kommune=0326&form=noegletal&farve=blaa&id=forside``, or panel by panel ``/indlejr?paneler=hovedtal,boligtyper&kort=nej``.
Nothing raises: an unknown or contradictory value is ignored and named in a notice, as in the rest of the address.
assets/embed/frame.js reads the same where the pages lie as static files.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
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

    FORM = "form"
    PANELER = "paneler"
    KORT = "kort"
    FARVE = "farve"
    ID = "id"


class Form(StrEnum):
    """The shapes of a frame; what each shows says ``Frame.shown``."""

    KORT = "kort"
    NOEGLETAL = "noegletal"
    BEGGE = "begge"
    SAMMENLIGNING = "sammenligning"


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
        form: the shape; None where panels and map were chosen one by one, in which case alone ``panels`` and ``with_map`` count.
    """

    panels: tuple[str, ...] | None = None
    with_map: bool = True
    accent: Accent = Accent.TEGL
    name: str = ""
    form: Form | None = Form.BEGGE

    def shown(self, topics: Collection[str]) -> tuple[tuple[str, ...] | None, bool]:
        """Keys of the panels that are shown (None for all) and whether the map is; the main figure is there wherever a panel is.

        >>> Frame(form=Form.KORT).shown(["boligtyper"]), Frame(form=Form.NOEGLETAL).shown(["boligtyper"])
        (((), True), (('boligtyper',), False))

        Args:
            topics: keys of the topics, which are what a shape with figures has.
        """
        if self.form is None:
            return self.panels, self.with_map
        return () if self.form is Form.KORT else tuple(topics), self.form in {Form.KORT, Form.BEGGE}


def list_panels(registry: Registry) -> dict[str, str]:
    """Key and title of every panel that a frame can show or leave out."""
    return {panel.key: panel.title for panel in registry.panels.values()} | MORE_PANELS


def list_former_keys(registry: Registry) -> dict[str, str]:
    """The keys that panels had, which addresses of frames on other pages still name, with their present keys."""
    return {former: panel.key for panel in registry.panels.values() for former in panel.formerly}


def read_frame(query: str, registry: Registry) -> tuple[Frame, list[FrameParameter]]:
    """The options in a query string, and the parameters whose values were ignored.

    An address with ``paneler`` or ``kort`` has no shape: it shows what frames showed before there were shapes, and a shape that it names is
    ignored. A frame with neither map nor panels would be empty: then the map is shown.

    >>> read_frame("?form=kort&farve=lilla", Registry.load())[1]
    [<FrameParameter.FARVE: 'farve'>]
    >>> read_frame("?paneler=hovedtal&kort=nej", Registry.load())[0]
    Frame(panels=('hovedtal',), with_map=False, accent=<Accent.TEGL: 'tegl'>, name='', form=None)

    Args:
        query: with or without its question mark.
        registry: whose panels an address can name, also by the keys that they had.
    """
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=False)
    asked = dict(pairs)
    named = ",".join(value for name, value in pairs if name == FrameParameter.PANELER)  # a form without a script repeats it
    former = list_former_keys(registry)
    panels, panels_known = _read_panels([former.get(name, name) for name in named.split(",") if name], list_panels(registry))
    wanted = asked.get(FrameParameter.KORT, YES)
    accent = asked.get(FrameParameter.FARVE, Accent.TEGL)
    with_map = wanted != NO or panels == ()
    is_own = bool({FrameParameter.PANELER, FrameParameter.KORT} & asked.keys())
    form = asked.get(FrameParameter.FORM, Form.BEGGE)
    checks = (
        (FrameParameter.FORM, form in set(Form) and not (is_own and FrameParameter.FORM in asked)),
        (FrameParameter.PANELER, panels_known),
        (FrameParameter.KORT, wanted == YES or (wanted == NO and not with_map)),
        (FrameParameter.FARVE, accent in set(Accent)),
    )
    return Frame(
        panels,
        with_map,
        Accent(accent) if accent in set(Accent) else Accent.TEGL,
        _shorten(asked.get(FrameParameter.ID, "")),
        None if is_own else Form(form) if form in set(Form) else Form.BEGGE,
    ), [name for name, is_known in checks if not is_known]


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

    >>> write_frame(Frame(form=Form.KORT, accent=Accent.BLAA))
    'form=kort&farve=blaa'
    >>> write_frame(Frame(panels=("hovedtal", "boligtyper"), with_map=False, form=None))
    'paneler=hovedtal,boligtyper&kort=nej'
    >>> write_frame(Frame(form=None))
    'kort=ja'
    """
    panels = None if frame.panels is None else ",".join(frame.panels) or NONE
    with_map = (YES if panels is None else None) if frame.with_map else NO
    own = {FrameParameter.PANELER: panels, FrameParameter.KORT: with_map}
    shape = {FrameParameter.FORM: None if frame.form is Form.BEGGE else frame.form and frame.form.value}
    accent = None if frame.accent is Accent.TEGL else frame.accent.value
    parts = (own if frame.form is None else shape) | {FrameParameter.FARVE: accent, FrameParameter.ID: frame.name}
    return urlencode([(name.value, value) for name, value in parts.items() if value], safe=",")
