"""Answers that were cut, put together or edited: a number that lost digits, a row that lost columns, a mark that may be for thousands."""

import re

import pytest

from data.statbank.answer.reader import read_cube
from tests.data.statbank.answer.nearly import CELLS, CSV, make_dataset, refuse, write


@pytest.mark.parametrize("text", [CSV, "\ufeff" + CSV, CSV.replace("\r\n", "\n"), CSV.replace(".5", ",5"), CSV + "\r\n"])
def test_a_whole_answer_is_read(text):
    assert read_cube(text, "FAM55N").cells == CELLS


@pytest.mark.parametrize("length", range(1, len(CSV)))
def test_an_answer_is_refused_wherever_it_is_cut(length):
    refuse(CSV[:length])


def test_a_json_answer_is_refused_wherever_it_is_cut():
    text = write(make_dataset())
    assert [length for length in range(1, len(text)) if not refuse(text[:length])] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CSV[:-4], "the answer is cut off: its last line, '326;2026;600', has no line end, so its number may have had more digits"),
        (CSV[:-2], "the answer is cut off: its last line, '326;2026;60000', has no line end"),
        (CSV[:-1], "the answer is cut off"),
        (CSV[:-7] + "\r\n", "row 5 (326 2026) has no value; the service writes .. where there is none"),
        (CSV[:-8] + "\r\n", "row 5 has 2 of 3 columns"),
        (CSV.replace("60000", ""), "row 5 (326 2026) has no value; the service writes .. where there is none"),
        (CSV.replace("60000", " "), "row 5 (326 2026) has no value; the service writes .. where there is none"),
        (CSV.replace("60000", '""'), "row 5 (326 2026) has no value; the service writes .. where there is none"),
        (re.sub(r"(\r\n[^;]+;[^;]+;)[^\r]+", r"\1", CSV, count=1), "row 2 (101 2025) has no value"),
        (CSV[:-16], "3 cells where 4 combinations of codes are named; there is none for 326 2026"),
        (CSV[:-4] + "\n", "the lines of the answer end in two ways: it has been put together, or edited"),
        (CSV[:20], "the answer has headings and no figures"),
        (CSV.replace("326;2025", '"326;2025'), "not whole (Error('unexpected end of data'))"),
        (CSV + CSV, "row 6"),
    ],
)
def test_a_cut_or_edited_answer_is_refused_with_the_reason(text, said):
    assert said in refuse(text)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("60.000", "row 5 (326 2026): '60.000' may have a mark for thousands, which the service does not write"),
        ("60,000", "'60,000' may have a mark for thousands"),
        ("6.031.608", "'6.031.608' is no number as the service writes it, such as 60000 or 73.5"),
        ("60 000", "'60 000' is no number"),
        ("6E+04", "'6E+04' is no number"),
        ("060000", "'060000' is no number"),
        ("60000,5", "INDHOLD has both 10.5 and 60000,5: points and commas can't both be decimal marks"),
        ("60000.", "'60000.' is no number"),
        ("６００", "'６００' is no number"),
    ],
)
def test_a_number_that_could_be_two_is_refused(number, said):
    assert said in refuse(CSV.replace("60000", number))


@pytest.mark.parametrize("name", ["OMRÅDE", "TID"])
def test_headings_that_are_missing_or_repeated_are_refused(name):
    assert "one is empty, quoted or there twice" in refuse(CSV.replace(name, "", 1))
    assert "one is empty, quoted or there twice" in refuse(CSV.replace("OMRÅDE;TID", f"{name};{name}", 1))
    assert "and the last of them not INDHOLD" in refuse(CSV.replace(f"{name};", "", 1))
