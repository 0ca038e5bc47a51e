"""What can be done with the place that is shown, at the head of its figures: print it, compare it, share it."""

from components.address.offer import Offer
from components.markup import html, ids
from components.markup.html import Element
from components.panel.further.files import build_sheet_link
from components.panel.further.nearby import COMPARE
from components.wording import texts
from data.place import Place, PlaceKind
from data.profile.figures import Figures


def build_actions(place: Place, other: Place | None, figures: Figures, offer: Offer) -> Element:
    """A row of links and a button, few steps of the tab key after the search fields.

    Only a kommune can be compared and has a sheet. A comparison's sheet is made when it is asked for, which files can't. The button is
    the dashboard's, and works by assets/dashboard/copy.js.

    Args:
        place: that is shown, or the first of the two.
        other: what it is compared with.
        figures: the edition.
        offer: what may be led to.
    """
    is_kommune = place.kind is PlaceKind.KOMMUNE
    has_sheet = is_kommune and (offer.on_request if other else offer.sheets)
    sheet = [build_sheet_link(place, figures, other)] if has_sheet else []
    compare = [html.A(texts.COMPARE, href=f"#{COMPARE}", target="_self", className="til-sammenligning")] if is_kommune and not other else []
    copy = [html.Button(texts.COPY, id=ids.COPY, type="button"), html.Span(id=ids.COPY_ANSWER, className="svar")]
    return html.P([*sheet, *compare, *copy], className="handlinger")
