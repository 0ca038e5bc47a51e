"""The list of all 98 kommuner by region, with one indicator: the map as a list."""

from components.address import pages
from components.address.edition import edition_query
from components.address.pages import list_address
from components.address.place import place_address
from components.address.site import Site
from components.atlas import Atlas
from components.map.model import MapModel, build_map_model
from components.markup import html
from components.markup.head import Head
from components.markup.html import Element
from components.markup.links import write_view_links
from components.panel.further.files import build_table_files
from components.panel.table import build_table_value
from components.screen.plain_page import write_plain_page
from components.wording import texts
from components.wording.coverage import NOT_ON_MAP, list_unmapped
from components.wording.formats import name_briefly, name_figure
from components.wording.validity import describe_validity
from data.place import Place, danish_order
from data.profile.figures import Figures
from data.registry.indicator import Indicator
from data.sentence import capitalise


def build_place_list(indicator: Indicator, atlas: Atlas, figures: Figures, site: Site, notice: str = "") -> str:
    """The whole page.

    Args:
        indicator: that is listed.
        atlas: borders.
        figures: the edition.
        site: where the pages lie.
        notice: which of the address's parameters were ignored, in words.
    """
    model = build_map_model(indicator, figures)
    head = Head(
        title=f"{texts.PLACE_LIST_TITLE}: {model.title} - {texts.TITLE}",
        description=f"{model.title}, for alle 98 kommuner, region for region.",
        address=list_address(indicator.key, figures.registry.roles.main),
        preview=pages.COUNTRY_PREVIEW,
    )
    line = model.source_line(figures.source(indicator), atlas.borders)
    body = [
        html.H1(texts.PLACE_LIST_TITLE),
        html.P(
            [
                html.Strong(model.title),
                ". ",
                html.Span(line.warning),
                line.before,
                html.A(line.source_name, href=line.source.link),
                ".",
            ]
        ),
        _build_choice(indicator, figures),
        *(_build_region(region, model, figures) for region in _list_regions(figures)),
        *build_table_files(indicator, figures),
    ]
    return write_plain_page(head, body, site, write_view_links(site), figures=figures, notice=notice)


def _list_regions(figures: Figures) -> list[Place]:
    return sorted(figures.regions, key=lambda place: danish_order(place.name))


def _build_choice(indicator: Indicator, figures: Figures) -> Element:
    """Links to the list with the other indicators, folded away."""
    main = figures.registry.roles.main
    rows = [
        html.Li(html.A(name_figure(one), href=list_address(one.key, main) + edition_query(figures)))
        for one in figures.mappable
        if one.key != indicator.key
    ]
    unlisted = [html.Li(f"{name}: {why}") for name, why, _ in list_unmapped(figures)]
    return html.Details(
        [
            html.Summary("Vis et andet tal"),
            html.Ul(rows, className="tal-liste"),
            html.P(f"{NOT_ON_MAP}:"),
            html.Ul(unlisted, className="tal-liste"),
        ],
        className="kilde",
    )


def _build_region(region: Place, model: MapModel, figures: Figures) -> Element:
    members = [place for place in figures.kommuner if place.region == region.code]
    own = figures.profile(region.code)[model.indicator.key]
    head = html.Tr([html.Th("Kommune", scope="col"), html.Th(name_briefly(model.indicator), scope="col"), html.Th("Plads", scope="col")])
    total = html.Tr([html.Th(region.name, scope="row"), html.Td(build_table_value(own), className="tal"), html.Td("")], className="landet")
    rows = [_build_row(place, model, figures) for place in members]
    validity = describe_validity(region)
    note = [html.P(f"{capitalise(validity)}.", className="gyldig")] if validity else []
    caption = html.Caption([html.H2(f"{region.name}, {len(members)} kommuner"), *note])
    table = html.Table([caption, html.Thead(head), html.Tbody([total, *rows])], className="tabel")
    anchors = [html.Span(id=f"r{code}") for code in region.takes_over]  # older links lead here
    return html.Section([*anchors, table], id=f"r{region.code}", className="region")


def _build_row(place: Place, model: MapModel, figures: Figures) -> Element:
    entry = model.entries[place.code]
    name = html.A(place.name, href=place_address(place) + edition_query(figures))
    rank = str(entry.rank.position) if entry.rank else ""
    return html.Tr([html.Th(name, scope="row"), html.Td(build_table_value(entry), className="tal"), html.Td(rank, className="tal")])
