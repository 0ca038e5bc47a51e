"""Proportional bars: each is its part of the whole, and there is none where either is not known."""

import re

import pytest

from components.markup.render import to_html
from components.panel.bars import build_bars
from components.print.rows import list_sections
from components.wording.gap import list_gaps
from data.place_table import load_places
from data.profile.figures import Figures
from data.profile.table import join_tables
from data.registry.kind import GroupKind
from data.registry.registry import Registry
from data.store.check import check_table
from data.store.edition import list_editions, read_snapshots
from tests.days import TODAY

REGISTRY = Registry.load()
BARS = [group for group in REGISTRY.groups.values() if group.kind is not GroupKind.KEY_FIGURES]


def widths(markup):
    return [float(width or 0) for width in re.findall(r'style="width:(?:max\(2px, ([\d.]+)%\)|0)"', markup)]


@pytest.mark.parametrize("group", BARS, ids=lambda group: group.key)
def test_bars_are_parts_of_a_whole_and_together_all_of_it(figures, group):
    for place in figures.kommuner:
        profile = figures.profile(place.code)
        values = [entry.reading.value for entry in profile.in_group(group)]
        if None not in values and sum(values):
            found = widths(to_html(build_bars(group, profile, REGISTRY)))
            assert found == pytest.approx([100 * value / sum(values) for value in values], abs=0.1 if group.kind is GroupKind.PARTS else 3)


def test_a_part_of_an_unknown_whole_has_a_number_and_no_bar():
    table = join_tables(read_snapshots(list_editions()[-1]))
    one_gone = table[~((table["kommune_kode"] == "0326") & (table["indikator"] == "boliger_ungdom"))].reset_index(drop=True)
    places = load_places(TODAY)
    figures = Figures(check_table(one_gone, REGISTRY, places), REGISTRY, places, with_examples=False)
    profile = figures.profile("0326")
    group = REGISTRY.groups["boligtype"]
    markup = to_html(build_bars(group, profile, REGISTRY))
    assert "3.372" in markup
    assert 'class="spor"' not in markup
    rows = next(section.rows for section in list_sections(profile, figures) if section.title == group.title)
    assert [row.values[0].bar for row in rows] == [None] * 2
    (said, *_) = list_gaps([profile], REGISTRY)
    assert said.startswith("BL's egne tal for Kalundborg Kommune om ungdomsboliger er ikke med endnu")
