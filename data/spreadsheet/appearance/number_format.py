"""Numbers as their number format shows them: rounded, in per cent, in thousands, as nothing or as words."""

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from data.store.snapshot import write_number

SIGNIFICANT = 15  # digits that Excel keeps; what a computer's sums leave after them is noise
LITERAL = re.compile(r'"([^"]*)"|\\(.)')
UNSHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # literal text, gaps, colours and conditions
GAPS = re.compile(r"_.|\*.|\[[^\]]*\]")
DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?,*")  # the digits of a format: "#,##0.00", "0.0,"
WORDS = re.compile(r"(?<![a-zæøå])(?:tusind|tus|t|k|mio|mill|millioner|mia|milliarder)(?![a-zæøå])")
DATES = re.compile(r"[DdMmYyHhSs@]|General")  # dates and text: a number is shown whole, or is no number to openpyxl
POWER = re.compile(r"[Ee][+-]")
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]")
SIGNS = {"<": operator.lt, ">": operator.gt, "=": operator.eq, "<=": operator.le, ">=": operator.ge, "<>": operator.ne}
BY_SIGN = 2  # sections of a format for positive and negative numbers; a third is for zero
BY_ZERO = 3
Test = Callable[[Decimal], bool]


@dataclass(frozen=True)
class Section:
    """A part of a number format.

    Attributes:
        decimals: shown ones, counted in the number as it is stored.
        power: of ten, which is left out: 3 for thousands.
        word: for a scale, such as "mio".
        is_percent: whether the number is shown in per cent.
        digits: shown before a power of ten, as in 3.1E+04; 0 where none is shown.
        literal: what is shown instead of digits; None where there are digits.
        is_fraction: whether it is shown as a fraction.
        is_unsigned: whether a negative number is shown without its sign.
    """

    decimals: int = 0
    power: int = 0
    word: str = ""
    is_percent: bool = False
    digits: int = 0
    literal: str | None = None
    is_fraction: bool = False
    is_unsigned: bool = False


@lru_cache(maxsize=500)
def _parse(number_format: str) -> tuple[tuple[Test, Section | None], ...]:
    """The sections of a format with the numbers that each is for; no section where a format shows the number as it is."""
    written = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format or "General")[:4]
    sections = [_parse_section(section) for section in written]
    if len(written) >= BY_SIGN and (negative := sections[1]) and not CONDITION.search(number_format):
        sections[1] = replace(negative, is_unsigned=not re.search("[-(−–]", written[1]))
    return tuple(zip(_list_tests(written), sections, strict=False))


def _list_tests(written: Sequence[str]) -> list[Test]:
    conditions = [CONDITION.search(LITERAL.sub("", section)) for section in written]
    if any(conditions):
        tests = [_make_test(found[1], Decimal(found[2])) if found else lambda _: True for found in conditions]
        return [*tests, lambda _: True]
    if len(written) < BY_SIGN:
        return [lambda _: True]
    if len(written) < BY_ZERO:
        return [lambda number: number >= 0, lambda _: True]
    return [lambda number: number > 0, lambda number: number < 0, lambda _: True]


def _make_test(sign: str, limit: Decimal) -> Test:
    return lambda number: bool(SIGNS[sign](number, limit))


def _parse_section(section: str) -> Section | None:
    bare = UNSHOWN.sub("", section)
    words = " ".join(one or other for one, other in LITERAL.findall(section))
    found = DIGITS.search(bare)
    if DATES.search(bare) and not POWER.search(bare):
        return None
    if not found:
        return Section(literal=" ".join(LITERAL.sub(r"\1\2", GAPS.sub("", section)).split()))
    if POWER.search(bare):
        return Section(digits=len(re.findall("[#0?]", found[0])))
    word = WORDS.search(words.lower())
    thousands = len(found[0]) - len(found[0].rstrip(","))
    percents = bare.count("%")
    decimals = len(found[1] or "") + 2 * percents
    return Section(decimals, 3 * thousands, word[0] if word else "", percents > 0, is_fraction="/" in bare)


def settle(number: Decimal) -> Decimal:
    """A number without the noise of a computer's sums: the 15 digits that Excel keeps.

    >>> settle(Decimal("314.00000000000006")), settle(Decimal("16.900000000000002"))
    (Decimal('314'), Decimal('16.9'))
    """
    if len(number.as_tuple().digits) <= SIGNIFICANT or not number.is_finite():
        return number
    return Decimal(write_number(Decimal(f"{number:.{SIGNIFICANT - 1}e}")))


def describe_shown(number: float, number_format: str) -> str:
    """A remark where a format shows another number than the cell has; empty where it shows that.

    >>> describe_shown(31.4, "#,##0"), describe_shown(0.164, "0%")
    ('31.4 is shown as 31; what the cell has is read', '16.4 % is shown as 16 %; what the cell has is read')
    >>> describe_shown(31.4, "General"), describe_shown(3372, "#,##0")
    ('', '')
    >>> describe_shown(0, '0;-0;"-"'), describe_shown(0, "0;-0;")
    ("0 is shown as '-'; what the cell has is read", '0 is shown as nothing; what the cell has is read')
    """
    exact = settle(Decimal(repr(number)))
    section = next((section for test, section in _parse(number_format) if test(exact)), None)
    seen = _describe_seen(exact, section) if section else ""
    if not section or not seen:
        return ""
    per, unit = (100, " %") if section.is_percent else (1, "")
    return f"{write_number(exact * per)}{unit} is shown as {seen}; what the cell has is read"


def _describe_seen(exact: Decimal, section: Section) -> str:
    """What a section shows of a number, if that is another number than it is."""
    if section.literal is not None:
        return f"'{section.literal}'" if section.literal else "nothing"
    if section.is_fraction:
        return "a fraction" if exact != exact.to_integral_value() else ""
    if section.digits:
        shown = Decimal(f"{exact:.{section.digits - 1}e}")
        return f"{shown:.{section.digits - 1}E}" if shown != exact else ""
    shown = exact.scaleb(-section.power).quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP)
    shown = abs(shown) if section.is_unsigned else shown
    if shown == exact and not section.word:
        return ""
    per, unit = (100, " %") if section.is_percent else (1, "")
    return f"{write_number(shown * per)}{unit}{section.word and f' {section.word}'}"
