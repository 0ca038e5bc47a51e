"""The command ``fetch``, against a local server that speaks the documented format."""

import json

import pytest

from data.__main__ import main
from data.profile.figures import Figures
from data.store.edition import list_editions
from tests.data.statbank.fetching import ALMENE, KOMMUNER, LIVED_IN, REGISTRY, compute_share, fetch, newest
from tests.data.statbank.tables import QUARTERS
from tests.data.store.test_edition import contents


def test_what_is_fetched_again_unchanged_makes_no_edition(root, statbank, capsys):
    address, _ = statbank
    assert fetch(root, address, "husstande", "--edition", "a") == 0
    assert fetch(root, address, "husstande", "--edition", "b") == 0
    assert "Nothing is new since edition a; no edition was made" in capsys.readouterr().out
    assert [edition.name for edition in list_editions(root)] == ["2025", "a"]


def test_an_unchanged_indicator_beside_a_new_one_is_summarised_too(root, statbank, capsys):
    address, _ = statbank
    assert fetch(root, address, "almene_andel") == 0
    capsys.readouterr()
    assert fetch(root, address, "almene_andel", "dst_folk1a") == 0
    said = capsys.readouterr().out
    assert "almene_andel, 2026: 98 of 98 kommuner have a value" in said
    assert "folketal, 2026K3: 98 of 98 kommuner have a value" in said


def test_revised_figures_make_an_edition_and_are_listed_also_of_earlier_periods(root, statbank, capsys):
    address, service = statbank
    assert fetch(root, address, "almene_andel", "--edition", "a") == 0
    before = contents(root)

    def revise(text):
        answer = json.loads(text)
        if "EJER" in answer["dataset"]["dimension"]:
            answer["dataset"]["value"][0] += 100_000  # the country, occupied, owner 20, 2016
        return json.dumps(answer)

    service.change_answer = revise
    assert fetch(root, address, "almene_andel", "--edition", "b") == 0
    assert {path: content for path, content in contents(root).items() if path.parts[0] != "b"} == before
    assert list_editions(root)[-1].changed == "Nye tal: almene boligers andel af alle boliger."
    capsys.readouterr()
    assert main(["--figures", str(root), "changes", "a", "b"]) == 0
    said = capsys.readouterr().out
    old = compute_share("BOL101", "000", "2016", {"EJER": ALMENE, "BEBO": LIVED_IN}, {"BEBO": LIVED_IN})
    assert f"0000 Hele landet\n  almene_andel: {old:g} (2016) -> " in said
    assert said.endswith("0 figures changed in 0 places between a and b, and 1 of earlier periods\n")


def test_a_dry_run_writes_nothing(root, statbank, capsys):
    before = contents(root)
    assert fetch(root, statbank[0], "boligstoerrelse", "--dry-run") == 0
    said = capsys.readouterr()
    assert "Nothing was written" in said.out
    assert "worth a second look:" in said.err
    assert contents(root) == before


def test_since_asks_for_less_and_keeps_what_is_older(root, statbank):
    address, service = statbank
    assert fetch(root, address, "almene_andel", "--since", 2025, "--edition", "a") == 0
    (_, question, _) = service.questions[-1]
    assert {one["code"]: one["values"] for one in question["variables"]}["Tid"] == ["2025", "2026"]
    series = dict(newest(root).profile("0326")["almene_andel"].series)
    assert series["2016"] == dict(Figures.load(with_examples=False).profile("0326")["almene_andel"].series)["2016"]
    assert newest(root).reading("0326", REGISTRY["lejeboliger"]).value == 42.6  # the same table's other indicators stay
    assert "as they were read 2026-09" in (root / "a" / "dst_bol101.toml").read_text(encoding="utf-8")


def test_an_indicator_without_a_period_since_the_year_is_passed_over(root, statbank, capsys):
    """2026 has two quarters: no year of finished dwellings yet."""
    address, _ = statbank
    before = newest(root).profile("0326")["fuldfoerte_boliger"].series
    assert fetch(root, address, "dst_bygv33", "--since", 2026) == 0
    said = capsys.readouterr()
    assert "passed over: BYGV33, fuldfoerte_boliger: no whole year, among 2026K1, 2026K2; ask with an earlier --since" in said.err
    assert "fuldfoerte_boliger" not in said.out
    assert newest(root).profile("0326")["fuldfoerte_boliger"].series == before
    assert newest(root).reading("0326", REGISTRY["paabegyndte_almene"]).period == "2025K3-2026K2"


def test_the_four_newest_quarters_are_asked_for_whatever_the_year(root, statbank):
    address, service = statbank
    assert fetch(root, address, "paabegyndte_boliger", "--since", 2026) == 0
    (_, question, _) = service.questions[-1]
    assert {one["code"]: one["values"] for one in question["variables"]}["Tid"] == QUARTERS[-4:]
    assert newest(root).reading("0326", REGISTRY["paabegyndte_boliger"]).period == "2025K3-2026K2"


def test_a_year_after_every_period_is_refused(root, statbank, capsys):
    address, _ = statbank
    assert fetch(root, address, "folketal", "--since", 2099) == 1
    assert "FOLK1A, folketal: there is no period from 2099 on, the newest is 2026K3" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["huslejen"], "huslejen can't be fetched from the StatBank; write one of almene_andel, "),
        (["beboere"], "beboere can't be fetched from the StatBank"),
        (["husleje_almen"], "husleje_almen can't be fetched from the StatBank"),
        (["personer_almene_andel"], "personer_almene_andel can't be fetched from the StatBank"),  # is computed from two others
    ],
)
def test_a_key_that_can_not_be_fetched_is_named(root, keys, said, capsys):
    assert fetch(root, "http://127.0.0.1:9", *keys) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("answer_format", ["jsonstat", "csv"])
def test_a_saved_answer_gives_the_same_figures(root, statbank, tmp_path, answer_format):
    address, service = statbank
    saved = []
    service.change_answer = lambda text: saved.append(text) or text
    assert fetch(root, address, "almene_andel", "--format", answer_format, "--dry-run") == 0
    (tmp_path / "svar.txt").write_text(saved[0], encoding="utf-8")
    assert main(["--figures", str(root), "fetch", "almene_andel", "--offline", str(tmp_path / "svar.txt"), "--edition", "fil"]) == 0
    expected = compute_share("BOL101", "326", "2026", {"EJER": ALMENE, "BEBO": LIVED_IN}, {"BEBO": LIVED_IN})
    assert newest(root).reading("0326", REGISTRY["almene_andel"]).value == expected


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: lines[:-1], "cells where"),  # cut off between two lines
        (lambda lines: [line for line in lines if ";2000;" not in line], "the answer has no BEBO 2000; fetch it with these values"),
        (lambda lines: [line for line in lines if not line.startswith("326;")], "the answer has no figure for kommune 0326"),
        (lambda lines: [*lines, *(line.replace(";20;", ";99;") for line in lines if ";20;" in line)],
         "the answer has EJER 99, which is not divided by; correct 'fetch' in indikatorer.toml"),
        (lambda lines: [lines[0].replace("BEBO", "BEBO;KØN"), *(line.replace(";", ";TOT;", 1) for line in lines[1:])],
         "the answer has KØN too; fetch it without"),
    ],
)  # fmt: skip
def test_a_saved_answer_that_lacks_something_is_refused_rather_than_added_up(root, statbank, tmp_path, change, said, capsys):
    address, service = statbank
    saved = []
    service.change_answer = lambda text: saved.append(text) or text
    assert fetch(root, address, "almene_andel", "--format", "csv", "--dry-run") == 0
    (tmp_path / "svar.csv").write_text("\n".join(change(saved[0].split())) + "\n", encoding="utf-8")
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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["folketal", "--edition", "2025"], "there is an edition 2025 already, and editions are never changed; write another name"),
        (["folketal", "--offline", "svar.json", "--since", "2020"], "--since says what the service is asked for; leave it out"),
        (["folketal", "--offline", "/"], "/ is not there, or no file; name one that was fetched by hand"),
        (["folketal", "--column", "F"], "--period and --column say what stands in a file of rents; give the file too"),
        (["husleje_almen", "--file", "nowhere.xlsx", "--period", "2026"], "nowhere.xlsx is not there"),
        (["--file", "nowhere.xlsx"], "nowhere.xlsx is not there, or no file"),
        (["folketal", "--block", "aeldre=A1"], "--block says what stands in a file; give the file too, with --file"),
        (["folketal", "--file", "x.xlsx"], "folketal can't be read from a file with --file; write one of husleje_almen"),
    ],
)
def test_options_that_do_not_fit_together_are_refused(root, arguments, said, capsys):
    assert fetch(root, "http://127.0.0.1:9", *arguments) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "20"], "argument --since: '20' is no year; write four digits, such as 2020"),
        (["--backoff", "nan"], "argument --backoff: 'nan' is no number of seconds; write one such as 1.5"),
        (["--backoff=-1"], "argument --backoff: '-1' is no number of seconds"),
        (["--backoff", "kort"], "argument --backoff: 'kort' is no number of seconds"),
    ],
)
def test_an_invalid_option_is_named(root, arguments, said, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["--figures", str(root), "fetch", *arguments])
    assert said in capsys.readouterr().err


def test_stopping_the_fetch_leaves_the_old_editions_and_a_sentence(root, statbank, monkeypatch, capsys):
    before = contents(root)

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("data.statbank.client.StatBank.data", stop)
    assert fetch(root, statbank[0], "husstande") == 130
    assert "Stopped. The editions are as they were, or have the new one whole." in capsys.readouterr().err
    assert contents(root) == before
