"""Fixtures: a copy of the editions that a test may add to, a local StatBank, and a filled-in workbook."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.spreadsheet.template import FIRST_ROW
from data.store.edition import FOLDER
from tests.data.spreadsheet.workbook import DELIVERED, plausible, run
from tests.data.statbank.fetching import newest
from tests.data.statbank.statbank_server import Service, run_service


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
def filled_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workbook")
    assert run(FOLDER, "template", folder / "ark.xlsx") == 0
    book = load_workbook(folder / "ark.xlsx")
    sheet = book["Tal"]
    for column, indicator in enumerate(DELIVERED, 3):
        for row in range(FIRST_ROW, FIRST_ROW + 98):
            sheet.cell(row, column).value = plausible(indicator, row)
    for row, text in enumerate(("Kommuneark 2026", "Anna Ørsted, BL", "2026-11-20", "2026"), 1):
        book["Kilde"].cell(row, 2).value = text
    book.save(folder / "ark.xlsx")
    return folder / "ark.xlsx"


@pytest.fixture
def filled(filled_once, tmp_path):
    """A workbook without any problem."""
    return Path(shutil.copy(filled_once, tmp_path / "ark.xlsx"))
