"""Numbers as people write them: each is read in one way, or refused with a sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.registry.kind import Unit
from data.spreadsheet.number import NumberFormat, read_number
from data.store.snapshot import write_number

DANISH, INTERNATIONAL = NumberFormat.DANISH, NumberFormat.INTERNATIONAL


@pytest.mark.parametrize(
    ("text", "unit", "number_format", "value"),
    [
        ("3.372", Unit.DWELLINGS, DANISH, "3372"),
        ("3 372", Unit.DWELLINGS, DANISH, "3372"),
        ("3\u00a0372", Unit.DWELLINGS, DANISH, "3372"),
        ("3\u202f372", Unit.DWELLINGS, DANISH, "3372"),
        ("3372,0", Unit.DWELLINGS, DANISH, "3372"),
        ("3.372,0", Unit.DWELLINGS, DANISH, "3372"),
        ("3.372 boliger", Unit.DWELLINGS, DANISH, "3372"),
        ("1.234.567", Unit.PERSONS, DANISH, "1234567"),
        ("1,5 mio.", Unit.PERSONS, DANISH, "1500000"),
        ("1 million", Unit.PERSONS, DANISH, "1000000"),
        ("12 t.", Unit.PERSONS, DANISH, "12000"),
        ("1,5 mio.", Unit.MILLION_KRONER, DANISH, "1.5"),
        ("263 mio. kr.", Unit.MILLION_KRONER, DANISH, "263"),
        ("263", Unit.MILLION_KRONER, DANISH, "263"),
        ("1,2 mia. kr.", Unit.MILLION_KRONER, DANISH, "1200"),
        ("263.000.000 kr.", Unit.MILLION_KRONER, DANISH, "263"),
        ("16%", Unit.PERCENT, DANISH, "16"),
        ("16 %", Unit.PERCENT, DANISH, "16"),
        ("16 pct.", Unit.PERCENT, DANISH, "16"),
        ("15,67 procent", Unit.PERCENT, DANISH, "15.67"),
        ("904 kr. pr. m²", Unit.RENT, DANISH, "904"),
        ("904 kr. pr. m² pr. år", Unit.RENT, DANISH, "904"),
        ("904 kr. pr. m² om året", Unit.RENT, DANISH, "904"),
        ("−3,5", Unit.PERCENT, DANISH, "-3.5"),
        ("3,372", Unit.DWELLINGS, INTERNATIONAL, "3372"),
        ("15.67", Unit.PERCENT, INTERNATIONAL, "15.67"),
        ("1.5 mio.", Unit.PERSONS, INTERNATIONAL, "1500000"),
        ("3.372", Unit.PERCENT, INTERNATIONAL, "3.372"),
    ],
)
def test_a_number_as_people_write_it(text, unit, number_format, value):
    assert write_number(read_number(text, unit, number_format)) == value


@pytest.mark.parametrize(
    ("text", "unit", "number_format", "said"),
    [
        ("12.5", Unit.PERCENT, DANISH, "is no number with point for thousands and comma for decimals"),
        ("0.372", Unit.PERCENT, DANISH, "is no number with point"),
        ("33 72", Unit.DWELLINGS, DANISH, "is no number with point"),
        ("3.37", Unit.DWELLINGS, DANISH, "is no number with point"),
        ("16,5", Unit.PERCENT, INTERNATIONAL, "is no number with comma for thousands and point for decimals"),
        ("3-372", Unit.DWELLINGS, DANISH, "is not given in boliger"),
        ("16%", Unit.DWELLINGS, DANISH, "is not given in boliger"),
        ("16 boliger", Unit.PERSONS, DANISH, "is not given in personer"),
        ("1,5 mio.", Unit.PERCENT, DANISH, "has 'mio', which pct. never has"),
        ("ca. 300", Unit.PERSONS, DANISH, "is no number"),
        ("1e3", Unit.PERSONS, DANISH, "is not given in personer"),
        ("nan", Unit.PERSONS, DANISH, "is no number"),
        ("", Unit.PERSONS, DANISH, "is no number"),
    ],
)
def test_what_is_no_number_says_why(text, unit, number_format, said):
    with pytest.raises(ValueError, match=said.replace(".", r"\.")):
        read_number(text, unit, number_format)


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(NumberFormat))
def test_a_number_written_in_either_format_is_read_back(value, number_format):
    text = f"{value:,.2f}"
    if number_format is DANISH:
        text = text.translate(str.maketrans(",.", ".,"))
    assert read_number(text, Unit.PERSONS, number_format) == value
    assert Decimal(write_number(value)) == value


@given(st.text(), st.sampled_from(Unit), st.sampled_from(NumberFormat))
def test_any_text_is_a_number_or_is_refused(text, unit, number_format):
    try:
        assert read_number(text, unit, number_format).is_finite()
    except ValueError as refused:
        assert str(refused)  # noqa: PT017 - either end is right
