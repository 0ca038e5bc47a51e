"""Fixtures: a copy of the editions that a test may add to, a local StatBank, and a filled-in workbook."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.spreadsheet.organisation.headings import SHEET
from data.spreadsheet.template import FIRST_ROW
from data.store.edition import FOLDER
from tests.data.spreadsheet.workbook import DELIVERED, plausible, run
from tests.data.statbank.fetching import newest
from tests.data.statbank.statbank_server import Service, run_service
from tests.sharing import share

FEW = 20  # rows


@pytest.fixture
def root(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "figures")
    return tmp_path / "figures"


@pytest.fixture
def statbank(monkeypatch):
    """The address of a local StatBank, and its ``Service``. There is no pause between two questions."""
    monkeypatch.setattr("data.intake.refresh.PAUSE", 0)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with run_service() as (address, service):
        yield address, service


@pytest.fixture(scope="session")
def fetched_whole(rehearsal):
    """Everything fetched once: the folder of editions, the figures of the new edition, and what the service was asked. Tests only read."""
    service = Service()
    service.questions = json.loads((rehearsal / "questions.json").read_text(encoding="utf-8"))
    return rehearsal / "figures", newest(rehearsal / "figures"), service


@pytest.fixture(scope="session")
def workbooks(shared_folder):
    """The filled-in template (``hel.xlsx``), and the same with few of the rows that wait for organisations (``ark.xlsx``)."""
    return share(shared_folder / "workbook", fill_template)


def fill_template(folder):
    folder.mkdir()
    assert run(FOLDER, "template", folder / "hel.xlsx") == 0
    book = load_workbook(folder / "hel.xlsx")
    sheet = book["Tal"]
    for column, indicator in enumerate(DELIVERED, 3):
        for row in range(FIRST_ROW, FIRST_ROW + 98):
            sheet.cell(row, column).value = plausible(indicator, row)
    for row, text in enumerate(("Kommuneark 2026", "Anna Ørsted, BL", "2026-11-20", "2026"), 1):
        book["Kilde"].cell(row, 2).value = text
    book.save(folder / "hel.xlsx")
    book[SHEET].delete_rows(FEW + 1, book[SHEET].max_row)
    book.save(folder / "ark.xlsx")


@pytest.fixture(scope="session")
def filled_once(workbooks):
    """The one with few rows for organisations: to read and write it takes a fifth of the time."""
    return workbooks / "ark.xlsx"


@pytest.fixture
def filled(filled_once, tmp_path):
    """A workbook without any problem."""
    return Path(shutil.copy(filled_once, tmp_path))


@pytest.fixture
def filled_whole(workbooks, tmp_path):
    """The same as it is sent to BL, with all rows for organisations."""
    return Path(shutil.copy(workbooks / "hel.xlsx", tmp_path / "ark.xlsx"))
