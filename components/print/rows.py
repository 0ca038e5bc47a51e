"""The figures of the kommuneark as finished words, for one place or two: what the panels say, row by row."""

from dataclasses import dataclass, replace

from components.wording.difference import describe_difference, describe_scale, measure_bars
from components.wording.formats import format_figure, format_missing, format_period, name_unit
from components.wording.part import describe_whole, explain_gap, format_part, measure_part
from components.wording.standing import (
    EXAMPLE,
    compare_to_reference,
    describe_rank,
    describe_standing,
    describe_standing_without_period,
    format_without_unit,
)
from data.profile.profile import Entry, KommuneProfile
from data.registry.indicator import Panel, PanelKind
from data.registry.registry import Registry

Pair = tuple[KommuneProfile, KommuneProfile]


@dataclass(frozen=True)
class Value:
    """A figure of one place; ``missing`` is why there is none, and then number and unit are empty.

    Attributes:
        number: with the part of the whole, where it stands at a bar of one place.
        unit: as it stands after the number; empty at a bar of one place.
        missing: the reason.
        mark: says that the figure is an example, or is empty.
        standing: of when it is, its rank, and what it is held up against.
        bar: length from 0 to 1; None where there is no bar.
    """

    number: str
    unit: str = ""
    missing: str = ""
    mark: str = ""
    standing: str = ""
    bar: float | None = None


@dataclass(frozen=True)
class Row:
    """An indicator; ``beside`` is another figure or the difference in words, ``national`` the country's, in a comparison."""

    label: str
    values: tuple[Value, ...]
    period: str = ""
    national: str = ""
    beside: str = ""
    is_main: bool = False


@dataclass(frozen=True)
class Section:
    """A panel; ``gap`` is a sentence in place of the rows, where a whole group is missing."""

    title: str
    kind: str
    rows: tuple[Row, ...]
    note: str = ""
    gap: str = ""


def list_sections(profile: KommuneProfile, registry: Registry) -> list[Section]:
    """The panels of one place."""
    return [
        _list_key_figures(panel, profile, registry) if panel.kind is PanelKind.KEY_FIGURES else _list_bars(panel, profile)
        for panel in registry.panels.values()
    ]


def _list_key_figures(panel: Panel, profile: KommuneProfile, registry: Registry) -> Section:
    rows = [
        Row(
            entry.indicator.label,
            (_write(entry, describe_standing(entry)),),
            beside=compare_to_reference(entry, profile),
            is_main=entry.indicator.key == registry.roles.main,
        )
        for entry in profile.in_panel(panel)
    ]
    return Section(panel.title, panel.kind, tuple(rows))


def _write(entry: Entry, standing: str, bar: float | None = None) -> Value:
    reading = entry.reading
    if reading.value is None:
        return Value("", missing=format_missing(reading), standing=standing)
    mark = EXAMPLE if reading.is_example else ""
    return Value(format_figure(reading.value, entry.indicator), name_unit(reading.value, entry.indicator), "", mark, standing, bar)


def _list_bars(panel: Panel, profile: KommuneProfile) -> Section:
    """The parts of a whole."""
    entries = profile.in_panel(panel)
    if all(entry.reading.value is None for entry in entries):
        return Section(panel.title, panel.kind, (), gap=explain_gap(entries))
    rows = [Row(entry.indicator.short, (_write_bar(entry, panel),)) for entry in entries]
    return Section(panel.title, panel.kind, tuple(rows), describe_whole(panel, profile))


def _write_bar(entry: Entry, panel: Panel) -> Value:
    said, standing = format_part(entry, panel), describe_standing_without_period(entry)
    if entry.reading.value is None:
        return Value("", missing=said, standing=standing)
    return Value(said, mark=EXAMPLE if entry.reading.is_example else "", standing=standing, bar=measure_part(entry, panel))


def compare_sections(pair: Pair, registry: Registry) -> list[Section]:
    """The panels of two places, with the country beside them."""
    return [_compare_section(panel, pair) for panel in registry.panels.values()]


def _compare_section(panel: Panel, pair: Pair) -> Section:
    """Figures that are parts have one period, which then stands at the title."""
    couples = list(zip(*(profile.in_panel(panel) for profile in pair), strict=True))
    rows = tuple(_compare(main, other, panel, pair) for main, other in couples)
    if panel.kind is PanelKind.KEY_FIGURES:
        return Section(panel.title, panel.kind, rows)
    note = f"{rows[0].period} · {describe_scale(panel, pair[0])}"
    return Section(panel.title, panel.kind, tuple(replace(row, period="") for row in rows), note)


def _compare(main: Entry, other: Entry, panel: Panel, pair: Pair) -> Row:
    bars = measure_bars(main, other, panel)
    values = [_write(entry, describe_rank(entry), bar) for entry, bar in zip((main, other), bars, strict=True)]
    difference = describe_difference(main, other, pair)
    mark = f" ({EXAMPLE})" if difference and (main.reading.is_example or other.reading.is_example) else ""
    return Row(
        main.indicator.label,
        tuple(values),
        period=format_period(main.indicator.period, main.reading.period),
        national=format_without_unit(main.national, main.indicator) if main.national else "",
        beside=difference + mark,
    )
