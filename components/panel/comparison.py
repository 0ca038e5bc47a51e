"""The comparison: two places side by side, in the same rows and on the same scale, and their difference in words."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.address.offer import OF_SERVER, Offer
from components.address.view import link
from components.chart.trend_plot import build_trend_figure
from components.chart.trend_svg import draw_trend_svg
from components.markup.attribute import aria
from components.panel.bars import draw_bar
from components.panel.explanation import explain, explain_second
from components.panel.further.files import build_pair_files
from components.panel.further.news import build_edition_notice
from components.panel.key_figure import build_label, build_value
from components.panel.panel import build_validity
from components.panel.piece import PlacePiece
from components.panel.section import build_gaps
from components.panel.trend_key import build_trend_key
from components.wording.difference import describe_difference, describe_scale, measure_bars, summarise_pair
from components.wording.formats import capitalise, format_period
from components.wording.gap import list_gaps, list_only_one
from components.wording.standing import EXAMPLE, describe_rank, name_as_heading
from data.place import COUNTRY, Place, PlaceKind
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.registry.panel import Group, Panel
from data.registry.registry import Registry

LETTERS = ("a", "b")


def build_comparison(code: str, other: str, figures: Figures, offer: Offer = OF_SERVER) -> PlacePiece:
    """The same as ``build_panel``, for two places.

    Args:
        code: of kommune A.
        other: of place B, a kommune, a region or the country.
        figures: the edition.
        offer: what may be led to.

    Raises:
        KeyError: one of the codes is no place.
    """
    pair = (figures.profile(code), figures.profile(other))
    registry = figures.registry
    return PlacePiece(
        heading=f"{name_as_heading(pair[0])} og {pair[1].place.full_name}",
        shortcut=f"Se {pair[0].place.name} over for {pair[1].place.name} ↓",
        panel=html.Div(
            [
                _build_head(pair, registry),
                *(section for panel in registry.panels.values() for section in _build_section(panel, pair, registry)),
                *build_gaps([*list_only_one(pair), *list_gaps(pair, registry)]),
            ],
            className="sammenligning",
        ),
        trend=build_trend_figure(pair, figures.profile(COUNTRY), registry.main),
        trend_svg=Markup(draw_trend_svg(pair, figures.profile(COUNTRY), registry.main)),  # noqa: S704 # escaped there
        trend_key=build_trend_key(pair, figures.profile(COUNTRY), registry.main, figures.source(registry.main)),
        suggestions=html.Div(build_pair_files(pair[0].place, pair[1].place, figures, offer)),
        edition_notice=build_edition_notice(figures),
    )


def _build_head(pair: tuple[KommuneProfile, KommuneProfile], registry: Registry) -> Component:
    a, b = (profile.place for profile in pair)
    return html.Header(
        [
            html.Div(
                [
                    _build_name(
                        a,
                        "a",
                        link(kommune=b.code, sammenlign="") if b.kind is PlaceKind.KOMMUNE else link(kommune="", sammenlign=""),
                    ),
                    _build_name(b, "b", link(sammenlign="")),
                ],
                className="navne",
            ),
            html.P(summarise_pair(pair, registry), className="resume"),
            html.P([html.A("Byt om på A og B", href=link(kommune=b.code, sammenlign=a.code), className="byt")])
            if b.kind is PlaceKind.KOMMUNE
            else None,
        ],
        className="panel-hoved",
    )


def _build_name(place: Place, letter: str, remove: str) -> Component:
    mark = html.Span(letter.upper(), className=f"maerke maerke--{letter}")
    remove_link = html.A("Fjern", href=remove, className="fjern", **aria(label=f"Fjern {place.name}"))
    return html.Div([mark, html.H2(capitalise(place.full_name)), *build_validity(place), remove_link], className=f"navn-{letter}")


def _build_section(panel: Panel, pair: tuple[KommuneProfile, KommuneProfile], registry: Registry) -> list[Component]:
    """The panel's groups with what both places have; nothing where they have nothing in common."""
    body = [part for group in registry.groups_of(panel.key) for part in _build_group(group, pair, registry)]
    return [html.Section([html.H3(panel.title), *body], className=f"panel panel--{panel.key}")] if body else []


def _build_group(group: Group, pair: tuple[KommuneProfile, KommuneProfile], registry: Registry) -> list[Component]:
    entries = [
        (first, second)
        for first, second in zip(*(profile.in_group(group) for profile in pair), strict=True)
        if first.reading.value is not None and second.reading.value is not None
    ]
    if not entries:
        return []
    words = ". ".join(capitalise(text) for text in (group.title, describe_scale(group, pair[0])) if text)
    scale = [html.P(f"{words}.", className="panel-note")] if words else []
    return [*scale, html.Ul([_build_row(first, second, group, pair, registry) for first, second in entries], className="par-liste")]


def _build_row(first: Entry, second: Entry, group: Group, pair: tuple[KommuneProfile, KommuneProfile], registry: Registry) -> Component:
    lengths = measure_bars(first, second, group)
    sides = [_build_side(entry, letter, length) for entry, letter, length in zip((first, second), LETTERS, lengths, strict=True)]
    difference = describe_difference(first, second, pair)
    mark = [html.Span(EXAMPLE, className="eksempelmaerke")] if first.reading.is_example or second.reading.is_example else []
    words = [html.P([difference, *mark], className="forskel")] if difference else []
    head = html.H4(
        [
            *build_label(first.indicator.label, first.indicator),
            html.Span(format_period(first.indicator.period, first.reading.period), className="aar"),
        ]
    )
    body = html.Details(
        [html.Summary("Kilde og definition"), *explain(first, registry), *explain_second(second, pair[1].place.name, registry)],
        className="kilde",
    )
    return html.Li([head, html.Div(sides, className="par"), *words, body])


def _build_side(entry: Entry, letter: str, length: float | None) -> Component:
    standing = describe_rank(entry)
    rank = [html.Span(standing, className="plads")] if standing else []
    mark = html.Span(letter.upper(), className=f"maerke maerke--{letter}")
    value = html.Span([mark, *build_value(entry.reading, entry.indicator)], className="tal")
    example = " eksempel" if entry.reading.is_example else ""
    return html.Div([value, draw_bar(length), *rank], className=f"side side--{letter}{example}")
