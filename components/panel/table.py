"""The table of all kommuner with the indicator's values: the same as the map, for everyone who can't or won't use a map."""

from collections.abc import Mapping
from typing import Any

from components.address.view import link
from components.markup import html
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.panel.key_figure import build_example_mark
from components.wording.formats import format_missing, format_value, name_briefly
from data.place import Place
from data.profile.computed.measure import order_by_value
from data.profile.profile import Entry


def build_table(title: str, entries: Mapping[str, Entry], places: Mapping[str, Place], country: Entry) -> Element:
    """A row per kommune in Danish order of name, the country first.

    Each row has its position in the order of either column (``data-navn``, ``data-vaerdi``), so that assets/panel/table.js can
    sort without knowing the Danish alphabet or number format. Missing values come last.

    Args:
        title: indicator and period.
        entries: the indicator's figure by kommunekode.
        places: all places by code.
        country: the indicator's figure for the whole country.
    """
    order = _order_by_value(entries)
    rows = [
        _build_row(place, entries[code], number, order[code], places)
        for number, (code, place) in enumerate((code, places[code]) for code in entries)
    ]
    total = html.Tr(
        [
            html.Th("Hele landet", scope="row"),
            html.Td(""),
            html.Td(build_table_value(country), className="tal"),
            html.Td(""),
        ],
        className="landet",
    )
    head = html.Tr(
        [
            _build_head("navn", "Kommune", "ascending"),
            html.Th("Region", scope="col"),
            _build_head("vaerdi", name_briefly(country.indicator), "none"),
            html.Th(_name_rank_column(entries), scope="col"),
        ]
    )
    return html.Table(
        [
            html.Caption(title),
            html.Thead(head),
            html.Tbody([total], className="ialt"),
            html.Tbody(rows, className="raekker"),
        ],
        className="tabel",
    )


def _name_rank_column(entries: Mapping[str, Entry]) -> str:
    """How many kommuner are ranked, "Plads af 98", so that the ranks below can be bare numbers."""
    counts = {entry.rank.of for entry in entries.values() if entry.rank}
    return f"Plads af {max(counts)}" if counts else "Plads"


def _build_head(column: str, text: str, order: str) -> Element:
    return html.Th(html.Button(text, type="button", **data(sorter=column)), scope="col", **aria(sort=order))


def _order_by_value(entries: Mapping[str, Entry]) -> dict[str, int]:
    """Each code's position from the highest value to the lowest; missing values after all others."""
    known = {code: entry.reading.value for code, entry in entries.items() if entry.reading.value is not None}
    codes = [*order_by_value(known, highest_first=True), *(code for code in entries if code not in known)]
    return {code: number for number, code in enumerate(codes)}


def _build_row(place: Place, entry: Entry, by_name: int, by_value: int, places: Mapping[str, Place]) -> Element:
    cells = [
        html.Th(html.A(place.name, href=link(kommune=place.code)), scope="row"),
        html.Td(places[place.region].name.removeprefix("Region ")),
        html.Td(build_table_value(entry), className="tal"),
        html.Td(str(entry.rank.position) if entry.rank else "", className="tal"),
    ]
    return html.Tr(cells, **data(kode=place.code, navn=str(by_name), vaerdi=str(by_value)))


def build_table_value(entry: Entry) -> list[Any]:
    """The value with its unit, or why there is none."""
    reading = entry.reading
    if reading.value is None:
        return [html.Span(format_missing(reading), className="mangler")]
    mark = build_example_mark(reading.is_example)
    return [format_value(reading.value, entry.indicator), *([" ", *mark] if mark else [])]
