"""What a first Dash tutorial gives: the yardstick of the benchmark.

``px.choropleth`` with the whole GeoJSON in the figure (about 2 MB), a server callback, one bar chart in the panel, plotly's
full bundle, no compression. Run as ``python -m tests.benchmark.tutorial_app PORT``.
"""

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html
from flask import Flask

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "geodata" / "dagi_kommuner_500k_2014.geojson"


def load_borders() -> tuple[dict[str, Any], str]:
    """The reference borders where they are, else the project's own; and the property that holds the kommunekode."""
    if REFERENCE.exists():
        return json.loads(REFERENCE.read_text(encoding="utf-8")), "properties.KOMKODE"
    return json.loads((ROOT / "geodata" / "kommuner.geojson").read_text(encoding="utf-8")), "id"


def create_tutorial_app() -> Dash:
    """The app."""
    borders, key = load_borders()
    tables = sorted((ROOT / "data" / "figures" / "2025").glob("*.csv"))
    figures = pd.concat([pd.read_csv(path, dtype={"kommune_kode": str, "periode": str}) for path in tables])
    with (ROOT / "data" / "kommuner.csv").open(encoding="utf-8") as file:
        names = {row["kode"]: row["navn"] for row in csv.DictReader(file)}
    shares = figures[(figures["indikator"] == "almene_andel") & (figures["kommune_kode"] != "0000")]
    latest = shares[shares["periode"] == "2026"]
    app = Dash(__name__)
    chart = px.choropleth(latest, geojson=borders, locations="kommune_kode", featureidkey=key, color="vaerdi", projection="mercator")
    chart.update_geos(fitbounds="locations", visible=False)
    app.layout = html.Div(
        [
            html.H1("Almene boliger"),
            dcc.Graph(id="kort", figure=chart, config={"topojsonURL": "/assets/"}),
            html.Div(id="panel"),
        ]
    )

    @app.callback(Output("panel", "children"), Input("kort", "clickData"), prevent_initial_call=True)
    def show(click: dict[str, Any]) -> list[Any]:
        code = click["points"][0]["location"]
        own = shares[shares["kommune_kode"] == code]
        return [html.H2(names[code]), dcc.Graph(figure=px.bar(own, x="periode", y="vaerdi", title=names[code]))]

    return app


def create_server() -> Flask:
    """Its server, for the benchmark of servers."""
    server: Flask = create_tutorial_app().server
    return server


if __name__ == "__main__":
    create_tutorial_app().run(port=int(sys.argv[1]), debug=False)
