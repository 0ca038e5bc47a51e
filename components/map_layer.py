"""What an indicator puts on the map: class numbers, hover cards, title, legend, source line, and the table below."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.base_map import split_codes
from components.classes import Classes, make_classes
from components.explanation import describe_dates
from components.formats import format_missing, format_period, format_rank, format_reading
from components.table import build_table
from components.theme import RAMP
from data.figures import Figures
from data.place import COUNTRY
from data.profile import Entry
from data.registry import Indicator, Registry, Unit
from geodata.borders import Borders


def build_map_layer(indicator: Indicator, figures: Figures, borders: Borders) -> dict[str, Any]:
    """All pieces that change with the indicator, ready to be put in place.

    ``z`` and ``text`` have one list per choropleth of the base map, in the order of its locations.
    """
    entries = {place.code: figures.profile(place.code)[indicator.key] for place in figures.kommuner}
    classes = make_classes(indicator, [entry.reading.value for entry in entries.values() if entry.reading.value is not None])
    parts = split_codes(borders)
    period = _period(entries)
    title = f"{indicator.label}, {period}"
    return {
        "titel": title,
        "z": [[classes.of(entries[code].reading.value) for code in part] for part in parts],
        "text": [[_write_card(figures.places[code].name, entries[code]) for code in part] for part in parts],
        "signatur": _build_legend(classes, entries),
        "kilde": _build_source_line(indicator, figures, borders, entries),
        "tabel": build_table(title, entries, figures.places, figures.profile(COUNTRY)[indicator.key]),
    }


def _period(entries: dict[str, Entry]) -> str:
    first = next(iter(entries.values()))
    return format_period(first.indicator.period, first.reading.period)


def _write_card(name: str, entry: Entry) -> str:
    rank = f"<br>{format_rank(entry.rank)}" if entry.rank else ""
    return f"<b>{name}</b><br>{format_reading(entry.reading, entry.indicator)}{rank}"


def _build_legend(classes: Classes, entries: dict[str, Entry]) -> Component:
    """A row per class with its range, and one for missing figures that says how many and why."""
    missing = [entry for entry in entries.values() if entry.reading.value is None]
    labels = classes.labels() if len(missing) < len(entries) else []
    rows = [
        html.Li([html.Span(style={"background": colour}, className="felt"), label]) for colour, label in zip(RAMP, labels, strict=False)
    ]
    if missing:
        reasons = ", ".join(sorted({format_missing(entry.reading).lower() for entry in missing}))
        rows.append(
            html.Li(
                [
                    html.Span(className="felt felt--mangler"),
                    f"intet tal for {len(missing)} af {len(entries)}: {reasons}",
                ]
            )
        )
    return html.Ul(rows, className="signatur")


def _build_source_line(indicator: Indicator, figures: Figures, borders: Borders, entries: dict[str, Entry]) -> Component:
    source = figures.source(indicator)
    examples = sum(entry.reading.is_example for entry in entries.values())
    warning = (
        html.Strong(f"{examples} af {len(entries)} tal er eksempler, ikke virkelige tal. ", className="eksempelnote") if examples else None
    )
    counts = "Store kommuner har naturligt højere tal. " if indicator.is_count else ""
    return html.P(
        [
            warning,
            f"{_unit(indicator)}, {_period(entries)}. {counts}{'Kilde til de virkelige tal' if examples else 'Kilde'}: ",
            html.A(f"{source.publisher}, {source.title}", href=source.link),
            f"{describe_dates(source)}. Kort: {borders.provenance['licence']}, {borders.provenance['source_date']}.",
        ]
    )


def _unit(indicator: Indicator) -> str:
    """What the numbers of the legend are."""
    if indicator.unit is Unit.PERCENT:
        return f"Pct. af {indicator.denominator}"
    return f"Antal {indicator.unit}" if indicator.is_count and indicator.unit is not Unit.MILLION_KRONER else f"Tal i {indicator.unit}"


def list_layers(registry: Registry) -> list[str]:
    """The keys of the indicators that may stand on the map, the main one first."""
    keys = [indicator.key for indicator in registry.mappable()]
    return sorted(keys, key=lambda key: key != registry.roles.main)
