"""Periods that can't have been counted yet, or are none: refused from the service and from a file, as in an import."""

from datetime import date

import pytest

from data.__main__ import main
from data.statbank.period import check_periods
from tests.data.statbank.fetching import fetch
from tests.data.store.test_edition import contents

NEXT = date.today().year + 1


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (["2026", "2099"], "the period 2099 lies in the future"),
        (["2026K4", "2028K1"], "the period 2028K1 lies in the future"),
        (["2026K4", "2026K5"], "TID has '2026K5', where a year such as 2026 or a quarter such as 2026K3 was expected"),
        (["2026.0"], "TID has '2026.0'"),
        (["26"], "TID has '26'"),
        (["2026M11"], "TID has '2026M11'"),
        (["２０２６"], "TID has '２０２６'"),
        (["2025", "2026K1"], "TID has years and quarters, 2025 and 2026K1, which would be added up together"),
    ],
)
def test_periods_that_can_not_be_are_named(periods, said):
    assert any(said in sentence for sentence in check_periods(periods, date(2026, 11, 24)))


def test_the_first_of_january_of_next_year_is_no_future():
    assert not list(check_periods(["2026", "2027"], date(2026, 11, 24)))
    assert not list(check_periods(["2026K4", "2027K1"], date(2026, 11, 24)))


@pytest.mark.parametrize("answer_format", ["csv", "jsonstat"])
def test_a_period_in_the_future_is_refused_from_the_service_and_from_a_file(root, statbank, tmp_path, answer_format, capsys):
    address, service = statbank
    saved = []
    service.change_answer = lambda text: saved.append(text) or text
    assert fetch(root, address, "boligstoerrelse", "--format", answer_format, "--dry-run") == 0
    before = contents(root)
    (tmp_path / "svar.txt").write_text(saved[0].replace("2026", str(NEXT + 1)), encoding="utf-8", newline="")
    capsys.readouterr()
    assert main(["--figures", str(root), "fetch", "boligstoerrelse", "--offline", str(tmp_path / "svar.txt")]) == 1
    assert f"svar.txt: BOL106, boligstoerrelse: the period {NEXT + 1} lies in the future" in capsys.readouterr().err
    service.tables["BOL106"] = [*service.tables["BOL106"][:-1], move_newest(service.tables["BOL106"][-1])]
    assert fetch(root, address, "boligstoerrelse", "--format", answer_format) == 1
    assert f"BOL106, boligstoerrelse: the period {NEXT + 1} lies in the future" in capsys.readouterr().err
    assert contents(root) == before


def move_newest(axis):
    """The axis of time with its newest year replaced by one that lies ahead."""
    *years, _ = axis.values
    return type(axis)(axis.code, {year: year for year in [*years, str(NEXT + 1)]}, can_be_left_out=axis.can_be_left_out)
