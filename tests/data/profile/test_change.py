"""Differences between two editions."""

import pytest

from data.profile.change import Change, describe_news
from data.reading import Reading, Reason, Status
from data.registry.registry import Registry
from data.store.edition import list_editions
from tests.data.spreadsheet.workbook import run

REGISTRY = Registry.load()


def test_changes_lists_what_changed_per_kommune(root, filled, capsys):
    run(root, "import", filled)
    capsys.readouterr()
    assert run(root, "changes", "2025", "2026") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "0326 Kalundborg" in lines
    assert "  boliger_familie: 3,372 (2025) -> 149 (2026)" in lines[lines.index("0326 Kalundborg") :]
    assert "  beboere: no value (ikke_indlaest) -> 105 (2026)" in lines[lines.index("0165 Albertslund") :]
    assert lines[-1].endswith("between 2025 and 2026")


def test_an_edition_that_is_not_there_is_named(root, capsys):
    assert run(root, "changes", "2024", "2025") == 1
    assert "there is no edition 2024; the editions are 2025" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([], "De viste tal er de samme som i udgaven før."),
        (["renovering"], "Nye tal: renovering med støtte fra Landsbyggefonden."),
        (["beboere", "fraflytning"], "Nye tal: beboere i almene boliger og fraflytning i almene familieboliger."),
        (["beboere", "fraflytning", "renovering", "lokal_omsaetning"], "Nye tal: hovedtal samt husleje og lokal økonomi."),
    ],
)
def test_an_edition_says_what_is_new_in_it_in_one_sentence(keys, expected):
    assert describe_news([REGISTRY[key] for key in keys], REGISTRY) == expected


def reading(value):
    if value is None:
        return Reading(None, "2025", Status.MANGLER, "bl_kommuneark", Reason.UNDERTRYKT)
    return Reading(value, "2025", Status.OFFICIEL, "bl_kommuneark")


@pytest.mark.parametrize(
    ("before", "after", "ratio", "size"),
    [(200, 300, 1.5, 0.5), (200, 100, 0.5, 0.5), (0, 5, None, float("inf")), (None, 5, None, 0), (5, None, None, 0), (5, 0, 0, 1)],
)
def test_a_change_has_a_ratio_and_a_size(before, after, ratio, size):
    change = Change(REGISTRY.main, reading(before), reading(after))
    assert (change.ratio, change.size) == (ratio, size)


def test_an_imported_edition_describes_what_is_new_in_it(root, filled):
    run(root, "import", filled)
    assert list_editions(root)[-1].changed.startswith("Nye tal: hovedtal, boligtyper, ")
