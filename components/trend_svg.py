"""The trend as an SVG, without plotly and without a script: what ``build_trend`` describes, drawn for print."""

from collections.abc import Iterator
from html import escape
from typing import Any

from components.picture_text import FONT, measure
from components.theme import DIM, INK

WIDTH, HEIGHT = 460, 165  # units; the caller chooses how large it stands
LEFT, RIGHT, TOP, BOTTOM = 24, 6, 26, 19
LABEL = 12  # size of type
DASHES = {"dot": "2 5", "dash": "9 5", "solid": ""}
SAMPLE = 30  # a line in the key


def draw_trend(figure: dict[str, Any]) -> str:
    """The figure of ``build_trend`` as an ``svg`` element, with the key above it.

    Lines differ by dash and mark, not by colour alone. Years without a figure stay a gap on their band.
    """
    layout = figure["layout"]
    lines = [line for line in figure["data"] if any(value is not None for value in line["y"])]
    drawn = "".join(_draw_line(line, layout) for line in lines)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONT}" font-size="{LABEL}">'
    return f"{head}{_draw_band(layout)}{_draw_axes(layout)}{drawn}{_draw_key(lines)}</svg>"


def _across(year: float, layout: dict[str, Any]) -> float:
    first, last = map(float, layout["xaxis"]["range"])
    return LEFT + (year - first) / (last - first) * (WIDTH - LEFT - RIGHT)


def _up(value: float, layout: dict[str, Any]) -> float:
    low, high = map(float, layout["yaxis"]["range"])
    return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)


def _draw_band(layout: dict[str, Any]) -> str:
    """The years that the source does not publish."""
    bands = [(_across(band["x0"], layout), _across(band["x1"], layout), band) for band in layout["shapes"]]
    return "".join(
        f'<rect x="{left:.1f}" y="{TOP}" width="{right - left:.1f}" height="{HEIGHT - TOP - BOTTOM}" '
        f'fill="{band["fillcolor"]}" fill-opacity="{band["opacity"]}"/>'
        for left, right, band in bands
    )


def _draw_axes(layout: dict[str, Any]) -> str:
    across, up = layout["xaxis"], layout["yaxis"]
    rules = "".join(
        f'<path d="M{LEFT} {_up(value, layout):.1f}H{WIDTH - RIGHT}" stroke="{up["gridcolor"]}"/>'
        f'<text x="{LEFT - 6}" y="{_up(value, layout) + 4:.1f}" text-anchor="end" fill="{DIM}">{escape(text)}</text>'
        for value, text in zip(up["tickvals"], up["ticktext"], strict=True)
    )
    years = "".join(
        f'<text x="{_across(value, layout):.1f}" y="{HEIGHT - 4}" text-anchor="middle" fill="{DIM}">{escape(text)}</text>'
        for value, text in zip(across["tickvals"], across["ticktext"], strict=True)
    )
    return rules + years


def _draw_line(line: dict[str, Any], layout: dict[str, Any]) -> str:
    runs = list(_unbroken(line))
    paths = "".join("M" + "L".join(f"{_across(x, layout):.1f} {_up(y, layout):.1f}" for x, y in run) for run in runs)
    drawn = f'<path d="{paths}" fill="none" {_stroke(line)}/>'
    if "markers" not in line["mode"]:
        return drawn
    return drawn + "".join(_draw_mark(_across(x, layout), _up(y, layout), line) for run in runs for x, y in run)


def _unbroken(line: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    """The stretches of a line between its missing values."""
    run: list[tuple[float, float]] = []
    for x, y in zip(line["x"], line["y"], strict=True):
        if y is not None:
            run.append((x, y))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _stroke(line: dict[str, Any]) -> str:
    style = line["line"]
    dash = f' stroke-dasharray="{DASHES[style["dash"]]}"' if DASHES[style["dash"]] else ""
    return f'stroke="{style["color"]}" stroke-width="{style["width"]}" stroke-linejoin="round"{dash}'


def _draw_mark(x: float, y: float, line: dict[str, Any]) -> str:
    """A circle, or a diamond with paper inside it."""
    colour = line["line"]["color"]
    if line["marker"]["symbol"] == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'
    return f'<path d="M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5z" fill="#fff" stroke="{colour}" stroke-width="1.5"/>'


def _draw_key(lines: list[dict[str, Any]]) -> str:
    """Which line is whose: the places first, then the country, which is drawn first."""
    drawn, x = "", 0.0
    for line in [*lines[1:], *lines[:1]]:
        mark = _draw_mark(x + SAMPLE / 2, 10, line) if "markers" in line["mode"] else ""
        name = f'<text x="{x + SAMPLE + 6:.1f}" y="14.5" fill="{INK}">{escape(line["name"])}</text>'
        drawn += f'<path d="M{x:.1f} 10h{SAMPLE}" {_stroke(line)}/>{mark}{name}'
        x += SAMPLE + 6 + measure(line["name"], LABEL) + 18
    return drawn
