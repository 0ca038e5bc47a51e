"""What is chosen on the page that writes the HTML for a frame."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from components.address.embed_options import YES, Form, Frame, FrameParameter, read_frame
from components.address.view import View, from_query
from components.atlas import Atlas

WIDTH = "bredde"
OWN = "egen"  # value of the field "form" where panels and map are chosen one by one: the frame's address has no shape then
NAMED = {FrameParameter.PANELER.value, FrameParameter.KORT.value}


@dataclass(frozen=True)
class Choice:
    """What is chosen on the page: view, options of the frame, and its width in pixels (empty for the host page's whole column)."""

    view: View
    frame: Frame
    width: str

    @property
    def lacks_pair(self) -> bool:
        """Whether a comparison is wanted and not both places are chosen."""
        return self.frame.form is Form.SAMMENLIGNING and not (self.view.kommune and self.view.sammenlign)


def read_choice(query: str, atlas: Atlas) -> Choice:
    """What a query string chooses: that of a frame, or what the form sends without a script."""
    view, _ = from_query(query, atlas.choices)
    frame, _ = read_frame(_as_frame(query), atlas.archive.public(None).registry)
    return Choice(view, frame, _read_width(query))


def _as_frame(query: str) -> str:
    """The query string of the frame: a form sends its panels along with the shape, which goes before them here.

    >>> _as_frame("form=kort&paneler=hovedtal&kort=ja&farve=blaa"), _as_frame("form=egen&paneler=hovedtal&kort=ja")
    ('form=kort&farve=blaa', 'paneler=hovedtal&kort=ja')
    """
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=False)
    form = dict(pairs).get(FrameParameter.FORM, "")
    if form == OWN:
        named = [(name, value) for name, value in pairs if name != FrameParameter.FORM]
        return urlencode(named if NAMED & dict(named).keys() else [*named, (FrameParameter.KORT.value, YES)])
    return urlencode([(name, value) for name, value in pairs if not (form and name in NAMED)])


def _read_width(query: str) -> str:
    text = dict(parse_qsl(query.removeprefix("?"))).get(WIDTH, "")
    return text if text.isascii() and text.isdigit() and 0 < int(text) < 10_000 else ""  # no screen is wider
