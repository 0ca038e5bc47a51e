"""Links to files: the figures of a place, a comparison or an indicator, printed sheets, and pictures."""

from collections.abc import Sequence

from components.address.edition import edition_query
from components.address.file_name import describe_places, name_file
from components.address.offer import OF_SERVER, Offer
from components.address.open_data import API, EVERYTHING, FILE_FORMATS
from components.address.press import AspectRatio
from components.address.view import Parameter
from components.markup import html
from components.markup.attribute import aria
from components.markup.html import Element
from components.wording import texts
from components.wording.formats import SPACE, name_figure
from components.wording.spoken.links import (
    ALL_FIGURES,
    name_file_link,
    name_paper_link,
    name_table_of_figure,
    name_table_of_places,
)
from data.place import Place, PlaceKind
from data.profile.figures import Figures
from data.registry.indicator import Indicator

ASPECT_NAMES = {AspectRatio.WIDE: "bredt", AspectRatio.SQUARE: "kvadrat", AspectRatio.TALL: "højt"}
FILES, TABLE_FILES = "filer", "filer-tabel"  # ids: of the files of a place or a comparison, of those of an indicator
NO_EXAMPLES = "Eksempeltal er ikke med i filerne."


def build_place_files(place: Place, figures: Figures, offer: Offer = OF_SERVER) -> Element:
    """All figures of a place; for a kommune also its printed sheet, welcome package and press pictures, as far as they can be had."""
    more: list[Element] = []
    if place.kind is PlaceKind.KOMMUNE:
        more += [build_sheet_link(place, figures)] if offer.sheets else []
        more += [_link_to_package(place, figures), *_link_to_pictures(place, figures)] if offer.on_request else []
    label, address = f"Hent tallene for {place.full_name}", f"{API}/kommuner/{place.code}"
    links = _link_to_files(address, describe_places([place]), name_table_of_places([place]), figures)
    return _build_section(FILES, "Brug tallene", label, [*more, *links], figures)


def _link_to_pictures(place: Place, figures: Figures) -> list[Element]:
    """Links to the press pictures in all aspect ratios."""
    query = edition_query(figures)
    named = {aspect: f"Billede {aspect.words}{SPACE}({ASPECT_NAMES[aspect]})" for aspect in AspectRatio}
    return [
        html.A(words, href=f"/presse/{place.code}-{aspect}.png{query}", **aria(label=name_paper_link(words, [place])))
        for aspect, words in named.items()
    ]


def build_pair_files(place: Place, other: Place, figures: Figures, offer: Offer = OF_SERVER) -> list[Element]:
    """All figures of two places, and a printed sheet of both, where it can be had."""
    label = f"Hent tallene for {place.full_name} og {other.full_name}"
    sheet = [build_sheet_link(place, figures, other)] if offer.on_request else []
    address = f"{API}/sammenligning/{place.code}-{other.code}"
    links = _link_to_files(address, describe_places([place, other]), name_table_of_places([place, other]), figures)
    return [_build_section(FILES, "Brug sammenligningen", label, [*sheet, *links], figures)]


def _link_to_package(place: Place, figures: Figures) -> Element:
    named = aria(label=name_paper_link(texts.PRINT_PACKAGE, [place]))
    return html.A(texts.PRINT_PACKAGE, href=f"/velkomstpakke/{place.code}.pdf{edition_query(figures)}", **named)


def build_sheet_link(place: Place, figures: Figures, other: Place | None = None) -> Element:
    """A link to the printed sheet of the edition and the comparison that are on the screen."""
    edition = [edition_query(figures).removeprefix("?")] if edition_query(figures) else []
    query = "&".join([*([f"{Parameter.SAMMENLIGN.value}={other.code}"] if other else []), *edition])
    named = aria(label=name_paper_link(texts.PRINT_SHEET, [place, *([other] if other else [])]))
    return html.A(texts.PRINT_SHEET, href=f"/kommuneark/{place.code}.pdf" + (f"?{query}" if query else ""), **named)


def build_table_files(indicator: Indicator, figures: Figures) -> list[Element]:
    """An indicator's figures for all places, the map as a picture, and all figures of all places."""
    query = edition_query(figures)
    picture = html.A("Kortet som billede (PNG)", href=f"/kort/{indicator.key}.png{query}", className="baer-visning")
    described = html.A("beskrivelse for udviklere", href=f"{API}/openapi.json")
    links = _link_to_files(f"{API}/indikatorer/{indicator.key}", indicator.key, name_table_of_figure(indicator), figures)
    return [
        _build_section(TABLE_FILES, "Hent tabellen", f"Hent tabellen: {name_figure(indicator)}", links, figures),
        html.P(picture, className="filer-mere"),
        html.P(["Alle tal for alle kommuner: ", *_build_everything(figures), described], className="filer-mere"),
    ]


def _build_everything(figures: Figures) -> list[Element | str]:
    links = _link_to_files(f"{API}/{EVERYTHING}", EVERYTHING, ALL_FIGURES, figures)
    return [part for link in links for part in (link, " · ")]


def _link_to_files(address: str, about: str, holds: str, figures: Figures) -> list[Element]:
    """A link for each file format. ``download`` names the file where the server does not, as with a static export.

    Args:
        address: of the files, without their endings.
        about: the part of their names that says what is in them.
        holds: the same in words, for the links' names: "Tabel for Kalundborg".
        figures: the edition.
    """
    query = edition_query(figures)
    return [
        html.A(
            each.link,
            href=f"{address}.{each.ending}{query}",
            download=name_file([about], figures, each.ending),
            **aria(label=name_file_link(holds, each.link)),
        )
        for each in FILE_FORMATS
    ]


def _build_section(element: str, heading: str, label: str, links: Sequence[Element], figures: Figures) -> Element:
    note = [html.P(NO_EXAMPLES, className="panel-note")] if figures.with_examples else []
    content = [html.H3(heading), html.Ul([html.Li(link) for link in links], className="filer"), *note]
    return html.Section(content, id=element, className="panel panel--filer", **aria(label=label))
