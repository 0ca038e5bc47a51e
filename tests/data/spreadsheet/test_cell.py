"""Every kind of cell is read as a value or a reason, or refused with a sentence."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reading import Reason
from data.registry.registry import Registry
from data.spreadsheet.cell import Cell, CellError, read_cell
from data.spreadsheet.number import NumberFormat

REGISTRY = Registry.load()
DWELLINGS, SHARE = REGISTRY["boliger_familie"], REGISTRY["fraflytning"]
MISSING = Reason.IKKE_OFFENTLIGGJORT


def read(content, indicator=DWELLINGS, number_format=NumberFormat.DANISH, **more):
    return read_cell(Cell("Tal!C5", content, **more), indicator, number_format)


@pytest.mark.parametrize("content", [3372, 3372.0, "3.372", "3 372", "3372,0", " 3372 ", "3372"])
def test_a_number_however_it_is_written(content):
    assert read(content) == read(3372)
    assert (read(content).value, read(content).reason) == ("3372", None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, MISSING), ("", MISSING), ("  ", MISSING), ("..", Reason.UNDERTRYKT), ("n/a", MISSING), ("N/A", MISSING),
        ("undertrykt", Reason.UNDERTRYKT), ("Ikke entydig", Reason.IKKE_ENTYDIG), ("ikke_relevant", Reason.IKKE_RELEVANT),
    ],
)  # fmt: skip
def test_a_missing_value_has_its_reason_and_is_never_zero(content, reason):
    assert (read(content).value, read(content).reason) == ("", reason)


def test_not_available_is_read_with_a_remark():
    assert "'n/a' is read as ikke_offentliggjort" in read("n/a").remark
    assert not read("").remark


@pytest.mark.parametrize(
    ("content", "more", "said"),
    [
        ("-", {}, "'-' may mean zero or missing; write 0, or leave the cell empty, or write one of ikke_offentliggjort"),
        ("–", {}, "may mean zero or missing"),
        ("12 personer", {}, "'12 personer' is not given in boliger; write a number in boliger, leave the cell empty"),
        ("1/2", {}, "'1/2' is not given in boliger; write a number in boliger"),
        ("12 1/2", {}, "'12 1/2' is no number with point for thousands and comma for decimals"),
        ("½", {}, "'½' is no number; write a number in boliger"),
        (None, {"formula": "=SUM(A1:A2)"}, "the formula =SUM(A1:A2) has no stored result; open the file in Excel, save it"),
        (None, {"merged": "C5:C6"}, "the cells C5:C6 are merged; unmerge them"),
        (5, {"merged": "C5:C6"}, "the cells C5:C6 are merged"),
        (datetime(3720, 3, 1), {}, "came the date 3720-03-01: Excel makes dates of what looks like one; format the cell as a number"),
        (date(2026, 3, 1), {}, "came the date 2026-03-01"),
        (time(3, 37), {}, "came the time 03:37:00"),
        (timedelta(hours=75, minutes=12), {}, "came the time 3 days, 3:12:00: Excel makes dates"),
        ("mar-72", {}, "'mar-72' is no number; write a number in boliger"),
        (True, {}, "came True; write a number"),
        ("#REF!", {}, "came the spreadsheet's error #REF!; mend the formula"),
        ("#DIV/0!", {}, "the spreadsheet's error #DIV/0!"),
        (0.16, {"percent": True}, "the cell is formatted as per cent, but boliger_familie is in boliger"),
        (3372.5, {}, "came 3372.5, but boliger_familie counts whole boliger"),
        (-1, {}, "came -1, outside 0 to 150000 boliger; correct it, or the range in indikatorer.toml"),
        (1e9, {}, "came 1000000000, outside 0 to 150000"),
        ("1,5 mio.", {}, "'1,5 mio.' is read as 1500000, outside 0 to 150000"),
        ("1E+03", {}, "'1E+03' is not given in boliger"),
        ("#NAVN?", {}, "the spreadsheet's error #NAVN?"),
        ("٣", {}, "'٣' is no number"),
        ("x" * 61, {}, f"'{'x' * 60}…' is no number"),
        (None, {"formula": "=" + "1+" * 40 + "1"}, f"the formula ={'1+' * 29}1… has no stored result"),
        ("mange", {}, "'mange' is no number; write a number in boliger, leave the cell empty, or write one of"),
    ],
)
def test_what_can_not_be_read_says_what_came_and_what_to_do(content, more, said):
    with pytest.raises(CellError) as error:
        read(content, **more)
    assert said in str(error.value)


@pytest.mark.parametrize(("content", "more"), [(0.16, {"percent": True}), ("16%", {}), ("16 pct.", {}), (16, {})])
def test_per_cent_is_read_as_it_is_seen(content, more):
    assert read(content, SHARE, **more).value == "16"


def test_per_cent_that_is_shown_a_hundred_times_too_large_says_how_it_is_read():
    with pytest.raises(CellError, match="16 is read as 1600, outside 0 to 60 pct"):
        read(16, SHARE, percent=True)


def test_a_formula_with_a_stored_result_is_its_result():
    assert read(3372, formula="=3000+372").value == "3372"
    assert read("", formula='=IF(A1="","",A1)').reason is MISSING  # nothing to be seen in it


def test_a_point_in_an_international_file_is_no_mark_for_thousands():
    with pytest.raises(CellError, match=r"'3.372' is read as 3.372, but boliger_familie counts whole boliger"):
        read("3.372", number_format=NumberFormat.INTERNATIONAL)
    assert read("3,372", number_format=NumberFormat.INTERNATIONAL).value == "3372"


CONTENTS = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.times(), st.from_regex(r"-?[\d., %]{1,12}")
)


@given(CONTENTS, st.sampled_from(list(REGISTRY.indicators.values())), st.sampled_from(NumberFormat), st.booleans())
def test_any_cell_gives_a_plausible_value_a_reason_or_a_sentence(content, indicator, number_format, percent):
    try:
        found = read(content, indicator, number_format, percent=percent)
    except CellError as refused:
        assert str(refused)  # noqa: PT017 - either end is right
    else:
        assert bool(found.value) != bool(found.reason)
        assert not found.value or indicator.low <= float(found.value) <= indicator.high
