"""The rows of a comparison: the first place's value, both marks among the kommuner, the second's value, the difference in words."""

from collections.abc import Sequence

from components.markup import html
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.panel.bars import draw_bar
from components.panel.comparison.pairing import Pair, Profiles, find_spread
from components.panel.explanation import build_map_link, explain, explain_second
from components.panel.graphic import build_strip
from components.panel.key_figure import build_label, build_value
from components.wording.difference import describe_difference, measure_bars
from components.wording.formats import format_period, name_briefly
from components.wording.part import format_part_of_whole
from components.wording.picture import describe_mark
from components.wording.spoken.links import name_source_link
from data.place import PlaceKind
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.sentence import capitalise

LETTERS = ("a", "b")


def build_table(pairs: Sequence[Pair], profiles: Profiles, figures: Figures, caption: str) -> Element:
    """A table with a row for each figure; its columns are headed "A: Kalundborg" and "B: Roskilde".

    Roles are written out: on a phone the style sheet lays rows out as grids, which takes their meaning from them in some browsers.
    """
    heads = [_build_column_head(letter, profile.place.name) for letter, profile in zip(LETTERS, profiles, strict=True)]
    middle = _head_column(f"{len(figures.kommuner)} kommuner", "midte")
    head = html.Tr([_head_column("Tal"), heads[0], middle, heads[1], _head_column("Forskel")], role="row")
    return html.Table(
        [
            html.Caption(caption, className="skaermlaeser"),
            html.Thead(head, role="rowgroup"),
            html.Tbody([_build_row(pair, profiles, figures) for pair in pairs], role="rowgroup"),
        ],
        role="table",
        className="par-tabel",
    )


def _head_column(content: str | list[Element | str], css_class: str | None = None) -> Element:
    return html.Th(content, scope="col", role="columnheader", className=css_class)


def _build_column_head(letter: str, name: str) -> Element:
    """The sign's letter is written by the style sheet: it is read once, as part of "A: Kalundborg"."""
    sign = html.Span(className=f"maerke maerke--{letter}", **aria(hidden="true"))
    return _head_column([sign, html.Span(f"{letter.upper()}: ", className="skaermlaeser"), name])


def _build_row(pair: Pair, profiles: Profiles, figures: Figures) -> Element:
    indicator = pair.entries[0].indicator
    example = "eksempel" if any(reading.is_example for reading in pair.readings) else ""
    name = [*build_label(indicator.short, indicator), _build_source(pair, profiles, figures)]
    first, second = (_build_side(entry, letter, figures) for entry, letter in zip(pair.entries, LETTERS, strict=True))
    difference = describe_difference(pair.entries[0], pair.entries[1], profiles)
    return html.Tr(
        [
            # what unfolds in it is not read out as the head of every cell
            html.Th(name, scope="row", role="rowheader", **aria(label=name_briefly(indicator))),
            first,
            html.Td(build_marks(pair, profiles, figures), role="cell", className="midte"),
            second,
            html.Td(difference, role="cell", className="forskel"),
        ],
        role="row",
        className=example,
        **data(tal=indicator.key),
    )


def _build_side(entry: Entry, letter: str, figures: Figures) -> Element:
    """A place's number, and where its bar is a part of a whole the part: "3.372 boliger (84 pct.)"."""
    part = format_part_of_whole(entry, figures.registry.group_of(entry.indicator))
    share = [html.Span(f" ({part})", className="andel")] if part else []
    return html.Td([*build_value(entry.reading, entry.indicator), *share], role="cell", className=f"side side--{letter}")


def build_marks(pair: Pair, profiles: Profiles, figures: Figures) -> Element | None:
    """Both marks on the strip of the kommuner with a bridge between them; for counts and parts two bars on one scale."""
    spread = find_spread(pair, profiles, figures)
    if spread:
        marks = list(zip(LETTERS, pair.values, strict=True))
        return build_strip(spread, figures, marks, _describe_marks(pair, profiles, spread.describe(figures.places)))
    group = pair.group or figures.registry.group_of(pair.entries[0].indicator)
    lengths = _measure_wholes(pair) if pair.group else measure_bars(*pair.entries, group)
    bars = [bar for length in lengths if (bar := draw_bar(length))]
    return html.Span(bars, className="par-bjaelker", **aria(hidden="true")) if bars else None


def _describe_marks(pair: Pair, profiles: Profiles, distribution: str) -> str:
    """Place B's value before what is said of place A, the country and the kommuner; the country's is said there already."""
    other = profiles[1].place
    if other.kind is PlaceKind.COUNTRY:
        return distribution
    return f"{describe_mark(other.name, pair.values[1], pair.entries[0].indicator).removesuffix('.')}. {distribution}"


def _measure_wholes(pair: Pair) -> tuple[float, float]:
    longest = max(pair.values) or 1.0
    return pair.values[0] / longest, pair.values[1] / longest


def _build_source(pair: Pair, profiles: Profiles, figures: Figures) -> Element:
    """Period, and what folds out: definition, both places' standing, source."""
    first, second = pair.entries
    period = format_period(first.indicator.period, first.reading.period)  # the same in both (Readings.reading)
    registry, before = figures.registry, f"{capitalise(period)} · "
    return html.Details(
        [
            html.Summary(f"{before}Kilde", **aria(label=name_source_link(first.indicator, before))),
            *explain(first, registry),
            *explain_second(second, profiles[1].place.name, registry),
            *build_map_link(first, figures),
        ],
        className="kilde",
    )
