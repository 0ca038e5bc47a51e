"""The figures of the kommuneark as finished words, row by row: the same as the panels say, for one place or two.

The classes' fields are read by kommuneark.typ under the same names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.print.drawn.pictures import Strip, draw_sheet_strip
from components.wording.difference import describe_difference, describe_scale, measure_bars
from components.wording.formats import EXAMPLE, format_figure, format_period, mark_example, name_unit
from components.wording.part import describe_whole, format_part, measure_part
from components.wording.standing import compare_to_reference, describe_rank, describe_standing, format_without_unit, has_come
from data.profile.answer import find_answer
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.registry.kind import GroupKind
from data.registry.panel import Group, Panel
from data.registry.registry import Registry

Pair = tuple[KommuneProfile, KommuneProfile]


@dataclass(frozen=True)
class Value:
    """A figure of one place, as texts that are empty where they do not apply.

    Attributes:
        number: "15,7"; at a bar of one place with its part of the whole: "3.372 (84 pct.)".
        unit: as it stands after the number; empty at a bar of one place.
        mark: the word for an example figure.
        standing: period, rank and the country's figure.
        bar: length from 0 to 1; None for no bar.
    """

    number: str
    unit: str = ""
    mark: str = ""
    standing: str = ""
    bar: float | None = None


@dataclass(frozen=True)
class Row:
    """An indicator's figures.

    Attributes:
        label: the indicator's name.
        tag: what it speaks of where that is not almene boliger: "alle boliger".
        values: one place's figure, or both places'.
        period: in a comparison; else it is in the value's standing, or above the section.
        national: in a comparison, the country's figure.
        beside: the figure compared with another indicator's; in a comparison, how the two places differ.
        is_main: whether it is the main indicator, which leads the sheet.
        is_answer: whether it answers its topic, and is printed larger.
        strip: where the place stands among the kommuner; None where they are not compared.
    """

    label: str
    values: tuple[Value, ...]
    tag: str = ""
    period: str = ""
    national: str = ""
    beside: str = ""
    is_main: bool = False
    is_answer: bool = False
    strip: Strip | None = None


@dataclass(frozen=True)
class Section:
    """The key figures of a panel, or parts of a whole that it has. What is missing is in none of them: it is told once, below.

    Attributes:
        title: of the panel; of parts, what they are.
        kind: how its rows belong together, as ``GroupKind``.
        rows: its indicators, those that there are.
        note: period and whole of all rows, where these have them in common.
        panel: key of the panel.
        total: what parts add up to, as a figure with its name in place of a unit ("4.004 almene boliger i alt"); None for no such sum.
    """

    title: str
    kind: str
    rows: tuple[Row, ...]
    note: str = ""
    panel: str = ""
    total: Value | None = None


def list_sections(profile: KommuneProfile, figures: Figures) -> list[Section]:
    """The panels of one place, in reading order."""
    return [section for panel in figures.registry.panels.values() for section in _list_panel(panel, profile, figures)]


def _list_panel(panel: Panel, profile: KommuneProfile, figures: Figures) -> Iterator[Section]:
    """The first parts of a whole that the place has, and the key figures of all groups that the sheet has room for."""
    groups = choose_groups(panel, [profile], figures.registry)
    yield from (_list_bars(group, profile) for group in groups if group.kind is not GroupKind.KEY_FIGURES)
    entries = [entry for group in groups if group.kind is GroupKind.KEY_FIGURES for (entry,) in _find_known(group, [profile])]
    if entries:
        answer = find_answer(profile, panel, figures.registry)
        leading = answer.entry.indicator.key if answer and answer.group is None else ""
        rows = [_write_key_figure(entry, profile, figures) for entry in entries]
        marked = (replace(row, is_answer=entry.indicator.key == leading) for row, entry in zip(rows, entries, strict=True))
        yield Section(panel.title, GroupKind.KEY_FIGURES, tuple(marked), panel=panel.key)


def choose_groups(panel: Panel, places: Sequence[KommuneProfile], registry: Registry) -> list[Group]:
    """The groups of a panel that are printed: those with key figures, and of those with parts of a whole the first, which leads."""
    known = [group for group in registry.groups_of(panel.key) if group.on_sheet and _find_known(group, places)]
    parts = [group for group in known if group.kind is not GroupKind.KEY_FIGURES]
    return [group for group in known if group not in parts[1:]]


def list_printed(places: Sequence[KommuneProfile], registry: Registry) -> list[str]:
    """The keys of the figures that stand in the sections of a sheet of one place or two, in reading order."""
    groups = [group for panel in registry.panels.values() for group in choose_groups(panel, places, registry)]
    return [row[0].indicator.key for group in groups for row in _find_known(group, places)]


def _find_known(group: Group, places: Sequence[KommuneProfile]) -> list[tuple[Entry, ...]]:
    """The group's figures that all places have. What its source calls provisional is not put on paper, which no one can correct."""
    rows = zip(*(profile.in_group(group) for profile in places), strict=True)
    return [row for row in rows if all(entry.reading.value is not None and not entry.is_provisional for entry in row)]


def _write_key_figure(entry: Entry, profile: KommuneProfile, figures: Figures) -> Row:
    is_main = entry.indicator.key == figures.registry.roles.main
    return Row(
        entry.indicator.label,
        (_write(entry, describe_standing(entry)),),
        entry.indicator.tag,
        beside=compare_to_reference(entry, profile),
        is_main=is_main,
        strip=None if is_main else draw_sheet_strip(entry, profile.place.code, figures),
    )


def _write(entry: Entry, standing: str, bar: float | None = None) -> Value:
    value, mark = entry.reading.value or 0, EXAMPLE if entry.reading.is_example else ""
    return Value(format_figure(value, entry.indicator), name_unit(value, entry.indicator), mark, standing, bar)


def _list_bars(group: Group, profile: KommuneProfile) -> Section:
    """Figures that are parts of a whole; no rows where the whole is nothing, as on the screen."""
    whole, note = profile.whole(group), describe_whole(group, profile)
    known = [] if whole.value == 0 else [entry for (entry,) in _find_known(group, [profile])]
    some = [entry for entry in known if entry.reading.value]
    rows = [Row(entry.indicator.short, (_write_bar(entry, group, alone=len(some) == 1),), entry.indicator.tag) for entry in known]
    return Section(group.title, group.kind, tuple(rows), note, group.panel, _write_total(group, profile))


def _write_total(group: Group, profile: KommuneProfile) -> Value | None:
    whole, first = profile.whole(group), profile.in_group(group)[0].indicator
    if group.kind is GroupKind.SHARES or whole.value is None:
        return None
    mark = EXAMPLE if whole.is_example else ""
    return Value(format_figure(whole.value, first), group.whole, mark, format_period(first.period, whole.period))


def _write_bar(entry: Entry, group: Group, *, alone: bool) -> Value:
    """A part, beside the country's share. Where one part is all there is, a full bar would say no more than its number."""
    mark, is_share = EXAMPLE if entry.reading.is_example else "", group.kind is GroupKind.SHARES
    if alone:
        return Value(format_figure(entry.reading.value or 0, entry.indicator), mark=mark)
    national = entry.national if is_share and entry.national and entry.national.value is not None else None
    standing = f"landet {format_without_unit(national, entry.indicator)}" if national else ""
    return Value(format_part(entry, group), mark=mark, standing=standing, bar=measure_part(entry, group))


def compare_sections(pair: Pair, registry: Registry) -> list[Section]:
    """What both places have, panel by panel, with the country's figures for a third column."""
    chosen = [(panel, group) for panel in registry.panels.values() for group in choose_groups(panel, list(pair), registry)]
    sections: list[Section] = []
    for panel, group in chosen:
        section = _compare_section(panel, group, pair)
        if sections and sections[-1].title == section.title and sections[-1].kind == section.kind:
            sections[-1] = replace(sections[-1], rows=(*sections[-1].rows, *section.rows))
        else:
            sections.append(section)
    return sections


def _compare_section(panel: Panel, group: Group, pair: Pair) -> Section:
    """A group of two places. Parts of a whole have one period, which stands above them instead of in every row."""
    rows = tuple(_compare(first, second, group, pair) for first, second in _find_known(group, list(pair)))
    if group.kind is GroupKind.KEY_FIGURES:
        return Section(panel.title, group.kind, rows)
    note = f"{rows[0].period} · {describe_scale(group, pair[0])}"
    return Section(group.title, group.kind, tuple(replace(row, period="") for row in rows), note)


def _compare(first: Entry, second: Entry, group: Group, pair: Pair) -> Row:
    bars = measure_bars(first, second, group)
    values = [_write(entry, describe_rank(entry), bar) for entry, bar in zip((first, second), bars, strict=True)]
    difference = describe_difference(first, second, pair)
    mark = mark_example(bool(difference) and (first.reading.is_example or second.reading.is_example))
    return Row(
        first.indicator.label,
        tuple(values),
        first.indicator.tag,
        period=format_period(first.indicator.period, first.reading.period),
        national=format_without_unit(first.national, first.indicator) if has_come(first.national) else "",
        beside=difference + mark,
    )
