"""Names and functions: what is tidied, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.organisation.text_field import organisation_key, read_contact, read_name, tidy_text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Prøvebo", "Prøvebo"),
        ("  Prøvebo   Øst\u00a0", "Prøvebo Øst"),
        ("Prøvebo\nØst", "Prøvebo Øst"),
        ("A\u030aben Bolig", "Åben Bolig"),
        ("3B", "3B"),
        ("»Prøvebo« & Co. (1942)", "»Prøvebo« & Co. (1942)"),
        ("P" * 100, "P" * 100),
        ("Ab", "Ab"),
    ],
)
def test_a_name_is_tidied(written, kept):
    assert read_name(written) == kept
    assert read_name(kept) == kept


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "'' has no letter; write the name of the organisation"),
        ("815", "'815' has no letter"),
        ("A", "'A' has 1 characters; write the name of the organisation in 2 to 100"),
        ("P" * 101, f"'{'P' * 60}…' has 101 characters"),
        ("=HYPERLINK(1)", "begins with = like a formula"),
        ("@prøvebo", "begins with @"),
        ("-Prøvebo", "begins with -"),
        ("Prøve\u200bbo", r"'Prøvebo' has the hidden character U\+200B; write the text again by hand"),
        ("Prøve\u202ebo", r"U\+202E"),
        ("\ufeffPrøvebo", r"U\+FEFF"),
        ("Prøve\x07bo", r"U\+0007"),
        ("Prøve\ue000bo", r"U\+E000"),
        ("Prøve_x000D_bo", "has the hidden character _x000D_"),
        ("Pr\ufffdvebo", "has a character that was lost when the file was saved"),
    ],
)
def test_what_is_no_name_is_refused(written, said):
    with pytest.raises(ValueError, match=said):
        read_name(written)


@pytest.mark.parametrize("written", ["", "Kundeservice", "Udlejning, 2. sal", "Direktør", "Drift 24-7", "Team 12345", "K" * 80])
def test_a_function_is_kept(written):
    assert read_contact(written) == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("kontakt@prøvebo.example", "has an e-mail address; write a function here"),
        ("Kundeservice 59561010", "has a long number; write a function here"),
        ("Kundeservice 59 56 10 10", "has a long number"),
        ("Sag 123456", "has a long number"),
        ("K" * 81, "has 81 characters; write a function in at most 80"),
        ("123", "has no letter; write a function such as Kundeservice"),
        ("-", "has no letter"),
        ("+Kundeservice", "begins with \\+ like a formula"),
        ("Kunde\u00adservice", r"hidden character U\+00AD"),
    ],
)
def test_what_is_no_function_is_refused(written, said):
    with pytest.raises(ValueError, match=said):
        read_contact(written)


@given(st.text())
def test_a_tidy_text_is_tidy(written):
    try:
        tidy = tidy_text(written)
    except ValueError:
        return
    assert tidy_text(tidy) == tidy
    assert tidy == tidy.strip()
    assert tidy.isprintable()


@pytest.mark.parametrize("other", ["PRØVEBO ØST", "Prøvebo-Øst", "prøve bo øst", "Prøvebo – Øst"])
def test_spellings_of_one_name_have_one_key(other):
    assert organisation_key(other) == organisation_key("Prøvebo Øst")


def test_a_ring_and_two_letters_are_one():
    assert organisation_key("Århus Prøvebo") == organisation_key("AARHUS PRØVEBO")


def test_other_names_have_other_keys():
    assert len({organisation_key(name) for name in ("Prøvebo", "Prøvebo 1", "Prøvebo Øst", "Prøvebo Vest", "Prøvebos")}) == 5
