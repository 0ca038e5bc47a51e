"""The public statistics: the real command against a server that speaks the documented format, well and badly."""

import json
import shutil
import tomllib
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from data.__main__ import main
from data.cube import read_cube
from data.edition import FOLDER, list_editions
from data.figures import Figures
from data.place import PlaceKind, load_places
from data.problem import FiguresError
from data.reading import Reason
from data.registry import Registry
from data.statbank import StatBank, read_tableinfo
from tests.data.statbank_server import AREAS, BYGHERRE, EJER, QUARTERS, TABLES, TENURE, USE, cell, describe, run_service
from tests.data.test_edition import contents

REGISTRY = Registry.load()
KOMMUNER = [place for place in load_places().values() if place.kind is PlaceKind.KOMMUNE]


@pytest.fixture
def root(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "figures")
    return tmp_path / "figures"


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """No pause between two questions: the server is our own."""
    monkeypatch.setattr("data.refresh.PAUSE", 0)


@pytest.fixture
def statbank():
    with run_service() as (address, service):
        yield address, service


def fetch(root, address, *arguments):
    return main(["--figures", str(root), "fetch", "--api", address, "--backoff", "0.01", *map(str, arguments)])


def newest(root):
    return Figures.load(with_examples=False, edition=list_editions(root)[-1])


def dwellings(place, year, **chosen):
    """What the server has of dwellings: the sum of the cells that are chosen."""
    total = 0
    for bebo in chosen["bebo"]:
        for use in chosen.get("use", USE):
            for tenure in chosen.get("tenure", TENURE):
                for owner in chosen.get("owner", EJER):
                    total += cell(
                        "BOL101", {"OMRÅDE": place, "BEBO": bebo, "ANVENDELSE": use, "UDLFORH": tenure, "EJER": owner, "TID": year}
                    )
    return total


@pytest.mark.parametrize("form", ["jsonstat", "csv"])
def test_a_share_is_the_chosen_cells_of_all_of_them(root, statbank, form):
    address, _ = statbank
    assert fetch(root, address, "almene_andel", "lejeboliger", "etageboliger", "--format", form) == 0
    figures = newest(root)
    both = ["1000", "2000"]
    expected = {
        "almene_andel": 100 * dwellings("326", "2026", bebo=both, owner=["20"]) / dwellings("326", "2026", bebo=both),
        "lejeboliger": 100 * dwellings("326", "2026", bebo=["1000"], tenure=["LEJ"]) / dwellings("326", "2026", bebo=["1000"]),
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


def test_all_at_once_is_one_edition_with_its_provenance(root, statbank, capsys):
    address, service = statbank
    before = contents(root)
    assert fetch(root, address, "--edition", "ny") == 0
    said = capsys.readouterr().out
    assert "folketal, 2026K3: 98 of 98 kommuner have a value" in said
    assert "Edition ny is made, of 2025; both are kept" in said
    assert {path: content for path, content in contents(root).items() if path.parts[0] == "2025"} == before
    sidecar = tomllib.loads((root / "ny" / "dst_bol101.toml").read_text(encoding="utf-8"))
    assert sidecar["updated"] == "2026-11-12"
    assert {json.loads(query)["table"] for query in sidecar["query"]} == {"BOL101"}
    assert len(sidecar["read"]) == len("2026-11-24")
    figures = newest(root)
    assert figures.reading("0326", REGISTRY["folketal"]).value == 60_000
    assert figures.reading("0326", REGISTRY["boligstoerrelse"]).value == 110.5
    assert figures.reading("0326", REGISTRY["personer_almene"]).value is not None
    assert figures.registry.sources["dst_bol101"].read == sidecar["read"]
    assert figures.edition is not None
    assert figures.edition.title.startswith("Offentlig statistik læst ")
    assert len([path for path, *_ in service.asked if path == "/v1/tableinfo"]) == len(TABLES)


def test_what_is_fetched_again_unchanged_makes_no_edition(root, statbank, capsys):
    address, _ = statbank
    assert fetch(root, address, "husstande", "--edition", "a") == 0
    assert fetch(root, address, "husstande", "--edition", "b") == 0
    assert "Nothing is new since edition a; no edition was made" in capsys.readouterr().out
    assert [edition.name for edition in list_editions(root)] == ["2025", "a"]


def test_what_came_unchanged_beside_something_new_is_summed_up_too(root, statbank, capsys):
    address, _ = statbank
    assert fetch(root, address, "dst_bol101") == 0
    capsys.readouterr()
    assert fetch(root, address, "dst_bol101", "dst_folk1a") == 0
    said = capsys.readouterr().out
    assert "almene_andel, 2026: 98 of 98 kommuner have a value" in said
    assert "folketal, 2026K3: 98 of 98 kommuner have a value" in said


def test_a_dry_run_writes_nothing(root, statbank, capsys):
    before = contents(root)
    assert fetch(root, statbank[0], "husstande", "--dry-run") == 0
    assert "Nothing was written" in capsys.readouterr().out
    assert contents(root) == before


def test_since_asks_for_less_and_keeps_what_is_older(root, statbank):
    address, service = statbank
    assert fetch(root, address, "almene_andel", "--since", 2025, "--edition", "a") == 0
    (_, question, _) = service.asked[-1]
    assert {one["code"]: one["values"] for one in question["variables"]}["Tid"] == ["2025", "2026"]
    series = dict(newest(root).profile("0326")["almene_andel"].series)
    assert series["2016"] == dict(Figures.load(with_examples=False).profile("0326")["almene_andel"].series)["2016"]
    assert newest(root).reading("0326", REGISTRY["lejeboliger"]).value == 42.6  # the same table's other indicators stay
    assert "as they were read 2026-09" in (root / "a" / "dst_bol101.toml").read_text(encoding="utf-8")


def test_the_four_newest_quarters_are_asked_for_whatever_the_year(root, statbank):
    address, service = statbank
    assert fetch(root, address, "paabegyndte_boliger", "--since", 2026) == 0
    (_, question, _) = service.asked[-1]
    assert {one["code"]: one["values"] for one in question["variables"]}["Tid"] == QUARTERS[-4:]
    assert newest(root).reading("0326", REGISTRY["paabegyndte_boliger"]).period == "2025K3-2026K2"


def test_quarters_with_a_hole_are_no_year(root, statbank, capsys):
    address, service = statbank

    def change(info):
        for one in info["variables"]:
            one["values"] = [value for value in one["values"] if value["id"] != "2025K4"]
        return info

    service.change = change
    assert fetch(root, address, "paabegyndte_boliger") == 1
    assert "paabegyndte_boliger: the answer has no whole period" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["jsonstat", "csv"])
def test_a_suppressed_cell_is_missing_and_never_zero(root, statbank, form):
    address, service = statbank
    service.suppressed = {"825"}
    assert fetch(root, address, "husstande", "--format", form) == 0
    reading = newest(root).reading("0825", REGISTRY["husstande"])
    assert (reading.value, reading.reason) == (None, Reason.UNDERTRYKT)


def test_an_answer_without_any_value_is_refused(root, statbank, capsys):
    address, service = statbank
    service.suppressed = set(AREAS)
    before = contents(root)
    assert fetch(root, address, "lejeboliger") == 1
    assert "BOL101, lejeboliger: the answer has no value for any place" in capsys.readouterr().err
    assert contents(root) == before


SHORT = '{"dataset": {"dimension": {"id": ["A"], "size": [1], "A": {"category": {"index": ["x"]}}}, "value": []}}'
OK_INFO = (200, "text/json; charset=utf-8", json.dumps(describe("FAM55N")))


@pytest.mark.parametrize(
    "faults",
    [
        [(429, "text/plain", "too many", ("Retry-After", "0"))],
        [(503, "text/html", "<html>busy</html>"), (502, "text/html", "")],
        [(500, "text/plain", "")] * 4,
        [OK_INFO, (504, "text/plain", "late")],
    ],
)
def test_a_service_that_stumbles_is_asked_again(root, statbank, faults):
    address, service = statbank
    service.faults = list(faults)
    assert fetch(root, address, "husstande") == 0
    assert not service.faults
    assert newest(root).coverage(REGISTRY["husstande"]) == 98


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ([(500, "text/plain", "out of order")] * 9, "/v1/tableinfo answers 500: out of order"),
        ([(400, "application/json", '{"errorTypeCode": "EXTRACT-NOTFOUND", "message": "Tabel findes ikke: FAM55N"}')],
         "answers 400: EXTRACT-NOTFOUND, Tabel findes ikke: FAM55N"),
        ([(404, "text/html", "<html>Not found</html>")], "answers 404: <html>Not found</html>"),
        ([(200, "text/html", "<html>")], "FAM55N: the description of the table can't be read"),
        ([(200, "text/json", "{}", "cut")], "/v1/tableinfo gives no answer (RemoteProtocolError"),
        ([OK_INFO, (200, "text/csv", "a;b")], "FAM55N: the answer is neither JSON-stat nor CSV with codes, or not whole"),
        ([OK_INFO, (200, "text/json", SHORT)], "0 values for 1 cells"),
        ([OK_INFO, (200, "text/csv", "OMRÅDE;TID;INDHOLD\n101;2026;5")], "OMRÅDE is answered with other values than were asked for"),
        ([OK_INFO, (200, "text/csv", "AMT;TID;INDHOLD\n101;2026;5")], "FAM55N: the variables are AMT, TID, not OMRÅDE, TID"),
        ([OK_INFO, (200, "text/csv", "OMRÅDE;TID;INDHOLD\n101;2026;5\n101;2026;7")], "row 3 repeats 101 2026"),
        ([OK_INFO, (200, "text/csv", "OMRÅDE;TID;INDHOLD\n101;2026;5.000,5")], "'5.000,5' is no number"),
        ([OK_INFO, (200, "text/json", '{"a":' * 100_000)], "not whole (RecursionError"),
        ([(200, "text/json", '{"a":' * 100_000)], "can't be read (RecursionError"),
        ([OK_INFO, (200, "text/json", SHORT.replace("[]", "[1%s]" % ("0" * 400)))], "not whole (OverflowError"),
        ([(200, "text/json", json.dumps(describe("FAM55N") | {"updated": "for nylig"}))], "Invalid isoformat string"),
    ],
)  # fmt: skip
def test_what_can_not_be_had_is_said_and_the_old_edition_stays(root, statbank, faults, said, capsys):
    address, service = statbank
    before = contents(root)
    service.faults = list(faults)
    assert fetch(root, address, "husstande") == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


def test_the_service_says_how_long_to_wait(root, statbank):
    address, service = statbank
    service.faults = [(429, "text/plain", "too many", ("Retry-After", "1"))]
    assert fetch(root, address, "husstande") == 0
    (first, second, *_) = [moment for *_, moment in service.asked]
    assert second - first >= 0.95  # not the hundredth of a second that it would have been


def test_a_table_that_is_closed_is_told(root, statbank, capsys):
    address, service = statbank
    service.change = lambda info: info | {"active": False}
    assert fetch(root, address, "husstande") == 0
    assert "FAM55N is no longer kept up; look for the table that has taken its place" in capsys.readouterr().err


def test_a_slow_service_is_not_waited_for_without_end(statbank):
    address, service = statbank
    service.faults = [(200, "slow", "3")] * 2
    with StatBank(address, timeout=0.2, tries=1, backoff=0.01, pause=0) as bank, pytest.raises(FiguresError, match="gives no answer"):
        bank.tableinfo("FAM55N")


def test_questions_come_at_a_polite_rate(statbank):
    address, service = statbank
    with StatBank(address, pause=0.2) as bank:
        for _ in range(3):
            bank.tableinfo("FAM55N")
    times = [moment for *_, moment in service.asked]
    assert all(later - earlier >= 0.19 for earlier, later in pairwise(times))


def test_a_service_that_is_not_there_is_named(root, capsys):
    assert fetch(root, "http://127.0.0.1:9/v1", "husstande") == 1
    assert "FAM55N: http://127.0.0.1:9/v1/tableinfo gives no answer (ConnectError" in capsys.readouterr().err


def without(name):
    def change(info):
        info["variables"] = [one for one in info["variables"] if one["id"] != name]
        return info

    return change


def renamed(name, code, text):
    def change(info):
        for one in info["variables"]:
            for value in one["values"]:
                if (one["id"], value["id"]) == (name, code):
                    value["text"] = text
        return info

    return change


def recoded(name, code, other):
    def change(info):
        for one in info["variables"]:
            if one["id"] == name:
                one["values"] = [{"id": other, "text": other} if value["id"] == code else value for value in one["values"]]
        return info

    return change


def kept(name):
    def change(info):
        for one in info["variables"]:
            one["elimination"] = one["elimination"] and one["id"] != name
        return info

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("EJER"), "BOL101, almene_andel: the variable EJER is gone; it has OMRÅDE, BEBO, ANVENDELSE, UDLFORH, TID"),
        (without("OMRÅDE"), "no variable has the kommuner"),
        (without("Tid"), "no variable is marked as time"),
        (recoded("EJER", "20", "21"), "EJER has no value 20 any more; it has 10, 21, 30, 41, SK, UOP2"),
        (
            renamed("EJER", "20", "Alle boligselskaber"),
            "EJER 20 is called 'Alle boligselskaber', where something with 'almene' was expected",
        ),
        (recoded("EJER", "UOP2", "TOT"), "EJER has TOT 'TOT', which is not among the values that are divided by"),
        (recoded("OMRÅDE", "326", "999"), "OMRÅDE has kommuner that kommuner.csv has not: 999 999"),
        (recoded("OMRÅDE", "326", "999"), "OMRÅDE lacks the kommuner 326"),
        (kept("UDLFORH"), "the variable UDLFORH can't be left out"),
    ],
)
def test_a_table_that_has_changed_stops_the_fetch_before_any_figure_is_asked_for(root, statbank, change, said, capsys):
    address, service = statbank
    before = contents(root)
    service.change = change
    assert fetch(root, address, "almene_andel") == 1
    err = capsys.readouterr().err
    assert said in err
    assert "correct 'fetch' of almene_andel in indikatorer.toml" in err
    assert contents(root) == before
    assert not [path for path, *_ in service.asked if path == "/v1/data"]


def test_the_service_s_own_words_are_passed_on(root, statbank, capsys):
    address, service = statbank
    service.change = lambda info: info | {"variables": [one | {"elimination": True} for one in info["variables"]]}
    assert fetch(root, address, "almene_andel") == 0
    assert fetch(root, address, "folketal", "--since", 2099) == 1
    assert "FOLK1A, folketal: there is no period from 2099 on, the newest is 2026K3" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["huslejen"], "huslejen can't be fetched from the StatBank; write one of almene_andel, "),
        (["beboere"], "beboere can't be fetched from the StatBank"),
        (["husleje_almen"], "husleje_almen can't be fetched from the StatBank"),
    ],
)
def test_a_key_that_can_not_be_fetched_is_named(root, keys, said, capsys):
    assert fetch(root, "http://127.0.0.1:9", *keys) == 1
    assert said in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------ files


@pytest.mark.parametrize("form", ["jsonstat", "csv"])
def test_a_saved_answer_gives_the_same_figures(root, statbank, tmp_path, form):
    address, service = statbank
    saved = []
    service.spoil = lambda text: saved.append(text) or text
    assert fetch(root, address, "almene_andel", "--format", form, "--dry-run") == 0
    (tmp_path / "svar.txt").write_text(saved[0], encoding="utf-8")
    assert main(["--figures", str(root), "fetch", "almene_andel", "--offline", str(tmp_path / "svar.txt"), "--edition", "fil"]) == 0
    expected = 100 * dwellings("326", "2026", bebo=["1000", "2000"], owner=["20"]) / dwellings("326", "2026", bebo=["1000", "2000"])
    assert newest(root).reading("0326", REGISTRY["almene_andel"]).value == round(expected, 2)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: lines[:-1], "cells where"),  # cut off between two lines
        (lambda lines: [line for line in lines if ";2000;" not in line], "the answer has no BEBO 2000; fetch it with these values"),
        (lambda lines: [line for line in lines if not line.startswith("326;")], "the answer has no figure for kommune 0326"),
        (lambda lines: [lines[0].replace("BEBO", "BEBO;KØN"), *(line.replace(";", ";TOT;", 1) for line in lines[1:])],
         "the answer has KØN too; fetch it without"),
    ],
)  # fmt: skip
def test_a_saved_answer_that_lacks_something_is_refused_rather_than_added_up(root, statbank, tmp_path, change, said, capsys):
    address, service = statbank
    saved = []
    service.spoil = lambda text: saved.append(text) or text
    assert fetch(root, address, "almene_andel", "--format", "csv", "--dry-run") == 0
    (tmp_path / "svar.csv").write_text("\n".join(change(saved[0].split())), encoding="utf-8")
    before = contents(root)
    assert main(["--figures", str(root), "fetch", "almene_andel", "--offline", str(tmp_path / "svar.csv")]) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


def test_a_saved_answer_from_another_table_is_refused(root, tmp_path, capsys):
    """FOLK1A's without sex and age has the same variables as FAM55N's."""
    codes = ["000", *(place.code[1:] for place in KOMMUNER)]
    index = {"OMRÅDE": codes, "ContentsCode": ["FOLK1A"], "Tid": ["2026"]}
    dimension = {name: {"category": {"index": values}} for name, values in index.items()}
    dimension |= {"id": list(index), "size": [len(values) for values in index.values()]}
    (tmp_path / "svar.json").write_text(json.dumps({"dataset": {"dimension": dimension, "value": [5000] * len(codes)}}), encoding="utf-8")
    assert main(["--figures", str(root), "fetch", "husstande", "--offline", str(tmp_path / "svar.json")]) == 1
    assert "svar.json is an answer from FOLK1A, but husstande is from FAM55N" in capsys.readouterr().err


def from_file(root, key, path, *more):
    return main(["--figures", str(root), "fetch", key, "--file", str(path), "--period", "2027", "--edition", "husleje", *more])


def write_rents(path, change=lambda sheet: None):
    """As Landsbyggefonden's sheet is described: bands over the headings, names without codes, totals and notes below."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Tabel 7"
    sheet.append(["Tabel 7. Husleje pr. m² efter kommune"])
    sheet.append([None, "Alle boliger", None, None, "Familieboliger", None])
    sheet.append(["Kommune", "Antal", "Husleje 2027", "Ændring", "Antal ", "Husleje 2027"])
    for number, place in enumerate(KOMMUNER):
        sheet.append([place.name.replace("Aarhus", "Århus"), 10, 1500, 0.02, 9, 700 + number])
    sheet.append(["I alt", 980, 1500, 0.02, 900, 960])
    sheet.append(["Kilde: Huslejeregisteret"])
    change(sheet)
    book.save(path)
    return path


def test_landsbyggefonden_s_workbook_gives_the_rent_of_family_dwellings(root, tmp_path):
    assert from_file(root, "husleje_almen", write_rents(tmp_path / "lbf.xlsx")) == 0
    figures = newest(root)
    for number, place in enumerate(figures.kommuner):
        reading = figures.reading(place.code, REGISTRY["husleje_almen"])
        assert (reading.value, reading.period) == (700 + number, "2027")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda sheet: sheet.delete_rows(2), "which column has the rents can't be told from 'Kommune', 'Antal', 'Husleje 2027', 'Ændring'"),
        (lambda sheet: sheet.delete_rows(5), "1 kommuner are missing: Allerød; give a file with all of them"),
        (lambda sheet: sheet.cell(5, 1, "Gammelkøbing"), "Tabel 7!A5: 'Gammelkøbing' is no kommune; correct the name"),
        (lambda sheet: sheet.cell(5, 6, "12"), "Tabel 7!F5 (Allerød, husleje_almen): '12' is read as 12, outside 300 to 3000"),
        (lambda sheet: sheet.cell(5, 1, "Albertslund"), "Albertslund stands there already; remove one of the rows"),
        (lambda sheet: sheet.cell(3, 1, "Sted"), "0 rows begin with 'Kommune'; expected one"),
    ],
)
def test_a_rent_workbook_that_is_otherwise_is_refused(root, tmp_path, change, said, capsys):
    before = contents(root)
    assert from_file(root, "husleje_almen", write_rents(tmp_path / "lbf.xlsx", change)) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


def test_a_column_can_be_named_by_its_letter(root, tmp_path):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 4, "Husleje 2027"))
    assert from_file(root, "husleje_almen", path, "--column", "f") == 0
    assert newest(root).reading("0101", REGISTRY["husleje_almen"]).value == 700 + [place.code for place in KOMMUNER].index("0101")


def test_rents_of_another_year_than_is_said_are_refused(root, tmp_path, capsys):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 6, "Husleje 2026"))
    assert from_file(root, "husleje_almen", path) == 1
    assert "Tabel 7: the rents are said to be of 2026, but --period is 2027; correct one of them" in capsys.readouterr().err


def test_rents_of_an_earlier_year_leave_the_later_ones(root, tmp_path):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 6, "Husleje 2025"))
    before = newest(root).reading("0101", REGISTRY["husleje_almen"])
    assert main(["--figures", str(root), "fetch", "husleje_almen", "--file", str(path), "--period", "2025"]) == 0
    assert newest(root).reading("0101", REGISTRY["husleje_almen"]) == before
    assert [period for period, _ in newest(root).profile("0101")["husleje_almen"].series] == ["2025", "2026"]


def test_the_column_can_be_named(root, tmp_path):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 6, "Kr. pr. m², familie"))
    assert from_file(root, "husleje_almen", path, "--column", "Kr. pr. m², familie") == 0


def test_boligstat_s_table_writes_what_is_hidden_as_zero(root, tmp_path):
    hidden = {"Ærø", "Fanø", "Læsø"}
    rows = []
    for number, place in enumerate(KOMMUNER):
        name = place.name.removesuffix("s") if place.code in {"0480", "0820"} else place.name
        rows.append(f"{name};{0 if place.name in hidden else f'1.{number + 100}'}")
    (tmp_path / "boligstat.csv").write_text("\n".join(["Kommune;Husleje", *rows, "Hele landet;1.277"]), encoding="utf-8")
    assert from_file(root, "husleje_privat", tmp_path / "boligstat.csv") == 0
    figures = newest(root)
    assert figures.coverage(REGISTRY["husleje_privat"]) == 95
    assert figures.reading("0825", REGISTRY["husleje_privat"]).reason is Reason.UNDERTRYKT
    assert figures.reading("0000", REGISTRY["husleje_privat"]).value == 1277


def test_boligstat_s_table_may_be_copied_from_the_page_without_headings(root, tmp_path):
    rows = [f"{place.name}|{0 if place.code == '0825' else f'1.{number + 100}'}" for number, place in enumerate(KOMMUNER)]
    head = ["# boligstat.dk, Opgørelsesår 2027, alle kommuner", "# 0 = skjult; kr./m²/år"]
    (tmp_path / "boligstat.txt").write_text("\n".join([*head, *rows, "Hele landet|1.277", ""]), encoding="utf-8")
    assert from_file(root, "husleje_privat", tmp_path / "boligstat.txt") == 0
    figures = newest(root)
    assert figures.reading(KOMMUNER[0].code, REGISTRY["husleje_privat"]).value == 1100
    assert figures.reading("0825", REGISTRY["husleje_privat"]).reason is Reason.UNDERTRYKT
    assert figures.reading("0000", REGISTRY["husleje_privat"]).value == 1277


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["folketal", "--column", "F"], "--period and --column say what stands in a file of rents; give the file too"),
        (["husleje_almen", "--file", "nowhere.xlsx", "--period", "2026"], "nowhere.xlsx is not there"),
        (
            ["--file", "nowhere.xlsx"],
            "but 2 are asked for; name one of husleje_almen, husleje_privat",
        ),
        (["folketal", "--file", "x.xlsx"], "folketal can't be read from a file with --file; write one of husleje_almen"),
    ],
)
def test_files_are_asked_for_rightly(root, arguments, said, capsys):
    assert main(["--figures", str(root), "fetch", *arguments]) == 1
    assert said in capsys.readouterr().err


def test_the_period_of_the_rents_must_be_given(root, tmp_path, capsys):
    path = write_rents(tmp_path / "lbf.xlsx")
    assert main(["--figures", str(root), "fetch", "husleje_almen", "--file", str(path)]) == 1
    assert "does not say which period husleje_almen is for; give it with --period, such as 2026" in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------ whatever comes


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.booleans(), st.sampled_from([200, 400, 500]))
def test_any_bytes_from_the_service_end_in_a_sentence(root, statbank, capsys, body, first, status):
    address, service = statbank
    service.faults = [*([] if first else [OK_INFO]), *[(status, "application/json", body)] * 9]
    before = contents(root)
    assert fetch(root, address, "husstande", "--backoff", "0") == 1
    assert "FAM55N: " in capsys.readouterr().err
    assert contents(root) == before


ANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@ANY
@given(st.text() | JSON.map(json.dumps) | JSON.map(lambda inner: json.dumps({"dataset": inner, "variables": inner})))
def test_any_answer_is_read_or_refused_with_a_sentence(text):
    for read in (read_cube, read_tableinfo):
        try:
            read(text, "BOL101")
        except FiguresError as refused:
            assert refused.problems[0].startswith("BOL101: ")  # noqa: PT017 - either end is right


def test_the_registry_asks_for_what_the_tables_were_seen_to_have():
    """The codes of the tables' own descriptions; see data/indikatorer.toml."""
    for indicator in REGISTRY.indicators.values():
        if indicator.fetch:
            known = {name.upper(): values for name, (values, _) in TABLES[indicator.fetch.table].items()}
            for name, codes in indicator.fetch.asked().items():
                assert set(codes) <= set(known[name.upper()])
            for name in indicator.fetch.divided():
                assert set(indicator.fetch.of[name]) == set(known[name.upper()])
    assert len(AREAS) == 98 + 4
