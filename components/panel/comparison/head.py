"""The head of a comparison: both names, and the three largest differences in large words."""

from components.address.offer import Offer
from components.markup import html
from components.markup.html import Element
from components.panel.actions import build_actions
from components.panel.comparison.pairing import Pair, Profiles, list_largest_differences
from components.panel.key_figure import build_example_mark
from components.panel.panel import build_line_above, build_validity
from components.wording.difference import describe_difference, summarise_pair
from components.wording.formats import format_figure, format_value
from data.place import PlaceKind
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile
from data.sentence import capitalise

LARGEST = 3


def build_head(profiles: Profiles, figures: Figures, offer: Offer) -> Element:
    """Both names, their largest differences, and what can be done with the comparison."""
    pairs = list_largest_differences(profiles, figures, LARGEST)
    unknown = html.P(summarise_pair(profiles, figures.registry), className="resume")
    differences = html.Ul([_build_difference(pair, profiles) for pair in pairs], className="forskelle") if pairs else unknown
    return html.Header(
        [
            html.Div([_build_name(profile, letter, figures) for profile, letter in zip(profiles, "ab", strict=True)], className="navne"),
            differences,
            build_actions(profiles[0].place, profiles[1].place, figures, offer),
        ],
        className="panel-hoved",
    )


def _build_name(profile: KommuneProfile, letter: str, figures: Figures) -> Element:
    place = profile.place
    over = html.P(build_line_above(profile, figures, letter.upper(), in_full=False), className="over")
    name = place.name if place.kind is PlaceKind.KOMMUNE else capitalise(place.full_name)
    return html.Div([over, html.H2(name), *build_validity(place)], className=f"navn-{letter}")


def _build_difference(pair: Pair, profiles: Profiles) -> Element:
    """The difference in large words, then the figure's name and both values: "Almene boligers andel …: 15,7 mod 20,0 pct.".

    Whose values they are is seen by their order, and said to those who hear them: "15,7 i Kalundborg mod 20,0 pct. i Roskilde".
    """
    indicator = pair.entries[0].indicator
    first, second = pair.values
    higher = "a" if first > second else "b" if second > first else "ingen"
    mark = build_example_mark(any(reading.is_example for reading in pair.readings))
    words = capitalise(describe_difference(*pair.entries, profiles))
    whose = [html.Span(f" {profile.place.where}", className="skaermlaeser") for profile in profiles]
    values: list[Element | str] = [
        f"{indicator.label}: {format_figure(first, indicator)}",
        whose[0],
        f" mod {format_value(second, indicator)}",
        whose[1],
    ]
    return html.Li([html.Strong(words, className=f"forskel forskel--{higher}"), " ", html.Span([*values, *mark])])
