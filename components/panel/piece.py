"""What is put on the page when a place or an indicator is picked, and the JSON that the scripts get of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from components.markup.html import Element


@dataclass(frozen=True)
class PlacePiece:
    """A panel or a comparison, with what stands around it.

    Attributes:
        heading: the place's name, or both places' names.
        announcement: what is said when it is put in place: the name and the main figure, or how the two differ on it.
        head: name, sentence and main figure; of a comparison both names and the three largest differences.
        panel: all other figures.
        trend: the trend as a plotly figure, ready for JSON.
        trend_svg: the same as a finished drawing.
        trend_key: whose line is whose, and the source.
        suggestions: news, suggested comparisons, facts and files.
        edition_notice: that an older edition is shown; an empty text where it is the newest.
    """

    heading: str
    announcement: str
    head: Element
    panel: Element
    trend: Mapping[str, Any]
    trend_svg: Markup
    trend_key: Element
    suggestions: Element
    edition_notice: Element | str


@dataclass(frozen=True)
class MapLayer:
    """All that changes on the page with the indicator.

    Attributes:
        title: the indicator.
        subtitle: unit and period.
        classes: the class of each kommune by code, -1 where the figure is missing.
        hover_cards: the lines that are shown when a kommune is pointed at, by code; those of regioner and the country, too.
        needles: where the value of each place stands on the legend, in per cent of its length; those without a value have none.
        legend: the classes' colours and limits.
        description: the map in sentences.
        source_line: unit, period, source and borders.
        files: links to the figures as files.
        table: the figures of all kommuner; None for a page without one.
    """

    title: str
    subtitle: str
    classes: Mapping[str, int]
    hover_cards: Mapping[str, list[str]]
    needles: Mapping[str, float]
    legend: Element
    description: Element
    source_line: Element
    files: Element
    table: Element | None


# The names in the JSON, which assets/*.js and copies of an exported site read: they must not change.
JSON_NAMES = {
    "heading": "titel",
    "announcement": "oplaest",
    "head": "hoved",
    "panel": "panel",
    "trend": "udvikling",
    "trend_svg": "tegnet",
    "trend_key": "streger",
    "suggestions": "forslag",
    "edition_notice": "udgave",
    "title": "titel",
    "subtitle": "undertitel",
    "classes": "klasser",
    "hover_cards": "kort",
    "needles": "naale",
    "legend": "signatur",
    "description": "beskrivelse",
    "source_line": "kilde",
    "files": "filer",
    "table": "tabel",
}


def with_json_names(piece: PlacePiece | MapLayer) -> dict[str, Any]:
    """The parts of a piece under their names in the JSON, in order: ``{"titel": "Kalundborg Kommune", "hoved": …}``."""
    return {JSON_NAMES[name]: part for name, part in vars(piece).items()}
