"""Websites, e-mail addresses and telephone numbers: each has one form in which it is kept, or is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.organisation.reach import read_email, read_phone, read_website


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", ""),
        ("https://www.fsb.example", "https://www.fsb.example"),
        ("http://fsb.example/", "http://fsb.example/"),
        ("www.fsb.example", "https://www.fsb.example"),
        ("fsb.example/side?a=1&b=2#top", "https://fsb.example/side?a=1&b=2#top"),
        (" HTTPS://WWW.FSB.Example/Side ", "https://www.fsb.example/Side"),
        ("kærhøj-åben.example", "https://kærhøj-åben.example"),
        ("a\u030aben.example", "https://åben.example"),
        ("xn--krhj-yra9d.example", "https://xn--krhj-yra9d.example"),
        ("fsb.example/kø/%C3%A5", "https://fsb.example/kø/%C3%A5"),
        ("fsb.example/@afdeling", "https://fsb.example/@afdeling"),
        ("fsb.example?x", "https://fsb.example?x"),
        (f"https://x.dk/{'a' * 187}", f"https://x.dk/{'a' * 187}"),
    ],
)
def test_a_website_is_kept_with_its_scheme(written, kept):
    assert read_website(written) == kept
    assert read_website(kept) == kept


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("www fsb.example", "'www fsb.example' has a space in it; write the address of a website, such as www.eksempel.dk"),
        ("https://fsb.example/en side", "has a space in it"),
        ("ftp://fsb.example", "begins with ftp://, and neither http:// nor https://"),
        ("javascript://fsb.example/%0aalert(1)", "begins with javascript://"),
        ("javascript:alert(1)", "has no sound host name"),
        ("data:text/html,x.dk", "has no sound host name"),
        ("mailto:kontakt@fsb.example", "has a @ before its first slash"),
        ("kontakt@fsb.example", "has a @ before its first slash, like an e-mail address"),
        ("https://bruger:ord@fsb.example", "has a @ before its first slash, like an e-mail address or a password"),
        ("https://fsb.example\\@ond.example", "has a @ before its first slash"),
        ("https://fsb.example/\\ond.example", r"has the mark \\ in it"),
        ('fsb.example/"onclick', 'has the mark " in it'),
        ("fsb.example/<script>", "has the mark < in it"),
        ("fsb", "has no sound host name"),
        ("https://localhost/x", "has no sound host name"),
        ("https://10.0.0.1/x", "has no sound host name"),
        ("https://[::1]/", "has no sound host name"),
        ("https://fsb.example:8080", "has no sound host name"),
        ("https://https://fsb.example", "has no sound host name"),
        ("//fsb.example", "has no sound host name"),
        ("/side.html", "has no sound host name"),
        ("fsb..example", "has no sound host name"),
        ("-fsb.example", "has no sound host name"),
        ("fsb.example.", "has no sound host name"),
        ("fsb.example, andet.example", "has a space in it"),
        ("fsb.example,andet.example", "has no sound host name"),
        (f"{'a' * 64}.dk", "has no sound host name"),
        ("fѕb.example", "has no sound host name"),  # a Cyrillic letter that looks like s
        ("fsb.e%78ample", "has no sound host name"),
        ("https://", "has no sound host name"),
        (f"https://x.dk/{'a' * 188}", "has 201 characters, more than 200"),
        ("fsb.example/\u202etxt", r"has the hidden character U\+202E"),
        ("fsb\u00ad.example", r"has the hidden character U\+00AD"),
    ],
)
def test_what_is_no_website_is_refused(written, said):
    with pytest.raises(ValueError, match=said):
        read_website(written)


@given(st.one_of(st.text(), st.from_regex(r"(https?://)?[a-zæ.-]{1,9}\.dk[!-~æ]{0,9}", fullmatch=True)))
def test_whatever_is_written_is_a_safe_address_or_refused(written):
    try:
        kept = read_website(written)
    except ValueError as refused:
        assert "; write " in str(refused)  # noqa: PT017 - either end is right
    else:
        assert kept == "" or re.fullmatch(r"https?://[^/?#@\s:]+\.[^/?#@\s:.]+([/?#][^\s\"<>\\]*)?", kept)
        assert read_website(kept) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", ""),
        ("kontakt@fsb.example", "kontakt@fsb.example"),
        (" Kontakt@FSB.Example ", "Kontakt@fsb.example"),
        ("post.nord+syd_1-2@mail.kærhøj.example", "post.nord+syd_1-2@mail.kærhøj.example"),
        ("søren@fsb.example", "søren@fsb.example"),
    ],
)
def test_an_email_address_is_kept(written, kept):
    assert read_email(written) == kept
    assert read_email(kept) == kept


@pytest.mark.parametrize(
    "written",
    [
        "fsb.example", "@fsb.example", "kontakt@", "kontakt@fsb", "kontakt@@fsb.example", "a@b@fsb.example", "a b@fsb.example",
        "kontakt@fsb.example, post@fsb.example", "kontakt@fsb.example;post@fsb.example", "mailto:kontakt@fsb.example", ".a@fsb.example",
        "a.@fsb.example", "a..b@fsb.example", "<kontakt@fsb.example>", "kontakt@fsb..example", "kontakt@-fsb.example", "a?cc=b@fsb.example",
        "a&b@fsb.example", "a@10.0.0.1", "Kontakt kontakt@fsb.example", '"a"@fsb.example', "kontakt(at)fsb.example",
    ],
)  # fmt: skip
def test_what_is_no_email_address_is_refused(written):
    with pytest.raises(ValueError, match=r"is no e-mail address; write one e-mail address, such as kontakt@eksempel\.dk"):
        read_email(written)


def test_a_long_email_address_is_refused():
    assert read_email(f"{'a' * 88}@fsb.example")
    with pytest.raises(ValueError, match="has 101 characters, more than 100"):
        read_email(f"{'a' * 89}@fsb.example")


@pytest.mark.parametrize(
    "written",
    [
        "59561010", "59 56 10 10", "5956 1010", "595 61 010", "59-56-10-10", "59.56.10.10",
        "+45 59561010", "+4559561010", "0045 59 56 10 10",
        "(+45) 59 56 10 10", "4559561010", "+45 59-56 10-10", "59\u00a056\u00a010\u00a010", " 59 56 10 10 ", "45 59 56 10 10",
    ],
)  # fmt: skip
def test_a_danish_number_is_kept_in_pairs(written):
    assert read_phone(written) == "59 56 10 10"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", ""), ("45 45 45 45", "45 45 45 45"), ("00454545", "00 45 45 45"),
        ("00 00 00 00", "00 00 00 00"), ("+298 123456", "+298 123456"),
        ("+46 8 123 456", "+46 8 123 456"), ("+46 8-123456", "+46 8 123456"), ("+4940123456", "+4940123456"),
        ("+ 46 8 123 456", "+46 8 123 456"), ("+354 123", "+354 123"), ("+123456789012345", "+123456789012345"),
    ],
)  # fmt: skip
def test_other_numbers(written, kept):
    assert read_phone(written) == kept
    assert read_phone(kept) == kept


@pytest.mark.parametrize(
    "written",
    [
        "5956101", "595610100", "59 56 10 10 / 59 56 10 11", "tlf. 59 56 10 10", "59561010 lok. 12", "+45 595610", "+45 5956 10 101",
        "0046 8 123 456",
        "+46 (0)8 123 456", "+0 8 123 456", "+12345", "+1234567890123456", "++46 8 123 456", "59+56 10 10", "٥٩٥٦١٠١٠", "５９５６１０１０",
        "-", "+",
        "ingen", "+46 812345 / 812346",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(written):
    with pytest.raises(ValueError, match=r"is no telephone number; write eight digits, such as 12 34 56 78"):
        read_phone(written)


@given(st.one_of(st.text(), st.from_regex(r"\+?[0-9 ().-]{1,18}", fullmatch=True)))
def test_any_number_is_kept_as_it_would_be_written_or_refused(written):
    try:
        kept = read_phone(written)
    except ValueError as refused:
        assert "; write " in str(refused)  # noqa: PT017 - either end is right
    else:
        assert kept == "" or re.fullmatch(r"\d\d( \d\d){3}|\+[1-9][\d ]+\d", kept)
        assert read_phone(kept) == kept
