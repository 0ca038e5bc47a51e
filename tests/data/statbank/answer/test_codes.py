"""Codes that a spreadsheet has read as numbers, or that have been quoted or padded: refused by what they were, never taken for others."""

import json

import pytest

from data.__main__ import main
from data.problem import FiguresError
from data.statbank.table import read_tableinfo
from tests.data.statbank.answer.nearly import CSV, make_dataset, refuse, write
from tests.data.statbank.fetching import fetch
from tests.data.statbank.statbank_server import OK_INFO
from tests.data.store.test_edition import contents


@pytest.fixture
def saved(root, statbank, tmp_path, capsys):
    """Tries an answer to a question that was saved by hand and changed; gives what is said. Nothing may have been written."""
    address, service = statbank
    texts = []
    service.change_answer = lambda text: texts.append(text) or text
    assert fetch(root, address, "almene_andel", "--format", "csv", "--since", "2025", "--dry-run") == 0
    before = contents(root)

    def attempt(change):
        (tmp_path / "svar.csv").write_bytes(change(texts[0]).encode())
        capsys.readouterr()
        assert main(["--figures", str(root), "fetch", "almene_andel", "--offline", str(tmp_path / "svar.csv")]) == 1
        assert contents(root) == before
        return capsys.readouterr().err

    return attempt


def change_rows(text, change):
    """The text with every row but the headings changed, as lists of columns."""
    head, *rows = text.split("\r\n")[:-1]
    return "\r\n".join([head, *(";".join(change(row.split(";"))) for row in rows)]) + "\r\n"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda code: code.lstrip("0") or "0", "the codes of OMRÅDE are not as the service writes them: 0 is no 000"),
        (lambda code: f"{int(code)}.0", "101.0 is no 101"),
        (lambda code: f"{int(code)},0", "101,0 is no 101"),
        (lambda code: f"0{code}", "0000 is no 000"),
    ],
)
def test_codes_of_places_that_are_not_as_the_service_writes_them_are_refused(saved, change, said):
    answered = saved(lambda text: change_rows(text, lambda row: [change(row[0]), *row[1:]]))
    assert said in answered
    assert "fetch the answer again, and save it without opening it in one" in answered


def test_codes_of_other_variables_with_decimals_are_refused(saved):
    def spoil(text):
        at = text.lstrip("\ufeff").split("\r\n")[0].split(";").index("EJER")
        return change_rows(text, lambda row: [*row[:at], f"{row[at]}.0" if row[at].isdigit() else row[at], *row[at + 1 :]])

    assert "the answer has no EJER 20" in saved(spoil)


def test_codes_in_an_answer_of_the_service_itself_are_refused_as_well(root, statbank, capsys):
    address, service = statbank
    service.change_answer = lambda text: text.replace("\r\n000;", "\r\n0;")
    before = contents(root)
    assert fetch(root, address, "husstande", "--format", "csv") == 1
    assert "the codes of OMRÅDE are not as the service writes them: 0 is no 000" in capsys.readouterr().err
    assert contents(root) == before


@pytest.mark.parametrize("code", ["'101", '=""101""', " 101", "101\xa0", "\u200b101", ""])
def test_codes_that_are_quoted_or_padded_are_refused(code):
    assert "has quotes, or space around it, or is empty; the service writes codes bare" in refuse(CSV.replace("101", code, 1))
    dataset = make_dataset()
    dataset["dimension"]["OMRÅDE"]["category"] = {"index": {code: 0, "326": 1}}
    assert "OMRÅDE: the code <" in refuse(write(dataset))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda info: info["variables"][0]["values"].append({"id": "101", "text": "Aarhus"}), "can't be read (101 is described twice)"),
        (lambda info: info["variables"].append(info["variables"][-1] | {"id": "TID"}), "can't be read (TID is described twice)"),
        (lambda info: info["variables"][0]["values"].append({"id": "'999", "text": "Ny"}), "the code <'999> has quotes"),
        (lambda info: info["variables"][0].update(elimination="false"), "'false' is neither true nor false"),
        (lambda info: info.update(id="FAM44N"), "the description that came is of FAM44N"),
    ],
)
def test_a_description_that_could_be_read_in_two_ways_is_refused(change, said):
    info = json.loads(OK_INFO[2])
    change(info)
    with pytest.raises(FiguresError) as refused:
        read_tableinfo(json.dumps(info), "FAM55N")
    assert said in refused.value.problems[0]
