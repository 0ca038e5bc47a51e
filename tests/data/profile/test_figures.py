"""The profiles of real places have exactly the figures of the printed kommuneark and the shared data."""

import csv
from pathlib import Path

import pytest

from components.wording.formats import round_half_up
from data.place import COUNTRY, PlaceKind
from data.profile.computed.measure import order_by_value
from data.reading import Reason, Status
from data.registry.registry import Registry

REGISTRY = Registry.load()
SHARED = Path(__file__).parents[4] / "shared" / "data" / "officielle_noegletal.csv"
PRINTED = {
    "beboere": 6000, "fraflytning": 14, "huslejeomsaetning": 263, "boliger_ungdom": 30, "boliger_familie": 3372,
    "boliger_aeldre": 602, "igangsat_ungdom": 0, "igangsat_familie": 0, "igangsat_aeldre": 24,
}  # fmt: skip


@pytest.mark.parametrize(("key", "value"), PRINTED.items())
def test_kalundborgs_printed_kommuneark_is_shown(official, key, value):
    reading = official.profile("0326")[key].reading
    assert (reading.value, reading.status, reading.source) == (value, Status.OFFICIEL, "bl_kommuneark")


@pytest.mark.parametrize("key", ["renovering", "lokal_omsaetning"])
def test_the_two_numbers_that_run_together_stay_missing(figures, official, key):
    for each in (figures, official):
        entry = each.profile("0326")[key]
        assert (entry.reading.value, entry.reading.reason, entry.rank) == (None, Reason.IKKE_ENTYDIG, None)
        assert "67397" in entry.reading.note


def test_of_two_sources_the_registry_s_first_is_shown_and_the_other_stays_and_agrees(official):
    entry = official.profile("0326")["almene_andel"]
    (printed,) = entry.alternatives
    assert entry.reading.source == "dst_bol101"
    assert (printed.reading.source, printed.reading.value, printed.reading.period) == ("bl_kommuneark", 16, "2025")
    assert printed.shown is not None
    assert printed.shown.value == 15.87
    assert round_half_up(printed.shown.value, 0) == printed.reading.value


def test_the_trend_has_a_gap_where_the_source_has_none(official):
    for code in official.places:
        series = dict(official.profile(code)["almene_andel"].series)
        if official.places[code].kind in {PlaceKind.KOMMUNE, PlaceKind.COUNTRY}:
            assert [year for year, value in series.items() if value is None] == ["2021", "2022"]
            assert list(series) == [str(year) for year in range(2016, 2027)]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared figures are not here")
def test_every_shared_figure_was_carried_over_unchanged(official):
    with SHARED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        series = dict(official.profile(row["kommune_kode"])[row["indikator"]].series)
        assert series[row["periode"]] == float(row["vaerdi"])
    assert len(rows) > 2000


def test_without_examples_no_figure_is_an_example_and_every_one_has_source_and_period(official):
    for code in official.places:
        for entry in official.profile(code).entries.values():
            for reading in (entry.reading, entry.national, entry.region):
                if reading is not None:
                    assert not reading.is_example
                    assert reading.source in REGISTRY.sources
                    assert reading.period or reading.reason is Reason.IKKE_INDLAEST
                    assert (reading.value is None) == (reading.status is Status.MANGLER)
                    assert (reading.value is None) == (reading.reason is not None)


def test_ties_share_a_rank_and_missing_ones_have_none(official):
    for key in REGISTRY.indicators:
        known = {place.code: official.reading(place.code, REGISTRY[key]).value for place in official.kommuner}
        for code, rank in official.ranks[key].items():
            values = [value for value in known.values() if value is not None]
            assert rank.position == 1 + sum(value > known[code] for value in values)
            assert rank.from_lowest == 1 + sum(value < known[code] for value in values)
            assert rank.is_tied == (values.count(known[code]) > 1)
            assert rank.of == len(values)
        assert not [code for code, value in known.items() if value is None and code in official.ranks[key]]


def test_a_real_figure_is_never_ranked_among_made_up_ones(figures):
    assert figures.profile("0326")["fraflytning"].rank is None
    rank = figures.profile("0101")["fraflytning"].rank
    assert rank is not None
    assert rank.is_example


def test_national_figures_are_published_or_stated_as_computed(official):
    country = official.profile(COUNTRY)
    assert (country["almene_andel"].reading.value, country["almene_andel"].reading.status) == (19.42, Status.OFFICIEL)
    assert (country["husleje_almen"].reading.value, country["husleje_almen"].reading.status) == (960, Status.OFFICIEL)
    assert (country["beboere"].reading.value, country["beboere"].reading.status) == (1_000_000, Status.OFFICIEL)
    assert (country["folketal"].reading.value, country["folketal"].reading.status) == (6_031_608, Status.BEREGNET)
    assert country["husstande"].reading.value == 2_878_104
    assert (country["husleje_privat"].reading.value, country["husleje_privat"].reading.status) == (1277, Status.OFFICIEL)
    for entry in country.entries.values():
        if entry.reading.status is Status.BEREGNET:
            assert entry.reading.note.startswith("Beregnet: ")


def test_a_share_is_weighted_and_not_a_mean_of_percentages(official):
    singles = official.profile(COUNTRY)["enlige_husstande"].reading.value
    kommuner = [official.profile(place.code) for place in official.kommuner]
    whole = sum(one["husstande"].reading.value for one in kommuner)
    assert singles == pytest.approx(sum(one["enlige_husstande"].reading.value * one["husstande"].reading.value for one in kommuner) / whole)


def test_shares_of_a_group_add_up(figures):
    for place in figures.kommuner:
        shares = [figures.profile(place.code)[key].share for key in ("boliger_familie", "boliger_aeldre", "boliger_ungdom")]
        assert sum(shares) == pytest.approx(1)
    assert figures.profile("0326")["boliger_aeldre"].share == pytest.approx(602 / 4004)


def test_similar_kommuner_are_three_others_and_do_not_depend_on_examples(figures, official):
    for place in official.kommuner:
        similar = official.profile(place.code).similar
        assert len(set(similar) - {place.code}) == 3
        assert similar == figures.profile(place.code).similar


def test_of_equal_values_the_name_decides_as_in_every_list(official):
    for indicator in official.registry.indicators.values():
        values = official.list_values(indicator, with_examples=False)
        named = {place.code: values[place.code] for place in official.kommuner if place.code in values}
        assert list(values) == order_by_value(named)


@pytest.mark.parametrize("which", ["official", "figures"])
def test_an_indicator_has_one_period_in_all_places(which, request):
    figures = request.getfixturevalue(which)
    for indicator in REGISTRY.indicators.values():
        assert {figures.reading(code, indicator).period for code in figures.places} == {figures.period(indicator)}


def test_a_ratio_whose_counts_are_of_another_period_is_missing(official, monkeypatch):
    ratio = REGISTRY["fuldfoerte_pr_1000"]
    monkeypatch.setattr(official, "_periods", official._periods | {ratio.key: "2003"})
    monkeypatch.setattr(official, "_area_cache", {})
    for code in (COUNTRY, "1085"):
        found = official.reading(code, ratio)
        assert (found.value, found.period, found.status) == (None, "2003", Status.MANGLER)
