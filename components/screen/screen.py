"""A view with everything that is shown of it: what the pages with a map are made from."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from markupsafe import Markup

from components.address.site import Site
from components.address.view import LIST, TILES, View, to_query
from components.atlas import Atlas
from components.map.model import build_map_model
from components.map.svg import Link, build_map_svg
from components.markup.html import Element
from components.panel.comparison import build_comparison
from components.panel.layer import build_map_layer
from components.panel.panel import build_panel
from components.panel.piece import MapLayer, PlacePiece
from components.panel.tiles import build_tiles
from components.wording import texts
from components.wording.validity import describe_move
from data.place import COUNTRY
from data.profile.figures import Figures
from geodata.steps import Steps


@dataclass(frozen=True)
class Screen:
    """A view, and what is shown of it.

    Attributes:
        view: what the address asks for.
        notice: what is to be told of the address, such as a parameter that was ignored; empty for nothing.
        figures: those of the view's edition.
        place: the panel of the view's place, or its comparison.
        layer: what the indicator puts on the map and below it.
        map: the map as SVG.
        steps: where the arrow keys lead on it.
        tiles: the tile map, where the view asks for it.
    """

    view: View
    notice: str
    figures: Figures
    place: PlacePiece
    layer: MapLayer
    map: Markup
    steps: Steps
    tiles: Element | None


def build_place(view: View, figures: Figures, atlas: Atlas) -> PlacePiece:
    """The panel of a view's place, or its comparison."""
    if view.kommune and view.sammenlign:
        return build_comparison(view.kommune, view.sammenlign, figures, atlas.offer, view.emne)
    news = atlas.archive.news(view.udgave)
    return build_panel(view.kommune or COUNTRY, figures, news, atlas.offer, view.emne)


def build_screen(view: View, told: Collection[str], figures: Figures, atlas: Atlas, link: Link) -> Screen:
    """Builds everything that is shown of a view.

    Args:
        view: what the address asks for.
        told: what is to be told of the address: parameters that were ignored, and regioner that have become part of another.
        figures: the figures of the view's edition.
        atlas: borders, and what can be had.
        link: gives the address that a kommune of the map leads to.
    """
    indicator = figures.registry[view.tal]
    model = build_map_model(indicator, figures)
    svg = build_map_svg(model, atlas.drawing, view.kommune, view.sammenlign, link)
    tiles = build_tiles(model, view, atlas.tiling, link) if view.vis == TILES else None
    notice = " ".join(describe_move(figures.former[name]) if name in figures.former else texts.NOTICES[name] for name in told)
    layer = build_map_layer(indicator, figures, atlas.borders, with_table=view.vis == LIST)
    return Screen(view, notice, figures, build_place(view, figures, atlas), layer, svg, atlas.drawing.steps, tiles)


def lasting_address(screen: Screen, site: Site) -> str:
    """The whole address at which these figures will always be found, since it names their edition.

    "https://kort.bl.dk/?kommune=0326&udgave=2025"
    """
    edition = screen.figures.edition
    view = replace(screen.view, udgave=edition.name if edition else None, emne=(), vis="")
    return site.whole("/" + to_query(view, screen.figures.registry.roles.main))
