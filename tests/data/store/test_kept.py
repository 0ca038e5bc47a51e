"""Answers that are kept until they are published."""

import os

import pytest

from data.store.edition import list_editions
from data.store.kept import LONGEST, KeptAnswers

QUERY = {"table": "FAM55N", "format": "CSV", "variables": [{"code": "Tid", "values": ["2026"]}]}
TEXT = "\ufeffOMRÅDE;TID;INDHOLD\r\n101;2026;5\r\n"


@pytest.fixture
def kept(root):
    answers = KeptAnswers(root, "https://x")
    answers.keep(QUERY, "2026-11-12", TEXT)
    return answers


def find_files(root):
    return [path for path in root.glob(".fetched/**/*") if path.is_file()]


def test_an_answer_is_given_back_as_it_came(kept):
    assert kept.take(QUERY, "2026-11-12") == TEXT
    assert kept.taken == 1


@pytest.mark.parametrize(
    ("service", "query", "updated"),
    [
        ("https://y", QUERY, "2026-11-12"),
        ("https://x", QUERY | {"format": "JSONSTAT"}, "2026-11-12"),
        ("https://x", QUERY | {"table": "FOLK1A"}, "2026-11-12"),
        ("https://x", QUERY, "2026-11-13"),
    ],
)
def test_an_answer_of_another_service_query_or_update_is_none(root, kept, service, query, updated):
    assert KeptAnswers(root, service).take(query, updated) is None


@pytest.mark.parametrize("damage", [lambda content: content[:-3], lambda content: b"\xff" + content, lambda content: b""])
def test_a_damaged_answer_is_none(root, kept, damage):
    (path,) = find_files(root)
    path.write_bytes(damage(path.read_bytes()))
    assert kept.take(QUERY, "2026-11-12") is None
    assert kept.taken == 0


def test_no_folder_of_them_is_an_edition(root, kept):
    (root / ".fetched" / "FAM55N" / "udgave.toml").write_text("number = 9", encoding="utf-8")
    (root / ".fetched" / "udgave.toml").write_text("number = 9", encoding="utf-8")
    assert [edition.name for edition in list_editions(root)] == ["2025"]


def test_what_is_published_or_old_is_removed_and_nothing_else(root, kept):
    kept.keep(QUERY | {"table": "FOLK1A"}, "2026-11-12", TEXT)
    kept.tidy()
    assert len(find_files(root)) == 2
    kept.forget("FAM55N")
    (path,) = find_files(root)
    assert path.parent.name == "FOLK1A"
    os.utime(path, (path.stat().st_mtime - LONGEST - 60,) * 2)
    kept.tidy()
    assert not (root / ".fetched").exists()


def test_a_dry_run_changes_nothing(root, kept):
    only_read = KeptAnswers(root, "https://x", is_kept=False)
    only_read.keep(QUERY, "2026-11-13", TEXT)
    only_read.forget("FAM55N")
    assert only_read.take(QUERY, "2026-11-12") == TEXT
    assert len(find_files(root)) == 1
