"""The comparison: two places in the same rows and on the same scale, and their difference in words."""

from collections.abc import Collection, Sequence

from markupsafe import Markup

from components.address.offer import OF_SERVER, Offer
from components.chart.trend_plot import build_trend_figure
from components.chart.trend_svg import draw_trend_svg
from components.markup import html
from components.markup.attribute import aria
from components.markup.html import Element
from components.panel.comparison.head import build_head
from components.panel.comparison.pairing import Profiles, list_one_sided, list_pairs
from components.panel.comparison.table import build_table
from components.panel.comparison.topic import build_topics
from components.panel.further.files import build_pair_files
from components.panel.further.nearby import build_suggestions
from components.panel.further.news import build_edition_notice
from components.panel.key_figure import build_label, build_value
from components.panel.piece import PlacePiece
from components.panel.section import build_gaps
from components.panel.trend_key import build_trend_key
from components.wording.difference import summarise_pair
from components.wording.formats import format_period
from components.wording.gap import list_gaps
from components.wording.standing import name_as_heading
from data.place import COUNTRY
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.sentence import decapitalise

SHOWN = 4  # figures that only one place has; more are folded away


def build_comparison(code: str, other: str, figures: Figures, offer: Offer = OF_SERVER, opened: Collection[str] = ()) -> PlacePiece:
    """The same as ``build_panel``, for two places.

    Args:
        code: of kommune A.
        other: of place B, a kommune, a region or the country.
        figures: the edition.
        offer: what may be led to.
        opened: keys of the topics that are open.

    Raises:
        KeyError: one of the codes is no place.
    """
    profiles = (figures.profile(code), figures.profile(other))
    registry, country = figures.registry, figures.profile(COUNTRY)
    heading = f"{name_as_heading(profiles[0])} og {profiles[1].place.full_name}"
    return PlacePiece(
        heading=heading,
        announcement=f"{heading}. {summarise_pair(profiles, registry)}",
        head=html.Div(build_head(profiles, figures, offer), className="sammenligning"),
        panel=html.Div(
            [
                *_build_rows(profiles, figures),
                *build_topics(profiles, figures, opened),
                *(_build_one_sided(profile.place.full_name, entries) for profile, entries in list_one_sided(profiles)),
                *build_gaps(list_gaps(profiles, registry)),
            ],
            className="sammenligning",
        ),
        trend=build_trend_figure(profiles, country, registry.main),
        trend_svg=Markup(draw_trend_svg(profiles, country, registry.main)),  # noqa: S704 # escaped there
        trend_key=build_trend_key(profiles, country, registry.main, figures.source(registry.main)),
        suggestions=html.Div(
            [
                *build_suggestions(profiles[0], figures, with_place=profiles[1].place),
                *build_pair_files(profiles[0].place, profiles[1].place, figures, offer),
            ]
        ),
        edition_notice=build_edition_notice(figures),
    )


def _build_rows(profiles: Profiles, figures: Figures) -> list[Element]:
    """The figures of all panels that are no topics: those that kommuner are compared on, and folded away the counts."""
    registry = figures.registry
    groups = [group for panel in registry.panels.values() if not panel.is_topic for group in registry.groups_of(panel.key)]
    pairs = list_pairs(profiles, groups)
    compared = [pair for pair in pairs if pair.entries[0].indicator.is_ranked]
    counts = [pair for pair in pairs if not pair.entries[0].indicator.is_ranked]
    caption = f"{profiles[0].place.name} og {profiles[1].place.name}"
    table = [build_table(compared, profiles, figures, caption)] if compared else []
    title = f"{caption}, antal"
    summary = html.Summary("Vis antal", **aria(label=f"Vis antal: {caption}"))
    more = [html.Details([summary, build_table(counts, profiles, figures, title)], className="kilde")]
    key = registry.panel_of(registry.main).key
    heading = html.H3("Nøgletal", className="skaermlaeser")
    return [html.Section([heading, *table, *(more if counts else [])], className=f"panel panel--{key} par-raekker")] if pairs else []


def _build_one_sided(name: str, entries: Sequence[Entry]) -> Element:
    """The figures that only one place has, in one box."""
    first, more = (html.Dl([_build_figure(entry) for entry in part], className="kun-en") for part in (entries[:SHOWN], entries[SHOWN:]))
    title, words = f"Kun opgjort for {name}", f"Vis {len(entries) - SHOWN} mere"
    summary = html.Summary(words, **aria(label=f"{words}: {decapitalise(title)}"))
    folded = [html.Details([summary, more], className="kilde")] if len(entries) > SHOWN else []
    return html.Section([html.H3(title), first, *folded], className="panel panel--kun-en")


def _build_figure(entry: Entry) -> Element:
    name = [*build_label(entry.indicator.label, entry.indicator), f", {format_period(entry.indicator.period, entry.reading.period)}"]
    return html.Div([html.Dt(name), html.Dd(build_value(entry.reading, entry.indicator), className="tal")])
