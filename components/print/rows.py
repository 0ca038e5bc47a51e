"""The figures of the kommuneark as finished words, row by row: the same as the panels say, for one place or two.

The classes' fields are read by kommuneark.typ under the same names.
"""

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
    """A figure of one place, as texts that are empty where they do not apply.

    Attributes:
        number: "15,7"; at a bar of one place with its part of the whole: "3.372 (84 pct.)".
        unit: as it stands after the number; empty at a bar of one place.
        missing: why there is no figure; number and unit are empty then.
        mark: the word for an example figure.
        standing: period, rank and the country's figure.
        bar: length from 0 to 1; None for no bar.
    """

    number: str
    unit: str = ""
    missing: str = ""
    mark: str = ""
    standing: str = ""
    bar: float | None = None


@dataclass(frozen=True)
class Row:
    """An indicator's figures.

    Attributes:
        label: the indicator's name.
        values: one place's figure, or both places'.
        period: in a comparison; else it is in the value's standing, or above the section.
        national: in a comparison, the country's figure.
        beside: the figure compared with another indicator's; in a comparison, how the two places differ.
        is_main: whether it is the main indicator, which is printed larger.
    """

    label: str
    values: tuple[Value, ...]
    period: str = ""
    national: str = ""
    beside: str = ""
    is_main: bool = False


@dataclass(frozen=True)
class Section:
    """A panel.

    Attributes:
        title: of the panel.
        kind: how its rows belong together, as ``PanelKind``.
        rows: its indicators; none where all of them are missing.
        note: period and whole of all rows, where these have them in common.
        gap: a sentence in place of the rows, where all of them are missing.
    """

    title: str
    kind: str
    rows: tuple[Row, ...]
    note: str = ""
    gap: str = ""


def list_sections(profile: KommuneProfile, registry: Registry) -> list[Section]:
    """The panels of one place, in reading order."""
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
    """A panel whose figures are parts of a whole."""
    entries = profile.in_panel(panel)
    if all(entry.reading.value is None for entry in entries):
        return Section(panel.title, panel.kind, (), gap=explain_gap(entries))
    rows = [Row(entry.indicator.short, (_write_bar(entry, panel),)) for entry in entries]
    return Section(panel.title, panel.kind, tuple(rows), describe_whole(panel, profile))


def _write_bar(entry: Entry, panel: Panel) -> Value:
    number, standing = format_part(entry, panel), describe_standing_without_period(entry)
    if entry.reading.value is None:
        return Value("", missing=number, standing=standing)
    return Value(number, mark=EXAMPLE if entry.reading.is_example else "", standing=standing, bar=measure_part(entry, panel))


def compare_sections(pair: Pair, registry: Registry) -> list[Section]:
    """The panels of two places side by side, with the country's figures for a third column."""
    return [_compare_section(panel, pair) for panel in registry.panels.values()]


def _compare_section(panel: Panel, pair: Pair) -> Section:
    """A panel of two places. Parts of a whole have one period, which stands above them instead of in every row."""
    pairs = list(zip(*(profile.in_panel(panel) for profile in pair), strict=True))
    rows = tuple(_compare(first, second, panel, pair) for first, second in pairs)
    if panel.kind is PanelKind.KEY_FIGURES:
        return Section(panel.title, panel.kind, rows)
    note = f"{rows[0].period} · {describe_scale(panel, pair[0])}"
    return Section(panel.title, panel.kind, tuple(replace(row, period="") for row in rows), note)


def _compare(first: Entry, second: Entry, panel: Panel, pair: Pair) -> Row:
    bars = measure_bars(first, second, panel)
    values = [_write(entry, describe_rank(entry), bar) for entry, bar in zip((first, second), bars, strict=True)]
    difference = describe_difference(first, second, pair)
    mark = f" ({EXAMPLE})" if difference and (first.reading.is_example or second.reading.is_example) else ""
    return Row(
        first.indicator.label,
        tuple(values),
        period=format_period(first.indicator.period, first.reading.period),
        national=format_without_unit(first.national, first.indicator) if first.national else "",
        beside=difference + mark,
    )
