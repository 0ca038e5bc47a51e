"""The panel of one place: summary, key figures, bars, trend and suggestions."""

from collections.abc import Collection

from markupsafe import Markup

from components.address.offer import OF_SERVER, Offer
from components.chart.trend_plot import build_trend_figure
from components.chart.trend_svg import draw_trend_svg
from components.markup import html
from components.markup.attribute import aria
from components.markup.html import Element
from components.panel.actions import build_actions
from components.panel.further.files import build_place_files
from components.panel.further.nearby import build_suggestions
from components.panel.further.news import build_edition_notice, build_news
from components.panel.further.organisations import build_organisations
from components.panel.key_figure import build_main_figure, tell_main_figure
from components.panel.piece import PlacePiece
from components.panel.section import build_sections
from components.panel.trend_key import build_trend_key
from components.wording import texts
from components.wording.formats import SPACE, format_figure
from components.wording.standing import name_as_heading
from components.wording.summary import list_sentences
from components.wording.validity import describe_validity
from data.place import COUNTRY, Place, PlaceKind
from data.profile.change import News
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile
from data.sentence import capitalise


def build_panel(
    code: str, figures: Figures, news: News | None = None, offer: Offer = OF_SERVER, opened: Collection[str] = ()
) -> PlacePiece:
    """Everything that is put in place when a kommune is picked.

    Args:
        code: of a kommune, a region or the country.
        figures: the edition.
        news: what the edition changed; None if it is the first.
        offer: what may be led to.
        opened: keys of the topics that are open.

    Raises:
        KeyError: there is no place with this code.
    """
    profile, country = figures.profile(code), figures.profile(COUNTRY)
    registry = figures.registry
    return PlacePiece(
        heading=name_as_heading(profile),
        announcement=f"{name_as_heading(profile)}. {tell_main_figure(profile, registry.main)}.",
        head=html.Div([_build_head(profile, figures, offer), html.Dl(build_main_figure(profile, figures), className="hovedtal")]),
        panel=html.Div(build_sections(profile, figures, opened)),
        trend=build_trend_figure([profile], country, registry.main),
        trend_svg=Markup(draw_trend_svg([profile], country, registry.main)),  # noqa: S704 # escaped there
        trend_key=build_trend_key([profile], country, registry.main, figures.source(registry.main)),
        suggestions=html.Div(
            [
                *build_news(profile.place, figures, news),
                *build_organisations(profile.place, figures),
                *build_suggestions(profile, figures),
                *_build_facts(profile, figures),
                build_place_files(profile.place, figures, offer),
            ]
        ),
        edition_notice=build_edition_notice(figures),
    )


def _build_head(profile: KommuneProfile, figures: Figures, offer: Offer) -> Element:
    registry, place = figures.registry, profile.place
    first, *more = list_sentences(profile, profile[registry.roles.main], profile[registry.roles.rent])
    is_country = place.kind is PlaceKind.COUNTRY
    search = [html.Div(className="soegeplads")] if is_country else []  # assets/screen/picker.js moves the search field there
    actions = build_actions(place, None, figures, offer)
    return html.Header(
        [
            html.P(build_line_above(profile, figures), className="over"),
            html.H2(texts.INVITATION if is_country else name_as_heading(profile)),
            None if is_country else actions,  # of the country first its search field
            *build_validity(place),
            html.P([first, html.Span(f" {' '.join(more)}", className="uddybet")], className="resume"),
            *search,
            actions if is_country else None,
        ],
        className="panel-hoved",
    )


def build_line_above(profile: KommuneProfile, figures: Figures, letter: str = "A", *, in_full: bool = True) -> list[Element]:
    """The letter of a kommune or of place B, what the place is part of, how many live there; ``in_full`` until when it is part of it."""
    place, entry = profile.place, profile[figures.registry.roles.population]
    people = [] if entry.reading.value is None else [f"{format_figure(entry.reading.value, entry.indicator)}{SPACE}indbyggere"]
    mark = html.Span(letter, className=f"maerke maerke--{letter.lower()}", **aria(hidden="true"))
    if place.kind is not PlaceKind.KOMMUNE:
        words = html.Span(" · ".join([capitalise(place.full_name), *people]))
        return [mark, words] if letter == "B" else [words]
    region = figures.places[place.region]
    validity = describe_validity(region) if in_full else ""
    until = [html.Span(f" ({validity})", className="gyldig")] if validity else []
    return [mark, html.Span([region.name, *until, *(f" · {words}" for words in people)])]


def build_validity(place: Place) -> list[Element]:
    """A line that says from when or until when a place is what it is; nothing where no change is known."""
    validity = describe_validity(place)
    computed = f"; tallene er beregnet af de {len(place.members)} kommuners tal" if place.kind is PlaceKind.COMING else ""
    return [html.P(f"{capitalise(validity)}{computed}.", className="gyldig")] if validity else []


def _build_facts(profile: KommuneProfile, figures: Figures) -> list[Element]:
    """Facts about the whole country, each with source and year; nothing for other places."""
    if profile.place.kind is not PlaceKind.COUNTRY:
        return []
    rows = [html.Li([fact.text, html.Span(f" {fact.source}, {fact.period}.", className="faktakilde")]) for fact in figures.facts]
    return [html.Section([html.H3("Værd at vide"), html.Ul(rows, className="fakta")], className="panel panel--fakta")]
