"""Texts of ages and years, as Danmarks Statistik writes them in its tables, and spans chosen among them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.statbank.span import HIGHEST, choose_groups, list_groups, read_group

SPANS = [(0, 17), (18, 29), (30, 64), (65,)]


@pytest.mark.parametrize(
    ("code", "text", "first", "last"),
    [
        ("-1899", "Før 1900", 0, 1899),
        ("-1899", "-1899", 0, 1899),
        ("1900-1919", "1900-1919", 1900, 1919),
        ("2005", "2005", 2005, 2005),
        ("0-5", "0-5 år", 0, 5),
        ("6-17", "6 - 17 år", 6, 17),
        ("U18", "Under 18 år", 0, 17),
        ("7", "7 år", 7, 7),
        ("A1", "18–24 år", 18, 24),
        ("65OV", "65 år og derover", 65, HIGHEST),
        ("90-", "90-", 90, HIGHEST),
        ("90+", "90+ år", 90, HIGHEST),
        ("90+", "de ældste", 90, HIGHEST),
        ("1", "0-17 år", 0, 17),  # a number of its own, and no age
        ("9", "Over 66 år", 67, HIGHEST),
    ],
)
def test_a_group_is_read_from_its_text_or_its_code(code, text, first, last):
    group = read_group(code, text)
    assert (group.first, group.last) == (first, last)


def test_totals_and_what_is_not_stated_are_no_groups():
    values = {"TOT": "I alt", "IALT": "Alder, i alt", "0-17": "0-17 år", "18-": "18 år og derover", "UOPL": "Uoplyst"}
    assert [group.code for group in list_groups(values)] == ["0-17", "18-"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"X": "de unge", "18-": ""}, "no ages or years that can be read: X 'de unge'"),
        ({"0-5": "", "7-": ""}, "has no value that begins with 6, where another ends"),
        ({"0-": "Alle"}, "has no groups of ages or years to choose from"),
        ({}, "has no groups"),
    ],
)
def test_groups_that_do_not_cover_all_are_refused(values, said):
    with pytest.raises(ValueError, match=said):
        list_groups(values)


@given(st.sets(st.integers(1, 110), min_size=1, max_size=30))
def test_whatever_the_groups_are_the_spans_cover_each_once(starts):
    firsts = [0, *sorted(starts)]
    values = {f"{first}-{after - 1}": "" for first, after in pairwise(firsts)} | {f"{firsts[-1]}-": ""}
    groups = list_groups(values)
    assert [group for span in SPANS for group in choose_groups(groups, span)] == groups
