"""Lists, table and sentences of a map have the kommuner in one order: that of the ranks."""

import re
from itertools import pairwise

import pytest

from components.markup.render import to_html
from components.panel.layer import build_map_layer
from components.wording.formats import format_figure


@pytest.fixture(scope="module")
def layers(official, borders):
    """What each figure that may be mapped puts on the page."""
    return [(indicator, build_map_layer(indicator, official, borders)) for indicator in official.mappable]


def test_lists_table_and_sentences_have_the_order_of_the_ranks(official, layers):
    """Also of kommuner whose numbers are printed alike and are not: they are said in the order of what is not printed."""
    hidden = 0
    for indicator, layer in layers:
        rows = re.findall(r'data-kode="(\d+)" data-navn="\d+" data-vaerdi="(\d+)"', to_html(layer.table))
        ranks = official.ranks[indicator.key]
        by_value = [code for code, _ in sorted(rows, key=lambda row: int(row[1])) if code in ranks]
        assert [ranks[code].position for code in by_value] == sorted(ranks[code].position for code in by_value)
        ends = [said.split(": ", 1)[1].split("; ") for said in re.findall(r"<p>((?:Højest|Lavest) .*?)\.</p>", to_html(layer.description))]
        listed = re.findall(r'kommune=(\d+)">[^<]+</a> ', to_html(layer.legend))
        for codes, said, end in ((listed[:4], ends[0], "position"), (listed[4:], ends[1], "from_lowest")):
            places = [getattr(ranks[code], end) for code in codes]
            assert places == sorted(places)
            printed = [format_figure(official.profile(code)[indicator.key].reading.value, indicator) for code in codes]
            expected = [f"{official.places[code].name} {number}" for code, number in zip(codes, printed, strict=True)]
            assert said[:4] == expected or any(" kommuner med " in each for each in said)
            hidden += sum(one != two and a == b for (one, a), (two, b) in pairwise(zip(places, printed, strict=True)))
    assert hidden  # there are some to be told apart


def test_equal_values_stand_in_danish_order_of_name_from_either_end(official, layers):
    """Of the table's rows, whose order is also that of the lists (above)."""
    for indicator, layer in layers:
        rows = re.findall(r'data-navn="(\d+)" data-vaerdi="(\d+)"', to_html(layer.table))
        names = [int(name) for name, _ in sorted(rows, key=lambda row: int(row[1]))]
        codes = [official.kommuner[name].code for name in names]
        values = [official.profile(code)[indicator.key].reading.value for code in codes]
        assert all(one < two for (one, a), (two, b) in pairwise(zip(names, values, strict=True)) if a == b)
