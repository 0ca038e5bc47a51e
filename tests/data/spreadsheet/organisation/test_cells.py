"""Every kind of cell of the list is read as what its column has, or refused with a sentence."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.organisation.organisation_file import read_organisations, write_organisations
from data.spreadsheet.cell import Cell, CellError
from data.spreadsheet.number import NumberFormat
from data.spreadsheet.organisation.cells import READERS, read_code, read_dwellings, read_member, read_text
from data.spreadsheet.organisation.headings import Field
from tests.data.organisation.organisations import CODES, make, make_list

PLACE = "Boligorganisationer!D17"
TEXTS = (Field.NAME, Field.WEBSITE, Field.PHONE, Field.EMAIL, Field.CONTACT, Field.CODE, Field.KOMMUNE)
READ = {field: lambda cell, field=field: read_text(cell, field) for field in TEXTS} | {
    Field.CODE: read_code,
    Field.DWELLINGS: lambda cell: read_dwellings(cell, NumberFormat.DANISH),
    Field.MEMBER: read_member,
}


def read(field, content, **more):
    return READ[field](Cell(PLACE, content, **more))


def count(content, number_format=NumberFormat.DANISH, **more):
    return read_dwellings(Cell(PLACE, content, **more), number_format)


@pytest.mark.parametrize("field", Field)
@pytest.mark.parametrize(
    ("content", "more", "said"),
    [
        (None, {"merged": "D17:D19"}, "these cells are merged; unmerge them, and write in each what belongs there"),
        ("x", {"merged": "D17:D19"}, "these cells are merged"),
        (None, {"formula": "=A1&B1"}, "the formula =A1&B1 has no stored result; open the file in Excel, save it, and import it again"),
        ("#REF!", {}, "came the spreadsheet's error #REF!; mend the formula, or write "),
        ("#NAVN?", {"formula": "=x"}, "came the spreadsheet's error #NAVN?"),
        ("#I/T", {}, "came the spreadsheet's error #I/T"),
        (datetime(2026, 3, 1), {}, "came the date 2026-03-01; "),
        (date(2026, 3, 1), {}, "came the date 2026-03-01; "),
        (time(3, 37), {}, "came the time 03:37:00; "),
        (timedelta(hours=75), {}, "came the time 3 days, 3:00:00; "),
        (12.5, {}, "12.5"),
    ],
)
def test_what_no_column_can_have_is_refused(field, content, more, said):
    with pytest.raises(CellError) as error:
        read(field, content, **more)
    assert said in str(error.value)
    assert "; " in str(error.value)


@pytest.mark.parametrize("field", [field for field in Field if field is not Field.MEMBER])
def test_an_answer_stands_only_where_one_is_asked_for(field):
    with pytest.raises(CellError, match="came the answer ja; "):
        read(field, True)


@pytest.mark.parametrize("field", [field for field in Field if field is not Field.NAME])
@pytest.mark.parametrize(("content", "more"), [(None, {}), ("", {}), ("  ", {}), ("", {"formula": '=IF(A1="","",A1)'})])
def test_an_empty_cell_is_not_told(field, content, more):
    assert read(field, content, **more) in ("", None)


def test_an_organisation_has_a_name():
    with pytest.raises(CellError, match="no name is given; write the name of the organisation, or empty the row"):
        read(Field.NAME, None)


def test_a_formula_with_a_stored_result_is_its_result():
    assert read(Field.NAME, "Prøvebo", formula="=A1") == "Prøvebo"


@pytest.mark.parametrize("content", [59561010, 59561010.0, "59561010", 4559561010, "+45 59 56 10 10"])
def test_a_telephone_number_may_be_a_number(content):
    assert read(Field.PHONE, content) == "59 56 10 10"


@pytest.mark.parametrize(
    ("content", "said"),
    [(-59561010, "came the number -59561010"), (5956101, "'5956101' is no telephone number"), (float("nan"), "came the number nan")],
)
def test_not_every_number_is_one(content, said):
    with pytest.raises(CellError, match=said):
        read(Field.PHONE, content)


@pytest.mark.parametrize("field", [Field.NAME, Field.WEBSITE, Field.EMAIL, Field.CONTACT, Field.KOMMUNE])
def test_a_text_is_no_number(field):
    with pytest.raises(CellError, match="came the number 815; format the cell as text, and write "):
        read(field, 815)


@pytest.mark.parametrize(
    ("field", "content", "said"),
    [
        (Field.NAME, "P" * 101, "has 101 characters"),
        (Field.NAME, "Prøve\u200bbo", "has the hidden character U\\+200B"),
        (Field.WEBSITE, "javascript:alert(1)", "has no sound host name"),
        (Field.EMAIL, "prøvebo.example", "is no e-mail address"),
        (Field.CONTACT, "Ring 12 34 56 78", "has a long number"),
        (Field.KOMMUNE, "Kalund\u00adborg", "has the hidden character U\\+00AD"),
        (Field.CODE, "03\u200b26", "has the hidden character U\\+200B"),
    ],
)
def test_a_text_follows_the_rules_of_its_column(field, content, said):
    with pytest.raises(CellError, match=said):
        read(field, content)


@pytest.mark.parametrize("content", [101, 101.0, "101", "0101", "101.0", "101,0", " 0101 "])
def test_a_code_however_a_spreadsheet_has_it(content):
    assert read(Field.CODE, content) == "0101"


@pytest.mark.parametrize(
    ("content", "found"),
    [(1234, 1234), (1234.0, 1234), ("1.234", 1234), ("1 234", 1234), ("1234 boliger", 1234), (0, 0), ("0", 0), (200000, 200000)],
)
def test_dwellings_are_counted(content, found):
    assert count(content) == found


@pytest.mark.parametrize(
    ("content", "more", "said"),
    [
        ("-", {}, "'-' may mean zero or unknown; write 0, or leave the cell empty"),
        ("–", {}, "may mean zero or unknown"),
        (12.5, {}, "came 12.5; write a whole number from 0 to 200000, or leave the cell empty"),
        (-1, {}, "came -1; write a whole number"),
        (200001, {}, "came 200001; write"),
        ("12,5", {}, "'12,5' is read as 12.5; write a whole number"),
        ("1 mio.", {}, "'1 mio.' is read as 1000000; write"),
        (1e300, {}, "0…; write a whole number"),
        (float("inf"), {}, "came the number inf; write"),
        (0.16, {"percent": True}, "the cell is formatted as per cent; format it as a number"),
        ("mange", {}, "'mange' is no number; write a whole number from 0 to 200000, or leave the cell empty"),
        ("n/a", {}, "'n/a' is no number"),
        ("100 personer", {}, "'100 personer' is not given in boliger"),
        ("1.23", {}, "'1.23' is no number with point for thousands"),
    ],
)
def test_what_is_no_count_is_refused(content, more, said):
    with pytest.raises(CellError) as error:
        count(content, **more)
    assert said in str(error.value)
    assert len(str(error.value)) < 300


def test_a_comma_is_for_thousands_in_an_international_file():
    assert count("1,234", NumberFormat.INTERNATIONAL) == 1234
    with pytest.raises(CellError, match=r"came 1.234; write a whole number"):
        count("1.234", NumberFormat.INTERNATIONAL)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("ja", True), ("Ja", True), ("J", True), ("x", True), ("X", True), (True, True), ("SAND", True), ("TRUE", True),
        ("nej", False), ("NEJ", False), ("N", False), (False, False), ("FALSK", False), ("False", False), ("", None), (None, None),
    ],
)  # fmt: skip
def test_an_answer(content, found):
    assert read(Field.MEMBER, content) is found


@pytest.mark.parametrize("content", ["måske", "-", "?", 1, 0, 1.0, "ja nej", "1"])
def test_what_is_no_answer_is_refused(content):
    with pytest.raises(CellError, match=r"came .*; write ja or nej, or leave the cell empty"):
        read(Field.MEMBER, content)


CONTENTS = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.times(),
    st.from_regex(r"[+0-9 .,]{1,14}", fullmatch=True), st.from_regex(r"(https?://)?[a-z@.]{1,9}\.dk/?", fullmatch=True),
)  # fmt: skip


@settings(deadline=None)  # it writes and reads files
@given(st.dictionaries(st.sampled_from([*READERS, Field.DWELLINGS, Field.MEMBER]), CONTENTS, min_size=1))
def test_whatever_the_cells_have_is_an_organisation_that_can_be_kept_or_a_sentence(tmp_path_factory, contents):
    names = {Field.DWELLINGS: "dwellings", Field.MEMBER: "is_member"}
    told = {}
    for field, content in contents.items():
        try:
            told[names.get(field, field.name.lower())] = read(field, content)
        except CellError as refused:
            assert "; " in str(refused)  # noqa: PT017 - either end is right
    folder = tmp_path_factory.mktemp("edition")
    written = make_list(make(**told))
    write_organisations(written, folder)
    assert read_organisations(folder, CODES) == written
