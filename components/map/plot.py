"""The map as a plotly figure without geometry: the borders come from their own address, and are fetched once."""

from typing import Any

from components.address.site import Site
from components.theme import CARD, DIM, INK, LINE, MISSING, RAMP, SANS
from geodata.borders import Borders
from geodata.map_part import CAPITAL, MAP_PARTS, Box, MapPart


def graph_config(site: Site) -> Any:
    """Plotly's settings for every graph: no button, no zoom, nothing that leads away from the page or traps its scroll."""
    return {
        "displayModeBar": False,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "responsive": True,
        "locale": "da",
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "topojsonURL": site.path("/assets/"),
    }


def build_base_map(borders: Borders, address: str) -> dict[str, Any]:
    """Three choropleths in one figure: the country, Bornholm in a part, greater Copenhagen enlarged in a part.

    ``z`` (class numbers) is the indicator's: the callback ``paintMap`` adds it in the browser.

    Args:
        borders: for which kommuner lie in the part of greater Copenhagen.
        address: where the borders are served.
    """
    parts = split_codes(borders)
    return {
        "data": [*(_build_choropleth(codes, number, address) for number, codes in enumerate(parts)), _draw_enlarged_area(CAPITAL.box)],
        "layout": {
            **{f"geo{number + 1 if number else ''}": _build_geo(part) for number, part in enumerate(MAP_PARTS)},
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "dragmode": False,
            "showlegend": False,
            "uirevision": "kort",
            "separators": ",.",
            "font": {"family": SANS, "color": INK, "size": 13},
        },
    }


def split_codes(borders: Borders) -> list[list[str]]:
    """The kommuner of each of MAP_PARTS: those on the country, Bornholm, those of greater Copenhagen.

    ::

        split_codes(Borders.load())  # [["0101", "0147", ...], ["0400"], ["0101", "0147", ...]]
    """
    return [borders.within(part.box) for part in MAP_PARTS]


def _build_choropleth(codes: list[str], number: int, address: str) -> dict[str, Any]:
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
        "hoverinfo": "none",  # our own card (assets/map/pointing.js)
    }


def _build_geo(part: MapPart) -> dict[str, Any]:
    west, south, east, north = part.box
    middle = dict(zip(("lon", "lat"), part.middle, strict=True))
    return {
        "domain": {"x": [part.left, part.right], "y": [part.low, part.top]},
        "projection": {"type": "transverse mercator", "rotation": {"lon": middle["lon"]}},
        "center": middle,
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
        "showland": False,
        "showcoastlines": False,
        "showlakes": False,
        "showframe": False,
        "framecolor": LINE,
        "bgcolor": "rgba(0,0,0,0)",
    }


def _draw_enlarged_area(box: Box) -> dict[str, Any]:
    """The area that the part enlarges, dashed on the country."""
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
