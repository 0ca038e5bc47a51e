"""The map as a plotly figure without geometry: the borders come from their own address, and are fetched once."""

from math import cos, radians
from typing import Any

from components.theme import CARD, DIM, INK, LINE, MISSING, RAMP, SANS
from geodata.borders import Borders, Box

CAPITAL_BOX: Box = (11.98, 55.50, 12.80, 55.99)  # west, south, east, north: greater Copenhagen
BORNHOLM = "0400"
BORNHOLM_BOX: Box = (14.62, 54.96, 15.22, 55.33)
COUNTRY_BOX: Box = (8.02, 54.53, 12.84, 57.78)
ASPECT = 700 / 640  # width to height of the figure; assets/02-kort.css keeps the same
Place2D = tuple[float, float, float]  # left and lower edge, and width, as parts of the figure; the height follows from the box
COUNTRY_PLACE: Place2D = (0.0, 0.0, 0.77)
CAPITAL_PLACE: Place2D = (0.628, 0.515, 0.37)  # above North Zealand, clear of Anholt
BORNHOLM_PLACE: Place2D = (0.83, 0.06, 0.16)  # in the south-east, where it lies
GRAPH_CONFIG: Any = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "responsive": True,
    "locale": "da",
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "topojsonURL": "/assets/",
}


def build_base_map(borders: Borders, address: str) -> dict[str, Any]:
    """Three choropleths in one figure: the country, Bornholm in a frame, greater Copenhagen enlarged in a frame.

    ``z`` (class numbers) and ``text`` (hover cards) are empty: they are the indicator's, see components/map_layer.py.

    Args:
        borders: for which kommuner lie in the frame of greater Copenhagen.
        address: where the borders are served.
    """
    parts = split_codes(borders)
    geos = (
        _geo(COUNTRY_PLACE, COUNTRY_BOX, frame=False),
        _geo(BORNHOLM_PLACE, BORNHOLM_BOX, frame=True),
        _geo(CAPITAL_PLACE, CAPITAL_BOX, frame=True),
    )
    return {
        "data": [*(_choropleth(codes, number, address) for number, codes in enumerate(parts)), _outline(CAPITAL_BOX)],
        "layout": {
            **{f"geo{number + 1 if number else ''}": geo for number, geo in enumerate(geos)},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "dragmode": False,
            "showlegend": False,
            "uirevision": "kort",
            "separators": ",.",
            "font": {"family": SANS, "color": INK, "size": 13},
            "hoverlabel": {
                "bgcolor": CARD,
                "bordercolor": INK,
                "align": "left",
                "font": {"family": SANS, "color": INK, "size": 14},
            },
            "annotations": [
                _label("Bornholm", BORNHOLM_PLACE, BORNHOLM_BOX),
                _label("Hovedstaden, forstørret", CAPITAL_PLACE, CAPITAL_BOX),
            ],
        },
    }


def split_codes(borders: Borders) -> tuple[list[str], list[str], list[str]]:
    """Which kommuner stand on the country, in Bornholm's frame and in greater Copenhagen's."""
    main = [code for code in borders.boxes if code != BORNHOLM]
    return main, [BORNHOLM], borders.within(CAPITAL_BOX)


def _choropleth(codes: list[str], number: int, address: str) -> dict[str, Any]:
    bands = (MISSING, *RAMP)
    return {
        "type": "choropleth",
        "geojson": address,
        "featureidkey": "id",
        "locations": codes,
        "geo": f"geo{number + 1 if number else ''}",
        "zmin": -1.5,
        "zmax": len(RAMP) - 0.5,
        "colorscale": [[(band + edge) / len(bands), colour] for band, colour in enumerate(bands) for edge in (0, 1)],
        "showscale": False,
        "marker": {"line": {"color": CARD, "width": 0.7}},
        "hovertemplate": "%{text}<extra></extra>",
    }


def _height(width: float, box: Box) -> float:
    """The height that shows a box of degrees undistorted in this width, both as parts of the figure."""
    west, south, east, north = box
    return width * ASPECT * (north - south) / ((east - west) * cos(radians((south + north) / 2)))


def _geo(place: Place2D, box: Box, *, frame: bool) -> dict[str, Any]:
    west, south, east, north = box
    left, low, width = place
    middle = {"lon": (west + east) / 2, "lat": (south + north) / 2}
    return {
        "domain": {"x": [left, left + width], "y": [low, min(1, low + _height(width, box))]},
        "projection": {"type": "transverse mercator", "rotation": {"lon": middle["lon"]}},
        "center": middle,
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
        "showland": False,
        "showcoastlines": False,
        "showlakes": False,
        "showframe": frame,
        "framecolor": LINE,
        "bgcolor": CARD if frame else "rgba(0,0,0,0)",
    }


def _outline(box: Box) -> dict[str, Any]:
    """The area that the frame enlarges, dashed on the country."""
    west, south, east, north = box
    line = {"color": DIM, "width": 1, "dash": "dot"}
    return {
        "type": "scattergeo",
        "geo": "geo",
        "mode": "lines",
        "lon": [west, east, east, west, west],
        "lat": [south, south, north, north, south],
        "line": line,
        "hoverinfo": "skip",
    }


def _label(text: str, place: Place2D, box: Box) -> dict[str, Any]:
    left, low, width = place
    return {
        "text": text,
        "x": left + width,
        "y": low + _height(width, box),
        "xanchor": "right",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": DIM},
    }
