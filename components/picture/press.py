"""A kommune's key figures as a picture for newspapers and social media, in three aspect ratios, with source, date and edition.

Here are the finished words and numbers; press.typ says where they stand and how they look.
"""

from pathlib import Path
from typing import Any

from components import theme
from components.address.press import AspectRatio
from components.chart.distribution import find_distribution
from components.chart.swarm_svg import draw_swarm
from components.map.locator import draw_locator
from components.picture.press_figures import choose_figures
from components.svg.document import write_svg
from components.svg.text import FONT
from components.theme import SANS
from components.typeset.process import TypstProcess
from components.wording import texts
from components.wording.edition import describe_edition_briefly
from components.wording.formats import EXAMPLE, format_figure, format_missing, format_period, format_rank, name_figure, name_unit
from components.wording.source import cite_borders
from components.wording.standing import COMPUTED
from data.profile.answer import Answer
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.reading import Reading, Status
from data.registry.indicator import Indicator
from data.registry.source import Source
from data.sentence import capitalise
from geodata.borders import Borders
from geodata.drawing import Drawing

TEMPLATE = Path(__file__).with_name("press.typ")
EXAMPLE_WARNING = f"{EXAMPLE.upper()}: tal mærket »{EXAMPLE}« er fundet på og må ikke citeres"
COLOURS = ("INK", "DIM", "LINE", "PAPER", "ACCENT", "EXAMPLE_NOTE")
Words = dict[str, Any]


def build_press_picture(code: str, aspect: AspectRatio, figures: Figures, borders: Borders, drawing: Drawing) -> bytes:
    """The PNG: 1920 x 1080, 1080 x 1080 or 1080 x 1350 pixels.

    Args:
        code: kommunekode.
        aspect: width to height.
        figures: the figures, without examples unless these are switched on for files.
        borders: for their licence.
        drawing: the borders as SVG.

    Raises:
        FileNotFoundError: the fonts have not been fetched.
        RuntimeError: something does not fit; what it is stands in the log.
    """
    words = write_press_picture(code, aspect, figures, borders, drawing)
    with TypstProcess(TEMPLATE, "png") as process:
        return process.typeset(f"{code}-{aspect}.png", {"picture": words})


def write_press_picture(code: str, aspect: AspectRatio, figures: Figures, borders: Borders, drawing: Drawing) -> Words:
    """What the template is given: all words and numbers, the map as SVG; arguments as for ``build_press_picture``."""
    profile = figures.profile(code)
    main, chosen = profile[figures.registry.roles.main], choose_figures(profile, figures.registry)
    is_example = any(reading.is_example for reading in (main.reading, *(answer.reading for answer in chosen)))
    return {
        "aspect": aspect,
        "title": texts.TITLE,
        "name": profile.place.full_name,
        "main": _write_figure(main) | {"facts": _list_main_facts(main)},
        "swarm": _draw_swarm(main, code, figures),
        "figures": [_write_answer(answer) for answer in chosen],
        "source": _write_source([main, *(answer.entry for answer in chosen)], figures, borders),
        "map": write_svg(draw_locator(drawing, code), drawing.width, drawing.height),
        "example": {"word": EXAMPLE.upper(), "warning": EXAMPLE_WARNING} if is_example else None,
        "colours": {name.lower(): getattr(theme, name) for name in COLOURS},
    }


def _write_figure(entry: Entry) -> Words:
    """Label, then number and unit or why there is none, then the period; where it stands among the kommuner is on the page."""
    value, indicator = entry.reading.value, entry.indicator
    facts = _list_facts(entry.reading, indicator)
    if value is None:
        return {"label": name_figure(indicator), "missing": format_missing(entry.reading), "facts": facts}
    return {"label": name_figure(indicator), "number": format_figure(value, indicator), "unit": name_unit(value, indicator), "facts": facts}


def _list_facts(reading: Reading, indicator: Indicator) -> list[str]:
    mark = [EXAMPLE] if reading.is_example else []
    computed = [COMPUTED] if reading.status is Status.BEREGNET else []
    return [*mark, format_period(indicator.period, reading.period), *computed]


def _write_answer(answer: Answer) -> Words:
    """A topic's figure; of a group it is what its parts add up to."""
    if answer.group is None:
        return _write_figure(answer.entry)
    indicator, value = answer.entry.indicator, answer.reading.value or 0
    return {
        "label": capitalise(answer.group.whole),
        "number": format_figure(value, indicator),
        "unit": name_unit(value, indicator),
        "facts": _list_facts(answer.reading, indicator),
    }


def _list_main_facts(main: Entry) -> list[str]:
    return [*_list_facts(main.reading, main.indicator), *([format_rank(main.rank)] if main.rank else [])]


def _draw_swarm(main: Entry, code: str, figures: Figures) -> str | None:
    """All kommuner, this one marked, in the typeface of the picture; None where it has no figure to be among them."""
    distribution = find_distribution(main, code, figures)
    return draw_swarm(distribution, figures).replace(SANS, FONT) if distribution else None


def _write_source(entries: list[Entry], figures: Figures, borders: Borders) -> str:
    """Publishers with their tables, the map's licence, and the edition: short enough to be read where the picture is shown small."""
    sources = dict.fromkeys(figures.registry.sources[entry.reading.source] for entry in entries)
    tables: dict[str, list[str]] = {}
    for source in sources:
        tables.setdefault(source.publisher, []).append(_name_table(source))
    cited = [f"{publisher}, {', '.join(dict.fromkeys(names))}" for publisher, names in tables.items()]
    lead = "Kilder" if len(sources) > 1 else "Kilde"
    return f"{lead}: {'; '.join(cited)}. {cite_borders(borders)} {describe_edition_briefly(figures)}."


def _name_table(source: Source) -> str:
    """The table's name without what it is about or is made from: "BOL101", "Kommuneark 2025 (trykt)"."""
    return source.title.partition(":")[0].partition(",")[0]
