"""How high a frame is, for code that says so: that of a host page, and oEmbed. Measured; a browser test holds the numbers to be right."""

from components.address.embed_options import Form, Frame
from components.address.view import View

NARROW, MIDDLE, WIDE = 360, 584, 700  # pixels: widths at which the shapes are measured; wider frames have WIDE's height
UNKNOWN = 1400  # pixels, for a frame of panels chosen one by one: usable, with a scroll bar where it is not enough
# pixels by shape and width; the style sheet keeps room, so that they hold for every place (assets/embed/shape.css)
HEIGHTS: dict[Form, dict[int, int]] = {
    Form.KORT: {NARROW: 730, MIDDLE: 842, WIDE: 886},
    Form.NOEGLETAL: {NARROW: 1106, MIDDLE: 808, WIDE: 755},
    Form.BEGGE: {NARROW: 1361, MIDDLE: 888, WIDE: 839},
    Form.SAMMENLIGNING: {NARROW: 1102, MIDDLE: 702, WIDE: 689},
}


PAIR_BESIDE_MAP = {NARROW: 1462, MIDDLE: 931, WIDE: 820}  # of the shape with map and figures, where two places stand beside each other


def find_height(frame: Frame, view: View, width: int | None) -> int:
    """Pixels that a frame needs. Between two measured widths it is the larger of their heights, so that nothing is cut off.

    >>> view = View("0326", None, "andel")
    >>> find_height(Frame(), view, 700), find_height(Frame(form=Form.KORT), view, None), find_height(Frame(form=None), view, 700)
    (839, 886, 1400)

    Args:
        frame: its options.
        view: what it shows; two places beside each other are not as high as one.
        width: in pixels; None for the host page's whole column, which may be any: then the height fits every width from NARROW on.
    """
    if frame.form is None:
        return UNKNOWN
    heights = _find_heights(frame.form, view)
    if width is None:
        return max(heights.values())
    if width < NARROW:
        return heights[NARROW] * NARROW // width  # the text takes more lines
    below = max(measured for measured in heights if measured <= width)
    above = min((measured for measured in heights if measured >= width), default=WIDE)
    return max(heights[below], heights[above])


def _find_heights(form: Form, view: View) -> dict[int, int]:
    """Those of a shape. Figures of a pair are a comparison, and a comparison without a pair is figures."""
    is_pair = bool(view.kommune and view.sammenlign)
    if form is Form.BEGGE and is_pair:
        return PAIR_BESIDE_MAP
    if form in {Form.NOEGLETAL, Form.SAMMENLIGNING}:
        return HEIGHTS[Form.SAMMENLIGNING if is_pair else Form.NOEGLETAL]
    return HEIGHTS[form]
