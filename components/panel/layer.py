"""What is shown of an indicator: the map's classes and hover cards, title, legend, extremes, source line, and the table of all kommuner."""

from collections.abc import Sequence

from components.address.view import link
from components.map.model import MapModel, SourceLine, build_map_model, write_hover_card
from components.markup import html
from components.markup.attribute import aria
from components.markup.html import Element
from components.panel.further.files import build_table_files
from components.panel.piece import MapLayer
from components.panel.table import build_table
from components.theme import RAMP
from components.wording.formats import format_figure, name_figure
from components.wording.spoken.map import MapWords, describe_map
from data.place import COUNTRY
from data.profile.computed.measure import order_by_value
from data.profile.figures import Figures
from data.registry.indicator import Indicator
from data.registry.kind import Unit
from geodata.borders import Borders

EXTREMES = 4  # of the highest and of the lowest
DARK = 3  # from this class on the letters in a field are white
FEWEST_EXTREMES = 20  # kommuner with a value: among fewer nobody is an extreme


def build_map_layer(indicator: Indicator, figures: Figures, borders: Borders, *, with_table: bool = True) -> MapLayer:
    """All that changes on the page when an indicator is picked.

    Args:
        indicator: that is picked.
        figures: the edition.
        borders: whose source is named.
        with_table: for what shows the list; it is half of the work, and a third of a page's elements.
    """
    model = build_map_model(indicator, figures)
    source_line = model.source_line(figures.source(indicator), borders)
    entries = {code: figures.profile(code)[indicator.key] for code in figures.places}
    return MapLayer(
        title=name_figure(indicator),
        subtitle=model.subtitle,
        classes={code: model.class_of(code) for code in model.entries},
        hover_cards={code: write_hover_card(figures.places[code].name, entry) for code, entry in entries.items()},
        needles={
            code: round(model.place_needle(entry.reading.value), 1) for code, entry in entries.items() if entry.reading.value is not None
        }
        if model.count_classes()
        else {},
        legend=html.Div([*_build_legend(model), *_build_extremes(model)]),
        description=_build_description(model, figures, source_line.warning),
        source_line=_build_source_line(source_line),
        files=html.Div(build_table_files(indicator, figures)),
        table=build_table(model.title, model.entries, figures.places, figures.profile(COUNTRY)[indicator.key]) if with_table else None,
    )


def _build_description(model: MapModel, figures: Figures, warning: str) -> Element:
    """The map in sentences; first, where there are some, how many of its figures are made up."""
    words = MapWords(model.indicator, model.entries, figures.places, figures.profile(COUNTRY)[model.indicator.key])
    return html.Div([html.P(said) for said in ([warning.strip()] if warning else []) + describe_map(words)])


def _build_legend(model: MapModel) -> list[Element]:
    """One bar: in each field how many kommuner, at the joints the limits; below it how many have no figure, and why."""
    labels = model.classes.labels()
    fields = [_build_class(number, *found) for number, found in enumerate(zip(model.count_classes(), labels, strict=False))]
    unit = " pct." if model.indicator.unit is Unit.PERCENT else ""
    limits = model.classes.limits
    joints = [
        html.Span(
            format_figure(limit, model.indicator).removesuffix(",0") + unit * (number == len(limits) - 1),
            style={"left": f"{100 * (number + 1) / (len(limits) + 1):.1f}%"},
        )
        for number, limit in enumerate(limits)
    ]
    bar = [html.Ul(fields, className="signatur"), html.Div(joints, className="graenser", **aria(hidden="true"))] if fields else []
    missing = [row.text for row in model.legend() if row.colour is None]
    return [*bar, *(html.P([html.Span(className="felt felt--mangler"), text], className="signatur-mangler") for text in missing)]


def _build_class(number: int, count: int, label: str) -> Element:
    """A field of the bar: how many kommuner, and for those who can't see it of what; the first one says what is counted."""
    counted = f" kommune{'r' * (count != 1)}" if number == 0 else ""
    return html.Li(
        [str(count), html.Span(counted), html.Span(f": {label}", className="skaermlaeser")],
        style={"background": RAMP[number]},
        className="felt felt--moerk" if number >= DARK else "felt",
    )


def _build_extremes(model: MapModel) -> list[Element]:
    """The four highest and the four lowest, as links."""
    known = {code: entry.reading.value for code, entry in model.entries.items() if entry.reading.value is not None}
    if len(known) < FEWEST_EXTREMES or len(set(known.values())) == 1:
        return []
    rows = [
        _build_row(word, order_by_value(known, highest_first=is_high)[:EXTREMES], model)
        for word, is_high in (("Højest", True), ("Lavest", False))
    ]
    return [html.Div(rows, className="yderst")]


def _build_row(word: str, codes: Sequence[str], model: MapModel) -> Element:
    values = {code: format_figure(model.entries[code].reading.value or 0, model.indicator) for code in codes}
    listed = [html.Li([html.A(model.names[code], href=link(kommune=code)), f" {value}"]) for code, value in values.items()]
    return html.Div([html.Span(word), html.Ul(listed)])


def _build_source_line(line: SourceLine) -> Element:
    warning = html.Strong(line.warning, className="eksempelnote") if line.warning else None
    return html.P([warning, line.lead, html.A(line.source_name, href=line.source.link), line.after])
