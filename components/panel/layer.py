"""What is shown of an indicator: classes and hover cards of the map, title, legend, source line, and the table below the map."""

from dash import html
from dash.development.base_component import Component

from components.map.model import LegendRow, SourceLine, build_map_model
from components.panel.further.files import build_table_files
from components.panel.piece import MapLayer
from components.panel.table import build_table
from data.place import COUNTRY
from data.profile.figures import Figures
from data.registry.indicator import Indicator
from geodata.borders import Borders


def build_map_layer(indicator: Indicator, figures: Figures, borders: Borders) -> MapLayer:
    """All that changes on the page when an indicator is picked."""
    model = build_map_model(indicator, figures)
    return MapLayer(
        title=model.title,
        classes={code: model.class_of(code) for code in model.entries},
        hover_cards={code: model.hover_card(code) for code in model.entries},
        legend=html.Ul([_build_legend_row(row) for row in model.legend()], className="signatur"),
        source_line=_build_source_line(model.source_line(figures.source(indicator), borders)),
        files=html.Div(build_table_files(indicator, figures)),
        table=build_table(model.title, model.entries, figures.places, figures.profile(COUNTRY)[indicator.key]),
    )


def _build_legend_row(row: LegendRow) -> Component:
    field = html.Span(style={"background": row.colour}, className="felt") if row.colour else html.Span(className="felt felt--mangler")
    return html.Li([field, row.text])


def _build_source_line(line: SourceLine) -> Component:
    warning = html.Strong(line.warning, className="eksempelnote") if line.warning else None
    return html.P([warning, line.before, html.A(line.source_name, href=line.source.link), line.after])
