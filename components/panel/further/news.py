"""Editions on the page: that an older one is shown, and what the shown one changed for a place."""

from components.address.view import link
from components.markup import html
from components.markup.html import Element
from components.wording.edition import describe_edition
from components.wording.formats import format_period, format_reading, name_figure
from components.wording.standing import has_come
from data.place import Place
from data.profile.change import Change, News
from data.profile.figures import Figures
from data.reading import Reading

FOLDED = 6  # more changes than this are folded away


def build_edition_notice(figures: Figures) -> Element | str:
    """A notice that these figures are of an older edition, with a link to the newest; an empty text where they are the newest."""
    if figures.is_newest or figures.edition is None:
        return ""
    newest = html.A("Se de nyeste tal", href=link(udgave=""))
    return html.P([f"Du ser en ældre udgave. {describe_edition(figures)}. ", newest, "."])


def build_news(place: Place, figures: Figures, news: News | None) -> list[Element]:
    """What the edition changed of a place's figures; nothing where it changed none, or is the first."""
    changes = news.changes.get(place.code) if news else None
    if not news or not changes:
        return []
    rows = html.Ul([html.Li(_tell(change)) for change in changes], className="nyt")
    count = f"{len(changes)} tal er ændret siden udgave {news.since.name}"
    body = html.Details([html.Summary(count), rows], className="kilde") if len(changes) > FOLDED else rows
    heading = html.H3("Nyt i denne udgave")
    said = html.P(f"{describe_edition(figures)}.", className="panel-note")
    return [html.Section([heading, said, body], className="panel panel--nyt")]


def _tell(change: Change) -> list[Element | str]:
    """What a figure is, and was; one that is new stands alone."""
    told: list[Element | str] = [html.Strong(f"{name_figure(change.indicator)}: "), _write(change.after, change)]
    return [*told, f", før {_write(change.before, change)}"] if has_come(change.before) else [*told, ", nyt tal"]


def _write(reading: Reading, change: Change) -> str:
    said = format_reading(reading, change.indicator)
    return said if reading.value is None else f"{said} ({format_period(change.indicator.period, reading.period)})"
