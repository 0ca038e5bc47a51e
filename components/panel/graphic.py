"""The one small drawing beside a figure: what fits it, from the figure and its distribution alone."""

from collections.abc import Sequence

from markupsafe import Markup

from components.chart.columns_svg import draw_columns
from components.chart.distribution import Distribution, find_distribution
from components.chart.part_bar_svg import colour_of, draw_part_bar
from components.chart.pictogram_svg import MOST, draw_houses, draw_people
from components.chart.strip_svg import LENGTH, TALL
from components.markup import html
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.wording.formats import format_figure, format_period, format_reading
from components.wording.part import format_part, measure_part
from components.wording.picture import describe_columns, describe_one_in, describe_parts, describe_things
from data.profile.answer import Answer
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.registry.kind import Base, PeriodKind, Unit
from data.registry.panel import Group, Panel

COLUMNS = 5  # periods, at most
FEWEST_COLUMNS = 3
FEW_PARTS = 4  # that are named below their bar; of more the largest
ONE_IN = range(2, 11)  # people who are drawn, one of them filled


def build_strip(distribution: Distribution, figures: Figures, marks: Sequence[tuple[str, float]], sentence: str = "") -> Element:
    """A strip of the kommuner's lines with marks on it. The lines are the page's (components/chart/shared.py), the marks HTML.

    Args:
        distribution: the values.
        figures: for the names.
        marks: kind ("a", "b", "against") and value of what is marked; the country's is added.
        sentence: the drawing in words; made from the distribution where it is left out.
    """
    country = [("land", distribution.national)] if distribution.national is not None else []
    ends = [_place(distribution, value) for kind, value in marks]
    left, right = min(ends, default=0), max(ends, default=0)
    bridge = [html.Span(className="bro", style={"left": f"{left:.1f}%", "width": f"{right - left:.1f}%"})] if len(ends) > 1 else []
    points = [
        html.Span(className=f"punkt punkt--{kind}", style={"left": f"{_place(distribution, value):.1f}%"})
        for kind, value in (*country, *marks)
    ]
    drawn = f'<use href="#strimmel-{distribution.name}"/>'
    size = f'viewBox="0 0 {LENGTH} {TALL}" preserveAspectRatio="none"'
    lines = Markup(f'<svg aria-hidden="true" {size}>{drawn}</svg>')  # noqa: S704 # ours
    return html.Span(
        [lines, *bridge, *points],
        role="img",
        className="strimmel",
        **aria(label=sentence or distribution.describe(figures.places)),
        **data(fordeling=distribution.name),
    )


def _place(distribution: Distribution, value: float) -> float:
    return 100 * distribution.locate_in_range(value)


def build_figure_graphic(entry: Entry, profile: KommuneProfile, figures: Figures) -> Element | None:
    """What is drawn beside a figure that stands alone: a strip, people, houses or columns; None where nothing says more than the number."""
    if distribution := find_distribution(entry, profile.place.code, figures):
        own = [] if distribution.own is None else [("a", distribution.own)]
        return build_strip(distribution, figures, own + _find_against(entry, profile))
    if _is_whole_percent(entry):
        return _inline(draw_houses(round(entry.reading.value or 0), MOST, describe_things(entry), a_row=25))
    return _build_columns(entry)


def _find_against(entry: Entry, profile: KommuneProfile) -> list[tuple[str, float]]:
    """The value of what the registry holds against the figure: private rent beside almen rent."""
    other = profile[entry.indicator.against].reading.value if entry.indicator.against else None
    return [] if other is None else [("imod", other)]


def _is_whole_percent(entry: Entry) -> bool:
    return entry.indicator.unit is Unit.PERCENT and entry.indicator.base is Base.ALMENE and not entry.indicator.decimals


def _build_people(entry: Entry, profile: KommuneProfile) -> Element | None:
    """A count of people as one of so many inhabitants, by the share in its group; None where there is none, or it counts other things.

    The share is the source's own, of counts of the same day: a rounded count and another year's population would not do.
    """
    if entry.indicator.unit is not Unit.PERSONS:
        return None
    same = [other for other in profile.entries.values() if other.indicator.group == entry.indicator.group]
    shares = [other for other in same if other.indicator.unit is Unit.PERCENT and other.reading.value]
    one_in = round(100 / (shares[0].reading.value or 1)) if shares else 0
    return _inline(draw_people(1, one_in, describe_one_in(shares[0], one_in))) if one_in in ONE_IN else None


def _build_columns(entry: Entry) -> Element | None:
    """The latest years as columns; None where too few are known, or periods are no single years."""
    series = entry.series[-COLUMNS:]
    known = [value for _, value in series if value is not None]
    if entry.indicator.period not in {PeriodKind.YEAR, PeriodKind.PRIMO} or len(known) < FEWEST_COLUMNS or min(known) < 0:
        return None
    columns = [(f"’{period[-2:]}", value, "" if value is None else format_figure(value, entry.indicator)) for period, value in series]
    return _inline(draw_columns(columns, describe_columns(entry.indicator, series)))


def build_answer_graphic(answer: Answer, profile: KommuneProfile, figures: Figures) -> list[Element]:
    """What is drawn at a topic's answer: of a whole its parts, else what is drawn of the figure."""
    if answer.group:
        return _build_parts(answer.group, profile)
    graphic = _build_people(answer.entry, profile) or build_figure_graphic(answer.entry, profile, figures)
    return [graphic] if graphic else []


def build_next_graphic(topic: Panel, answer: Answer, profile: KommuneProfile, figures: Figures) -> list[Element]:
    """Where nothing can be drawn of a topic's answer: the next of its figures that something can be drawn of, named and with its value."""
    for key in topic.lead:
        entry = profile[key] if key in profile.entries else None
        if entry is None or entry == answer.entry or entry.reading.value is None or entry.is_provisional:
            continue
        if graphic := build_figure_graphic(entry, profile, figures):
            name = f"{entry.indicator.short}: {format_reading(entry.reading, entry.indicator)}"
            return [graphic, html.Span(name, className="stand")]
    return []


def _build_parts(group: Group, profile: KommuneProfile) -> list[Element]:
    """A bar, or where they are few the things themselves, and below it the parts' names and numbers."""
    entries = [entry for entry in profile.in_group(group) if entry.reading.value is not None]
    parts = [measure_part(entry, group) or 0 for entry in entries]
    sentence = describe_parts(group, profile)
    whole = profile.whole(group).value or 0
    houses = entries[0].indicator.unit is Unit.DWELLINGS and 0 < whole <= MOST
    drawing = draw_houses(round(whole), round(whole), sentence) if houses else draw_part_bar(parts, sentence)
    largest = sorted(range(len(entries)), key=lambda number: -parts[number])[:FEW_PARTS]
    names = [
        html.Span(
            [
                *([] if houses else [html.Span(className="farve", style={"background": colour_of(number)})]),
                f"{entries[number].indicator.short} {format_part(entries[number], group)}",
            ]
        )
        for number in sorted(largest)
    ]
    return ([_inline(drawing)] if whole else []) + [html.Span(names, className="delnavne")]


def _inline(drawing: str) -> Element:
    return html.Span(Markup(drawing), className="tegnet")  # noqa: S704 # escaped there


def describe_period(answer: Answer) -> str:
    """The period of an answer in words."""
    return format_period(answer.entry.indicator.period, answer.reading.period)
