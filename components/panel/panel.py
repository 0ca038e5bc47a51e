"""The panel of one place: summary, key figures, bars, trend and suggestions."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.address.offer import OF_SERVER, Offer
from components.address.view import link
from components.chart.trend_plot import build_trend_figure
from components.chart.trend_svg import draw_trend_svg
from components.panel.further.files import build_place_files
from components.panel.further.nearby import build_suggestions
from components.panel.further.news import build_edition_notice, build_news
from components.panel.further.organisations import build_organisations
from components.panel.piece import PlacePiece
from components.panel.section import build_sections
from components.panel.trend_key import build_trend_key
from components.wording.formats import capitalise
from components.wording.standing import name_as_heading
from components.wording.summary import summarise
from components.wording.validity import describe_validity
from data.place import COUNTRY, Place, PlaceKind
from data.profile.change import News
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile


def build_panel(code: str, figures: Figures, news: News | None = None, offer: Offer = OF_SERVER) -> PlacePiece:
    """Everything that is put in place when a kommune is picked.

    Args:
        code: of a kommune, a region or the country.
        figures: the edition.
        news: what the edition changed; None if it is the first.
        offer: what may be led to.

    Raises:
        KeyError: there is no place with this code.
    """
    profile, country = figures.profile(code), figures.profile(COUNTRY)
    registry = figures.registry
    return PlacePiece(
        heading=name_as_heading(profile),
        shortcut=f"Se tallene for {profile.place.full_name} ↓",
        panel=html.Div([_build_head(profile, figures), *build_sections(profile, figures)]),
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


def _build_head(profile: KommuneProfile, figures: Figures) -> Component:
    registry = figures.registry
    place = profile.place
    is_kommune = place.kind is PlaceKind.KOMMUNE
    region = [_build_region_line(figures.places[place.region])] if is_kommune else []
    remove = [html.A("Fjern valget", href=link(kommune="", sammenlign=""), className="fjern")] if is_kommune else []
    invitation = [] if is_kommune else [html.P("Vælg din kommune på kortet eller i søgefeltet.", className="invitation")]
    text = summarise(profile, profile[registry.roles.main], profile[registry.roles.rent])
    return html.Header(
        [*region, html.H2(name_as_heading(profile)), *build_validity(place), html.P(text, className="resume"), *invitation, *remove],
        className="panel-hoved",
    )


def _build_region_line(region: Place) -> Component:
    validity = describe_validity(region)
    until = [html.Span(f" ({validity})", className="gyldig")] if validity else []
    return html.P([html.Span("A", className="maerke maerke--a"), html.Span([region.name, *until])], className="over")


def build_validity(place: Place) -> list[Component]:
    """A line that says from when or until when a place is what it is; nothing where no change is known."""
    validity = describe_validity(place)
    computed = f"; tallene er beregnet af de {len(place.members)} kommuners tal" if place.kind is PlaceKind.COMING else ""
    return [html.P(f"{capitalise(validity)}{computed}.", className="gyldig")] if validity else []


def _build_facts(profile: KommuneProfile, figures: Figures) -> list[Component]:
    """Facts about the whole country, each with source and year; nothing for other places."""
    if profile.place.kind is not PlaceKind.COUNTRY:
        return []
    rows = [html.Li([fact.text, html.Span(f" {fact.source}, {fact.period}.", className="faktakilde")]) for fact in figures.facts]
    return [html.Section([html.H3("Værd at vide"), html.Ul(rows, className="fakta")], className="panel panel--fakta")]
