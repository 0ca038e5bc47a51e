import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.wording.formats import (
    format_difference,
    format_number,
    format_period,
    format_rank,
    format_share,
    format_value,
    round_half_up,
)
from data.reading import Rank
from data.registry.kind import PeriodKind
from data.registry.registry import Registry

REGISTRY = Registry.load()
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [(3372, 0, "3.372"), (999, 0, "999"), (15.67, 1, "15,7"), (1_000_000, 0, "1.000.000"), (0, 0, "0"), (0, 1, "0,0"),
     (-1234.5, 1, "−1.234,5"), (2.5, 0, "3"), (0.05, 1, "0,1"), (1.005, 2, "1,01")],
)  # fmt: skip
def test_numbers_are_danish(value, decimals, said):
    assert format_number(value, decimals) == said


@given(st.floats(0, 1e7), st.integers(0, 2))
def test_rounding_is_never_off_by_more_than_half(value, decimals):
    assert abs(round_half_up(value, decimals) - value) <= 0.5 / 10**decimals + 1e-6


@pytest.mark.parametrize(
    ("kind", "period", "said"),
    [
        (PeriodKind.PRIMO, "2026", f"1.{NBSP}januar 2026"),
        (PeriodKind.YEAR, "2025", "2025"),
        (PeriodKind.RANGE, "2022-2024", "2022-2024"),
        (PeriodKind.QUARTER_START, "2026K3", f"1.{NBSP}juli 2026"),
        (PeriodKind.QUARTERS, "2025K3-2026K2", f"3.{NBSP}kvt. 2025 til 2.{NBSP}kvt. 2026"),
    ],
)
def test_periods_say_what_they_mean(kind, period, said):
    assert format_period(kind, period) == said


def test_units_never_break_from_their_number():
    assert format_value(263, REGISTRY["huslejeomsaetning"]) == f"263{NBSP}mio.{NBSP}kr."
    assert format_value(15.67, REGISTRY["almene_andel"]) == f"15,7{NBSP}pct."


@pytest.mark.parametrize(
    ("place", "from_lowest", "of", "said"),
    [
        (1, 98, 98, "højeste af 98"),
        (2, 97, 98, "næsthøjeste af 98"),
        (3, 96, 98, "3.-højeste af 98"),
        (43, 56, 98, "43.-højeste af 98"),
        (44, 55, 98, f"midt i feltet, nr.{NBSP}44 af 98"),
        (54, 45, 98, f"midt i feltet, nr.{NBSP}54 af 98"),
        (55, 44, 98, "44.-laveste af 98"),
        (97, 2, 98, "næstlaveste af 98"),
        (98, 1, 98, "laveste af 98"),
        (2, 96, 98, "delt næsthøjeste af 98"),
        (49, 49, 98, f"midt i feltet, delt nr.{NBSP}49 af 98"),
        (49, 1, 98, "delt laveste af 98"),  # half of all have nothing
        (10, 10, 19, "10.-højeste af 19"),
        (10, 11, 20, f"midt i feltet, nr.{NBSP}10 af 20"),
    ],
)
def test_a_rank_is_counted_from_the_nearer_end(place, from_lowest, of, said):
    assert format_rank(Rank(place, from_lowest, of)) == said
    assert format_rank(Rank(place, from_lowest, of, is_example=True)) == f"{said} (eksempel)"


@pytest.mark.parametrize(("share", "said"), [(0, "0"), (0.004, "under 1"), (0.0075, "1"), (0.842, "84"), (1, "100")])
def test_shares_are_whole_per_cent(share, said):
    assert format_share(share) == f"{said}{NBSP}pct."


@pytest.mark.parametrize(
    ("key", "value", "other", "said"),
    [
        ("almene_andel", 15.67, 20.02, f"4,3{NBSP}procentpoint lavere"),
        ("almene_andel", 15.67, 15.69, ""),
        ("husleje_almen", 904, 1008, f"10{NBSP}pct. lavere"),
        ("boligstoerrelse", 121.3, 112.4, f"8,9{NBSP}m² større"),
        ("husleje_almen", 1008, 1005, f"mindre end 1{NBSP}pct. højere"),
        ("boligstoerrelse", 112.4, 121.3, f"8,9{NBSP}m² mindre"),
        ("boliger_ungdom", 31, 30, f"1{NBSP}bolig flere"),
        ("beboere", 6000, 14037, f"8.037{NBSP}personer færre"),
        ("huslejeomsaetning", 300, 263, f"37{NBSP}mio.{NBSP}kr. mere"),
    ],
)
def test_differences_are_in_words(key, value, other, said):
    assert format_difference(value, other, REGISTRY[key]) == said


def test_rates_differ_by_their_unit_and_not_by_per_cent():
    rate = Registry.load()["fuldfoerte_pr_1000"]
    assert format_difference(6.44, 0.6, rate) == "5,8 flere pr.\u00a01.000 indbyggere"
    assert format_difference(3.3, 6.4, rate) == "3,1 færre pr.\u00a01.000 indbyggere"
