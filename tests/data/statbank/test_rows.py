"""Rows of a figure table, made from the cells of a StatBank table."""

import pytest

from data.reading import Reason
from data.statbank.cube import Cube
from data.statbank.rows import make_rows
from tests.data.statbank.fetching import REGISTRY, dwellings, fetch, newest
from tests.data.statbank.statbank_server import AREAS, BYGHERRE, QUARTERS, cell
from tests.data.store.test_edition import contents


@pytest.mark.parametrize("answer_format", ["jsonstat", "csv"])
def test_a_share_is_the_chosen_cells_of_all_of_them(root, statbank, answer_format):
    address, _ = statbank
    assert fetch(root, address, "almene_andel", "lejeboliger", "etageboliger", "--format", answer_format) == 0
    figures = newest(root)
    both = ["1000", "2000"]
    known = dwellings("326", "2026", bebo=["1000"], tenure=["EJ", "LEJ"])  # not where nobody lives, or nobody knows who
    expected = {
        "almene_andel": 100 * dwellings("326", "2026", bebo=both, owner=["20"]) / dwellings("326", "2026", bebo=both),
        "lejeboliger": 100 * dwellings("326", "2026", bebo=["1000"], tenure=["LEJ"]) / known,
        "etageboliger": 100 * dwellings("326", "2026", bebo=both, use=["140"]) / dwellings("326", "2026", bebo=both),
    }
    for key, value in expected.items():
        assert figures.reading("0326", REGISTRY[key]).value == round(value, 2)
    assert [period for period, _ in figures.profile("0326")["almene_andel"].series] == ["2016", "2020", "2021", "2022", "2025", "2026"]
    assert figures.reading("0000", REGISTRY["almene_andel"]).value == round(
        100 * dwellings("000", "2026", bebo=both, owner=["20"]) / dwellings("000", "2026", bebo=both), 2
    )


def test_quarters_become_years_and_the_four_newest_one_period(root, statbank):
    address, _ = statbank
    assert fetch(root, address, "dst_bygv33") == 0
    figures = newest(root)

    def built(phase, quarter, builders):
        codes = [
            {"OMRÅDE": "326", "BYGFASE": phase, "BYGHERRE": one, "TID": quarter, "ANVEND": use}
            for one in builders
            for use in ("120", "140")
        ]
        return sum(cell("BYGV33", one) for one in codes)

    everyone = list(BYGHERRE)
    finished = dict(figures.profile("0326")["fuldfoerte_boliger"].series)
    assert list(finished) == ["2021", "2022", "2023", "2024", "2025"]  # 2026 has two quarters only
    assert finished["2025"] == sum(built("3", f"2025K{quarter}", everyone) for quarter in range(1, 5))
    for key, builders in (("paabegyndte_boliger", everyone), ("paabegyndte_almene", ["20"])):
        reading = figures.reading("0326", REGISTRY[key])
        assert reading.period == "2025K3-2026K2"
        assert reading.value == sum(built("2", quarter, builders) for quarter in QUARTERS[-4:])


def test_quarters_with_a_hole_are_no_year(root, statbank, capsys):
    address, service = statbank

    def change(info):
        for one in info["variables"]:
            one["values"] = [value for value in one["values"] if value["id"] != "2025K4"]
        return info

    service.change_description = change
    assert fetch(root, address, "paabegyndte_boliger") == 1
    assert "BYGV33, paabegyndte_boliger: no whole year, or no four quarters, are among 2025K2, 2025K3, 2026K1" in capsys.readouterr().err


@pytest.mark.parametrize("answer_format", ["jsonstat", "csv"])
def test_a_suppressed_cell_is_missing_and_never_zero(root, statbank, answer_format):
    address, service = statbank
    service.suppressed = {"825"}
    assert fetch(root, address, "husstande", "--format", answer_format) == 0
    reading = newest(root).reading("0825", REGISTRY["husstande"])
    assert (reading.value, reading.reason) == (None, Reason.UNDERTRYKT)


def test_an_answer_without_any_value_is_refused(root, statbank, capsys):
    address, service = statbank
    service.suppressed = set(AREAS)
    before = contents(root)
    assert fetch(root, address, "lejeboliger") == 1
    assert "BOL101, lejeboliger: the answer has no value for any place" in capsys.readouterr().err
    assert contents(root) == before


def rows_by_hand(key, variables, cells):
    """Kalundborg's rows from cells that the test writes out: by period the value, or the reason for missing."""
    table = make_rows(Cube(variables, cells), REGISTRY[key], ["0326"], "kilde")
    mine = table[table["kommune_kode"] == "0326"]
    return dict(zip(mine["periode"], mine["vaerdi"] + mine["aarsag"], strict=True))


@pytest.mark.parametrize(
    ("key", "phase", "third", "expected"),
    [
        ("fuldfoerte_boliger", "3", 3.0, {"2025": "10"}),  # 1 + 2 + 3 + 4; 2026 is not whole
        ("paabegyndte_boliger", "2", 3.0, {"2025K2-2026K1": "14"}),  # 2 + 3 + 4 + 5
        ("paabegyndte_boliger", "2", 0.0, {"2025K2-2026K1": "11"}),
        ("paabegyndte_boliger", "2", None, {"2025K2-2026K1": "undertrykt"}),  # one that is hidden hides the sum
    ],
)
def test_quarters_are_added_up(key, phase, third, expected):
    values = {"2025K1": 1.0, "2025K2": 2.0, "2025K3": third, "2025K4": 4.0, "2026K1": 5.0}
    cells = {(area, phase, quarter): value for area in ("000", "326") for quarter, value in values.items()}
    cells |= {("000", phase, "2025K3"): 3.0}
    assert rows_by_hand(key, ("OMRÅDE", "BYGFASE", "TID"), cells) == expected


def test_a_share_is_divided_by_the_values_of_its_denominator():
    tenure = {"EJ": 50.0, "LEJ": 40.0, "IB": None, "UOPL": 10.0}
    cells = {(area, "1000", code, "2026"): value for area in ("000", "326") for code, value in tenure.items()}
    assert rows_by_hand("lejeboliger", ("OMRÅDE", "BEBO", "UDLFORH", "TID"), cells) == {"2026": "44.44"}
    owner = {"10": 60.0, "20": 20.0, "30": 10.0, "41": 5.0, "SK": 3.0, "UOP2": 2.0}
    cells = {(area, bebo, code, "2026"): value for area in ("000", "326") for bebo in ("1000", "2000") for code, value in owner.items()}
    assert rows_by_hand("almene_andel", ("OMRÅDE", "BEBO", "EJER", "TID"), cells) == {"2026": "20"}


def test_the_newest_quarter_alone_is_the_population():
    cells = {
        (area, "TOT", "IALT", "TOT", quarter): value for area in ("000", "326") for quarter, value in (("2026K2", 7.0), ("2026K3", 9.0))
    }
    assert rows_by_hand("folketal", ("OMRÅDE", "KØN", "ALDER", "CIVILSTAND", "TID"), cells) == {"2026K3": "9"}
