"""Proportional bars: each is its part of the whole, and there is none where either is not known."""

import re

import pytest

from components.markup.render import to_html
from components.panel.bars import build_bars
from components.print.rows import list_sections
from data.place import load_places
from data.profile.figures import Figures
from data.profile.table import join_tables
from data.registry.indicator import PanelKind
from data.registry.registry import Registry
from data.store.check import check_table
from data.store.edition import list_editions, read_snapshots

REGISTRY = Registry.load()
BARS = [panel for panel in REGISTRY.panels.values() if panel.kind is not PanelKind.KEY_FIGURES]


def widths(markup):
    return [float(width or 0) for width in re.findall(r'style="width:(?:max\(2px, ([\d.]+)%\)|0)"', markup)]


@pytest.mark.parametrize("panel", BARS, ids=lambda panel: panel.key)
def test_bars_are_parts_of_a_whole_and_together_all_of_it(figures, panel):
    for place in figures.kommuner:
        profile = figures.profile(place.code)
        values = [entry.reading.value for entry in profile.in_panel(panel)]
        if None not in values and sum(values):
            found = widths(to_html(build_bars(panel, profile, REGISTRY)))
            assert found == pytest.approx([100 * value / sum(values) for value in values], abs=0.1 if panel.kind is PanelKind.PARTS else 3)


def test_a_part_of_an_unknown_whole_has_a_number_and_no_bar():
    table = join_tables(read_snapshots(list_editions()[-1]))
    one_gone = table[~((table["kommune_kode"] == "0326") & (table["indikator"] == "boliger_ungdom"))].reset_index(drop=True)
    places = load_places()
    profile = Figures(check_table(one_gone, REGISTRY, places), REGISTRY, places, with_examples=False).profile("0326")
    panel = REGISTRY.panels["boligtyper"]
    markup = to_html(build_bars(panel, profile, REGISTRY))
    assert "3.372" in markup
    assert "ikke indlæst" in markup
    assert 'class="spor"' not in markup
    rows = next(section.rows for section in list_sections(profile, REGISTRY) if section.title == panel.title)
    assert [row.values[0].bar for row in rows] == [None] * 3
