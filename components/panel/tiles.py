"""The tile map with what its listbox needs, as it stands in a page and as a piece that is fetched."""

from components.address.view import View
from components.map.listbox import describe_listbox
from components.map.model import MapModel
from components.map.svg import Link
from components.map.tiles import build_tiles_svg
from components.markup import html
from components.markup.attribute import aria
from components.markup.html import Element
from components.wording import texts
from geodata.tiling import Tiling


def build_tiles(model: MapModel, view: View, tiling: Tiling, link: Link) -> Element:
    """The element that takes the map's place.

    Args:
        model: the indicator.
        view: for the places that are marked.
        tiling: where each tile lies.
        link: the address that a kommune leads to.
    """
    svg = build_tiles_svg(model, tiling, view.kommune, view.sammenlign, link)
    label, listbox = aria(label=texts.TILES_LABEL), describe_listbox(tiling.steps)
    return html.Div(svg, role="group", className="kortramme fliseramme", **label, **listbox)
