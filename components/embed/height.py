"""How high a frame is, for code that says so: that of a host page, and oEmbed. Measured; a browser test holds the numbers to be right."""

from components.address.embed_options import Form, Frame
from components.address.view import View

NARROW, MIDDLE, WIDE = 360, 584, 700  # pixels: widths at which the shapes are measured; wider frames have WIDE's height
UNKNOWN = 1400  # pixels, for a frame of panels chosen one by one: usable, with a scroll bar where it is not enough
# pixels by shape and width; the style sheet keeps room, so that they hold for every place (assets/embed/shape.css)
HEIGHTS: dict[Form, dict[int, int]] = {
    Form.KORT: {NARROW: 732, MIDDLE: 842, WIDE: 886},
    Form.NOEGLETAL: {NARROW: 1106, MIDDLE: 808, WIDE: 755},
    Form.BEGGE: {NARROW: 1554, MIDDLE: 1024, WIDE: 938},
    Form.SAMMENLIGNING: {NARROW: 1102, MIDDLE: 702, WIDE: 689},
}


def find_height(frame: Frame, view: View, width: int | None) -> int:
    """Pixels that a frame needs. Between two measured widths it is the larger of their heights, so that nothing is cut off.

    >>> view = View("0326", None, "andel")
    >>> find_height(Frame(), view, 700), find_height(Frame(form=Form.KORT), view, None), find_height(Frame(form=None), view, 700)
    (938, 886, 1400)

    Args:
        frame: its options.
        view: what it shows; two places beside each other are not as high as one.
        width: in pixels; None for the host page's whole column, which may be any: then the height fits every width from NARROW on.
    """
    if frame.form is None:
        return UNKNOWN
    heights = HEIGHTS[_find_form(frame.form, view)]
    if width is None:
        return max(heights.values())
    if width < NARROW:
        return heights[NARROW] * NARROW // width  # the text takes more lines
    below = max(measured for measured in heights if measured <= width)
    above = min((measured for measured in heights if measured >= width), default=WIDE)
    return max(heights[below], heights[above])


def _find_form(form: Form, view: View) -> Form:
    """The shape whose height a frame has: figures of a pair are a comparison, and a comparison without a pair is figures."""
    if form in {Form.NOEGLETAL, Form.SAMMENLIGNING}:
        return Form.SAMMENLIGNING if view.kommune and view.sammenlign else Form.NOEGLETAL
    return form
