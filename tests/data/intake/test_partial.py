"""A fetch of which something fails, or that is stopped: what could be had is published, and what came is not asked for again."""

import json
from unittest.mock import patch

import pytest

from data.intake import refresh
from data.store.edition import list_editions, read_snapshots
from tests.data.statbank.fetching import fetch, newest, read
from tests.data.statbank.microdata import count
from tests.data.statbank.statbank_server import run_service
from tests.data.statbank.test_layout import renamed
from tests.data.store.interruption import interrupt
from tests.data.store.test_edition import contents

THREE = ["dst_bol106", "dst_fam55n", "dst_folk1a"]


def kept(root):
    return sorted(path.parent.name for path in root.glob(".fetched/*/*"))


def test_a_table_that_gives_no_answer_stops_no_other(root, statbank, capsys):
    address, service = statbank
    service.closed = {"FAM55N"}
    assert fetch(root, address, *THREE) == 3
    said = capsys.readouterr()
    assert said.err.splitlines()[-2] == "1 problem; the edition is made without what could not be had:"
    assert "FAM55N: " in said.err.splitlines()[-1]
    assert "answers 500: out of order" in said.err.splitlines()[-1]
    assert "is made, of 2025" in said.out
    assert read(newest(root), "folketal").value == count("FOLK1A", "326", "2026K3")
    assert set(read_snapshots(list_editions(root)[-1])["dst_fam55n"].table["vaerdi"]) == set(
        read_snapshots(list_editions(root)[0])["dst_fam55n"].table["vaerdi"]
    )
    assert not kept(root)
    service.closed = set()
    assert fetch(root, address, *THREE) == 0


def test_a_table_that_has_changed_stops_no_other(root, statbank, capsys):
    address, service = statbank
    service.change_description = renamed("HUSTYP", "M", "Mænd")
    assert fetch(root, address, *THREE) == 3
    assert "HUSTYP M is called 'Mænd', where something with 'enlig' was expected" in capsys.readouterr().err
    assert read(newest(root), "boligstoerrelse").value != 0


def test_nothing_new_and_something_missing_is_no_success(root, statbank, capsys):
    address, service = statbank
    assert fetch(root, address, "folketal") == 0
    service.closed = {"FAM55N"}
    assert fetch(root, address, "folketal", "husstande") == 1
    assert "1 problem; nothing was written" in capsys.readouterr().err


def test_a_figure_that_can_not_be_stops_its_table_only(root, statbank, capsys):
    address, service = statbank

    def spoil(text):
        answer = json.loads(text)
        if "ENHED" in answer["dataset"]["dimension"]:
            answer["dataset"]["value"][-1] = 9000
        return json.dumps(answer)

    service.change_answer = spoil
    assert fetch(root, address, *THREE) == 3
    assert "9000 is outside 40 to 250 m² for boligstoerrelse" in capsys.readouterr().err
    assert read(newest(root), "husstande").value == count("FAM55N", "326", "2026")


@pytest.mark.parametrize(
    ("key", "variable", "said"),
    [
        (
            "dst_fam55n",
            "HUSTYP",
            "FAM55N: Hele landet, 2026: the same count is 2,879,104 for enlige_husstande, but 2,878,104 for husstande",
        ),
        ("dst_bol201", "KOEN", "BOL201: Hele landet, 2026: the parts of personer_koen add up to 1,031,"),
        ("dst_bol201", "ALDER1", "BOL201: Hele landet, 2026: the parts of personer_alder add up to 1,031,"),
    ],
)
def test_figures_that_do_not_agree_are_not_published(root, statbank, key, variable, said, capsys):
    address, service = statbank

    def spoil(text):
        answer = json.loads(text)
        if variable in answer["dataset"]["dimension"]:
            answer["dataset"]["value"][0] += 1000  # of the country
        return json.dumps(answer)

    service.change_answer = spoil
    before = contents(root)
    assert fetch(root, address, key) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before  # and the answers are not kept: they are not right


def test_more_residents_than_inhabitants_are_not_published(root, statbank, capsys):
    address, service = statbank

    def spoil(text):
        answer = json.loads(text)
        if "EJER" in answer["dataset"]["dimension"]:
            answer["dataset"]["value"] = [value * 50 for value in answer["dataset"]["value"]]
        return json.dumps(answer)

    service.change_answer = spoil
    assert fetch(root, address, "personer_almene", "folketal") == 3
    assert "more than folketal, " in capsys.readouterr().err
    assert read(newest(root), "folketal").value == count("FOLK1A", "326", "2026K3")


def test_a_fetch_that_was_stopped_takes_what_came(root, statbank, capsys):
    address, service = statbank
    asked = refresh.StatBank.data

    def stop(bank, query):
        if query["table"] == "FOLK1A":
            raise KeyboardInterrupt
        return asked(bank, query)

    with patch.object(refresh.StatBank, "data", stop):
        assert fetch(root, address, *THREE) == 130
    assert kept(root) == ["BOL106", "FAM55N", "FAM55N"]
    assert [edition.name for edition in list_editions(root)] == ["2025"]
    before = len(service.asked())
    damaged = min(root.glob(".fetched/FAM55N/*"))
    damaged.write_text(damaged.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    assert fetch(root, address, *THREE) == 0
    assert "2 answers of a fetch that was stopped were kept, and not asked for again" in capsys.readouterr().err
    assert [question["table"] for question in service.asked()[before:]] in (["FAM55N", "FOLK1A"], ["FOLK1A", "FAM55N"])
    assert not (root / ".fetched").exists()
    assert read(newest(root), "husstande").value == count("FAM55N", "326", "2026")


def test_an_answer_is_not_used_after_the_table_was_updated(root, statbank):
    address, service = statbank
    service.closed = {"FOLK1A"}
    with patch("data.intake.refresh.publish", side_effect=KeyboardInterrupt):
        assert fetch(root, address, "husstande") == 130
    assert kept(root) == ["FAM55N"]
    before = len(service.asked())
    service.change_description = lambda info: info | {"updated": "2026-11-20T08:00:00"}
    assert fetch(root, address, "husstande") == 0
    assert len(service.asked()) == before + 1


def test_a_dry_run_keeps_no_answer(root, statbank):
    before = contents(root)
    assert fetch(root, statbank[0], "husstande", "--dry-run") == 0
    assert contents(root) == before


def fetch_two(root):
    """In a process of its own, with its own service."""
    with patch("data.intake.refresh.PAUSE", 0), run_service() as (address, service):
        service.closed = {"BOL106"}
        assert fetch(root, address, "folketal", "husstande", "--edition", "ny") == 0


@pytest.mark.slow
def test_killed_at_any_step_an_edition_is_old_or_new_and_answers_are_whole(root, tmp_path, monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    left, _ = interrupt(fetch_two, root, tmp_path, kills=1)
    found = [[edition.name for edition in list_editions(folder)] for folder in left]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (["2025"], ["2025", "ny"])
    for folder in left:
        read_snapshots(list_editions(folder)[-1])  # each as its sidecar says
    assert any(list(folder.glob(".fetched/*/[!.]*")) for folder in left)
    assert not (left[-1] / ".fetched").exists()
