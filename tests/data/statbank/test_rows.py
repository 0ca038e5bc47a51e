"""Rows of a figure table, made from the cells of a StatBank table."""

import pytest

from data.place import COUNTRY
from data.problem import FiguresError
from data.reading import Reason
from data.statbank.area import Areas
from data.statbank.cube import Cube
from data.statbank.resolution import Plan
from data.statbank.rows import make_rows
from tests.data.statbank.fetching import ALMENE, LIVED_IN, REGISTRY, compute_share, fetch, newest, read
from tests.data.statbank.microdata import count
from tests.data.statbank.tables import AREAS, QUARTERS
from tests.data.store.test_edition import contents

YEAR = [f"2025K{quarter}" for quarter in range(1, 5)]


@pytest.mark.parametrize(("place", "code"), [("0326", "326"), ("1085", "085"), (COUNTRY, "000")])
def test_a_share_is_the_chosen_cells_of_all_of_them(fetched_whole, place, code):
    _, figures, _ = fetched_whole
    expected = {
        "almene_andel": ({"EJER": ALMENE, "BEBO": LIVED_IN}, {"BEBO": LIVED_IN}),
        "almene_andel_beboede": ({"EJER": ALMENE, "BEBO": ["1000"]}, {"BEBO": ["1000"]}),
        "lejeboliger": ({"UDLFORH": ["LEJ"], "BEBO": ["1000"]}, {"UDLFORH": ["EJ", "LEJ"], "BEBO": ["1000"]}),  # not where nobody knows
        "etageboliger": ({"ANVENDELSE": ["140"], "BEBO": LIVED_IN}, {"BEBO": LIVED_IN}),
    }
    for key, (part, whole) in expected.items():
        assert read(figures, key, place).value == compute_share("BOL101", code, "2026", part, whole)


def test_every_period_that_the_source_has_is_there_and_its_gap_too(fetched_whole):
    _, figures, _ = fetched_whole
    assert [period for period, _ in figures.profile("0326")["almene_andel"].series] == [str(year) for year in range(2016, 2027)]
    assert dict(figures.profile("0326")["almene_boliger"].series)["2022"] is None


def test_quarters_become_years_and_the_four_newest_one_period(fetched_whole):
    _, figures, _ = fetched_whole
    finished = dict(figures.profile("0326")["fuldfoerte_boliger"].series)
    assert list(finished) == ["2021", "2022", "2023", "2024", "2025"]  # 2026 has two quarters only
    assert finished["2025"] == count("BYGV33", "326", YEAR, BYGFASE=["3"])
    assert read(figures, "fuldfoert_parcel").value == count("BYGV33", "326", YEAR, BYGFASE=["3"], BYGHERRE=ALMENE, ANVEND=["110", "120"])
    for key, chosen in (("paabegyndte_boliger", {}), ("paabegyndte_almene", {"BYGHERRE": ALMENE})):
        reading = read(figures, key)
        assert reading.period == "2025K3-2026K2"
        assert reading.value == count("BYGV33", "326", QUARTERS[-4:], BYGFASE=["2"], **chosen)


@pytest.mark.parametrize(("key", "first"), [("almen_del_5_aar", 2021), ("almen_del_10_aar", 2016)])
def test_years_are_added_up_before_they_are_divided(fetched_whole, key, first):
    _, figures, _ = fetched_whole
    quarters = [quarter for quarter in QUARTERS if first <= int(quarter[:4]) <= 2025]
    reading = read(figures, key)
    assert reading.period == f"{first}-2025"
    part = {"BYGFASE": ["3"], "BYGHERRE": ALMENE}
    assert reading.value == compute_share("BYGV33", "326", quarters, part, {"BYGFASE": ["3"]})


def test_quarters_with_a_hole_are_no_year(root, statbank, capsys):
    address, service = statbank

    def change(info):
        for one in info["variables"]:
            one["values"] = [value for value in one["values"] if value["id"] != "2025K4"]
        return info

    service.change_description = change
    assert fetch(root, address, "paabegyndte_boliger") == 1
    assert "BYGV33, paabegyndte_boliger: no four quarters, among 2025K2, 2025K3, 2026K1" in capsys.readouterr().err
    assert fetch(root, address, "almen_del_5_aar") == 0
    assert read(newest(root), "almen_del_5_aar").period == "2020-2024"


@pytest.mark.parametrize("answer_format", ["jsonstat", "csv"])
def test_a_suppressed_cell_is_missing_and_never_zero(root, statbank, answer_format):
    address, service = statbank
    service.suppressed = {"825"}
    assert fetch(root, address, "husstande", "--format", answer_format) == 0
    reading = newest(root).reading("0825", REGISTRY["husstande"])
    assert (reading.value, reading.reason) == (None, Reason.UNDERTRYKT)
    assert read(newest(root), "husstande").value == count("FAM55N", "326", "2026")


def test_an_answer_without_any_value_is_refused(root, statbank, capsys):
    address, service = statbank
    service.suppressed = set(AREAS)
    before = contents(root)
    assert fetch(root, address, "lejeboliger") == 1
    assert "BOL101, lejeboliger: the answer has no value for any place" in capsys.readouterr().err
    assert contents(root) == before


def rows_by_hand(key, variables, cells):
    """Kalundborg's rows from cells that the test writes out: by period the value, or the reason for missing."""
    table = make_rows(Cube(variables, cells), Plan(REGISTRY[key], REGISTRY[key].fetch), Areas(("0326",)), "kilde")
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


def test_a_share_of_nothing_is_not_relevant_and_one_that_is_hidden_is_suppressed():
    quarters = [f"{year}K{quarter}" for year in range(2021, 2026) for quarter in range(1, 5)]
    builders = REGISTRY["almen_del_5_aar"].fetch.of["BYGHERRE"]
    variables = ("OMRÅDE", "BYGFASE", "BYGHERRE", "TID")
    cells = {(area, "3", one, quarter): 5.0 * (area == "000") for area in ("000", "326") for one in builders for quarter in quarters}
    assert rows_by_hand("almen_del_5_aar", variables, cells) == {"2021-2025": "ikke_relevant"}
    cells |= {("326", "3", "41", "2023K2"): None}
    assert rows_by_hand("almen_del_5_aar", variables, cells) == {"2021-2025": "undertrykt"}


def test_an_answer_with_a_further_variable_is_refused():
    cells = {(area, sex, "2026"): 5.0 for area in ("000", "326") for sex in ("M", "K")}
    with pytest.raises(FiguresError, match="the answer has KOEN too; fetch it without"):
        rows_by_hand("husstande", ("OMRÅDE", "KOEN", "TID"), cells)
