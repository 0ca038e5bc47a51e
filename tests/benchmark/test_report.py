"""Medians, limits, tables and the command, on figures that are made up here. Nothing is measured."""

import json
import math

import pytest

from tests.benchmark import __main__ as command
from tests.benchmark.browser_side import measures as pages
from tests.benchmark.limit import Limit, list_missed
from tests.benchmark.measure import Measure, Samples, ratio
from tests.benchmark.report import BEGIN, END, Circumstances, put_into, to_json, write_report
from tests.benchmark.server_side import measures as server

CLICK, RATE = Measure("click to panel", "ms"), Measure("answers", "a second", 1)
WHERE = Circumstances("2026-11-27", "abc1234", "2 x Some Processor, Linux", "Chromium 156", 3, ("something was not measured: no reason",))


def test_an_even_number_of_looks_has_the_middle_of_the_middle_two():
    samples = Samples()
    for value in (40.0, 10.0, 20.0, 90.0):
        samples.add("frame", {CLICK: value})
    samples.add("page", {RATE: 5.0})
    assert samples.medians() == {"frame": {CLICK: 30.0}, "page": {RATE: 5.0}}


@pytest.mark.parametrize(
    ("own", "theirs", "expected"), [(30.0, 120.0, 0.25), (30.0, 0.0, math.inf), (None, 120.0, None), (30.0, None, None)]
)
def test_a_ratio_needs_both_figures(own, theirs, expected):
    found = {"ours": {CLICK: own}, "theirs": {CLICK: theirs}}
    medians = {subject: {measure: value for measure, value in each.items() if value is not None} for subject, each in found.items()}
    assert ratio(medians, CLICK, "ours", "theirs") == expected


@pytest.mark.parametrize(
    ("limit", "holds"),
    [
        (Limit("ours", CLICK, 30), True),
        (Limit("ours", CLICK, 29.9), False),
        (Limit("ours", CLICK, 1 / 4, of="theirs"), True),
        (Limit("ours", CLICK, 0.2, of="theirs"), False),
        (Limit("ours", RATE, 400, is_least=True), True),
        (Limit("ours", RATE, 401, is_least=True), False),
        (Limit("ours", RATE, 200, of="theirs", is_least=True), True),
        (Limit("ours", RATE, 201, of="theirs", is_least=True), False),
        (Limit("ours", RATE, 200, of="nobody", is_least=True), False),
        (Limit("ours", RATE, 200, of="nobody", is_least=True, may_lack=True), True),
        (Limit("nobody", CLICK, 30), False),
    ],
)
def test_a_limit_holds_up_to_its_bound_and_not_where_nothing_was_measured(limit, holds):
    medians = {"ours": {CLICK: 30.0, RATE: 400.0}, "theirs": {CLICK: 120.0, RATE: 2.0}}
    assert limit.holds(medians) is holds
    assert list(list_missed([limit], medians)) == ([] if holds else [limit.tell(medians)])


def make_medians(*, click=90.0):
    """Figures with which all limits hold, but perhaps that of the click."""
    browser = {pages.SEEN: 600.0, pages.USABLE: 700.0, pages.BLOCKED: 80.0, pages.FAST_CLICK: 20.0, pages.LOADED: 70.0, pages.SHIFT: 0.001}
    page = {server.rate(8): 20_000.0, server.p95(8): 0.44}
    return {
        pages.TUTORIAL: {**browser, pages.SEEN: 20_000.0, pages.USABLE: 21_000.0, pages.CLICK: 500.0},
        pages.LEAFLET: {**browser, pages.SEEN: 1100.0, pages.USABLE: 1150.0, pages.CLICK: 118.0},
        **{name: {**browser, pages.CLICK: click} for name in (pages.DASHBOARD, pages.FRAME)},
        pages.PLAIN: {pages.SEEN: 600.0, pages.LOADED: 110.2, pages.SHIFT: 0.0},
        server.HEALTH: {server.rate(8): 5_000.0},
        **dict.fromkeys(server.KEPT, page),
        **{server.name_old(name): {server.rate(8): 46.0} for name in server.PAGES},
        server.PIECES: {server.p95(server.CROWD): 12.0, server.MADE: 6.0},
        server.PDF: {server.rate(64): 6.2, server.p95(64): math.inf, server.refused(64): 94.0},
        server.SERVER: {server.STARTED: 3.14},
    }


LIMITS = (*pages.LIMITS, *server.LIMITS)


def test_the_report_has_every_figure_with_its_unit_and_says_what_is_missed():
    text = write_report(make_medians(click=400.0), LIMITS, WHERE)
    assert "2026-11-27 at abc1234 on 2 x Some Processor, Linux; Chromium 156; medians of 3 rounds" in text
    assert "| click to panel | 500 ms | 118 ms | 400 ms | 400 ms | – | 0.8, 0.8 | 3.39, 3.39 |" in text
    assert "| /indlejr | – | 20,000, p95 0.44 ms, 4 of health | – | – |" in text
    assert "| /kommuneark/….pdf | – | – | 6.2, 94 % told to come back | – |" in text
    assert "- start to first 200: 3.1 s" in text
    assert "- something was not measured: no reason" in text
    assert "| frame, click to panel | 3.39 | at most 1 of Leaflet | missed |" in text
    assert "| dashboard, first load | 70.0 kB | at most 155.0 kB | holds |" in text
    assert f"| /indlejr, answers, 8 connections | 435 | at least 200 of /indlejr at {server.OLD} | holds |" in text


def test_the_report_as_json_is_strict_json():
    answer = to_json(make_medians(), LIMITS, WHERE)
    read = json.loads(json.dumps(answer, allow_nan=False))
    assert read["medians"][server.PDF]["p95, 64 connections [ms]"] is None
    assert read["medians"][pages.FRAME]["click to panel [ms]"] == 90.0
    assert all(limit["holds"] for limit in read["limits"])
    assert read["circumstances"]["commit"] == "abc1234"


def test_the_readme_has_the_block_that_the_command_fills():
    text = command.README.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    assert put_into(text, "| new |") == f"{before}{BEGIN}\n| new |\n{END}{after}"


def test_a_document_without_the_marks_is_refused():
    with pytest.raises(ValueError, match="put both marks"):
        put_into(f"only {BEGIN}", "| new |")


@pytest.mark.parametrize(("click", "status"), [(90.0, 0), (400.0, 1)])
def test_the_command_fails_where_a_limit_is_missed_and_lists_all_that_are(click, status, monkeypatch, tmp_path, capsys):
    def measure(samples):
        for subject, found in make_medians(click=click).items():
            samples.add(subject, found)

    monkeypatch.setattr(command, "measure_server", lambda samples, rounds, seconds: [f"{rounds} rounds of {seconds} s"])
    monkeypatch.setattr(command, "measure_pages", lambda samples, rounds: (measure(samples) or "Chromium 156", []))
    monkeypatch.setattr(command, "README", tmp_path / "README.md")
    command.README.write_text(f"# Title\n\n{BEGIN}\n{END}\n", encoding="utf-8")
    assert command.main(["--rounds", "2", "--json", str(tmp_path / "out.json"), "--readme"]) == status
    said = capsys.readouterr().out
    missed = [line for line in said.rpartition("\n\n")[2].splitlines() if "click to panel" in line]
    assert len(missed) == (4 if status else 0)
    assert ("All" in said.rpartition("\n\n")[2]) is not bool(status)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["circumstances"]["notes"] == ["2 rounds of 0.8 s"]
    assert "| click to panel |" in command.README.read_text(encoding="utf-8")
