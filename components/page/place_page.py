"""A kommune's own page: all its figures, its map and its neighbours, readable without a script."""

from typing import Any

from components.address import pages
from components.address.edition import edition_query
from components.address.pages import oembed_address
from components.address.place import place_address
from components.address.site import Site
from components.address.view import Parameter, View, link, to_query
from components.atlas import Atlas
from components.chart.shared import draw_shared
from components.markup import html
from components.markup.attribute import aria
from components.markup.head import Head
from components.markup.html import Element
from components.markup.links import Resolve, apply_link, write_page_links
from components.page.dataset import describe_dataset
from components.panel.explanation import cite
from components.panel.further.files import build_sheet_link
from components.panel.further.nearby import list_neighbours
from components.screen.plain_page import write_plain_page
from components.screen.screen import Screen, build_screen, lasting_address
from components.screen.scripts import write_map_script
from components.screen.sections import build_map_section, build_trend_section
from components.wording import texts
from components.wording.edition import describe_edition
from components.wording.summary import summarise
from components.wording.trend import write_trend_note
from data.place import Place
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile


def build_place_page(code: str, atlas: Atlas, figures: Figures, site: Site, notice: str = "") -> str:
    """The whole page.

    Args:
        code: of the kommune.
        atlas: borders, and what can be had.
        figures: the edition.
        site: where the pages lie.
        notice: which of the address's parameters were ignored, in words.

    Raises:
        KeyError: there is no place with this code.
    """
    view = View(code, None, atlas.choices.indicators[0], None if figures.is_newest or figures.edition is None else figures.edition.name)
    resolve = _resolve_links(view, figures, atlas)
    screen = build_screen(view, [], figures, atlas, lambda code: site.path(resolve(link(kommune=code))))
    body, links = _build_body(screen, atlas, site), write_page_links(site, resolve)
    scripts = write_map_script()
    return write_plain_page(_describe(screen, site), body, site, links, scripts, figures=figures, notice=notice)


def _resolve_links(view: View, figures: Figures, atlas: Atlas) -> Resolve:
    """Links to a kommune lead to its own page, all others (such as comparisons) to the dashboard."""
    default = atlas.choices.indicators[0]

    def resolve(address: str) -> str:
        wanted = apply_link(view, address, default)
        if wanted.kommune and not wanted.sammenlign:
            return place_address(figures.places[wanted.kommune]) + edition_query(figures)
        return "/" + to_query(wanted, default)

    return resolve


def _describe(screen: Screen, site: Site) -> Head:
    figures, registry = screen.figures, screen.figures.registry
    profile = figures.profile(str(screen.view.kommune))
    place = profile.place
    address = place_address(place)
    return Head(
        title=f"{_heading(place)} - {texts.TITLE}",
        description=summarise(profile, profile[registry.roles.main], profile[registry.roles.rent], exactly=True),
        address=address,
        preview=f"{address}.png{edition_query(figures)}",
        structured_data=describe_dataset(profile, figures, site),
        oembed=oembed_address(pages.EMBED + to_query(screen.view, registry.roles.main), site),
    )


def _heading(place: Place) -> str:
    return f"Almene boliger i {place.full_name}"


def _build_body(screen: Screen, atlas: Atlas, site: Site) -> list[Any]:
    figures = screen.figures
    place = figures.places[str(screen.view.kommune)]
    compare = site.path("/" + to_query(screen.view, figures.registry.roles.main)) + f"&{Parameter.SAMMENLIGN.value}="
    figures_column = [
        html.Div(screen.place.head, id="panel-hoved"),
        html.Div(screen.place.panel, id="panel-indhold"),
        build_trend_section(screen, figures.registry.main),
        _build_sources(figures.profile(place.code), figures),
    ]
    return [
        draw_shared(figures, with_codes=False),
        _build_crumbs(place, figures),
        html.H1(_heading(place)),
        _build_links_on(screen, place, atlas),
        html.Div(
            [build_map_section(screen, None, compare=compare), html.Section(figures_column, id="laesning", className="laesning")],
            className="spalter",
        ),
        *_build_nearby(place, screen, atlas),
        html.Div(screen.place.suggestions, id="hent", tabIndex="-1"),  # the link to it takes the focus along
        html.P(f"{describe_edition(figures)}. {texts.HOW_COMPUTED} {texts.HOW_MISSING}", className="panel-note"),
        html.P([texts.PRINTED_FROM, lasting_address(screen, site)], className="kun-udskrift"),
    ]


def _build_sources(profile: KommuneProfile, figures: Figures) -> Element:
    """All sources of the page's figures, in full: on paper the explanations do not fold out."""
    keys = dict.fromkeys(entry.reading.source for entry in profile.entries.values() if entry.reading.value is not None)
    rows = [html.Li(cite(figures.registry.sources[key])) for key in keys]
    main = figures.registry.main
    note = html.P(write_trend_note([(profile.place.name, profile[main.key].series)], main) or None, className="panel-note")
    return html.Section([html.H3("Kilder"), html.Ul(rows, className="kilder"), note], className="panel panel--kilder")


def _build_crumbs(place: Place, figures: Figures) -> Element:
    region, everywhere = figures.places[place.region], pages.PLACE_LIST + edition_query(figures)
    return html.Nav(
        [html.A(texts.PLACE_LIST_TITLE, href=everywhere), " › ", html.A(region.name, href=f"{everywhere}#r{region.code}")],
        className="sti",
        **aria(label="Hvor siden hører til"),
    )


def _build_links_on(screen: Screen, place: Place, atlas: Atlas) -> Element:
    """Links to the dashboard, the printed sheet and the data."""
    dashboard = "/" + to_query(screen.view, screen.figures.registry.roles.main)
    sheet = build_sheet_link(place, screen.figures)
    links = [
        html.A("Vis på det interaktive kort", href=dashboard),
        *([sheet] if atlas.offer.sheets else []),
        html.A("Hent tallene", href="#hent"),
    ]
    return html.P([part for one in links for part in (" · ", one)][1:], className="veje")


def _build_nearby(place: Place, screen: Screen, atlas: Atlas) -> list[Element]:
    """Links to the pages of the neighbours and of the most similar kommuner."""
    figures = screen.figures
    neighbours = list_neighbours(place.code, figures, atlas.drawing)
    similar = [figures.places[code] for code in figures.profile(place.code).similar]
    return [
        *_build_links("Nabokommuner", neighbours),
        *_build_links(f"Kommuner, der minder om {place.name}", similar),
    ]


def _build_links(heading: str, places: list[Place]) -> list[Element]:
    if not places:
        return []
    rows = [html.Li(html.A(place.name, href=link(kommune=place.code))) for place in places]
    return [html.Section([html.H3(heading), html.Ul(rows, className="forslag")], className="panel panel--naboer")]
