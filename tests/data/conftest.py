"""A copy of the editions that a test may add to, and a server to fetch from."""

import shutil

import pytest

from data.edition import FOLDER
from tests.data.statbank_server import run_service


@pytest.fixture
def root(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "figures")
    return tmp_path / "figures"


@pytest.fixture
def statbank(monkeypatch):
    """The address of a local service and what to tell it. No pause between two questions: it is our own."""
    monkeypatch.setattr("data.refresh.PAUSE", 0)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with run_service() as (address, service):
        yield address, service
