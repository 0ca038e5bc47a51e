"""Numbers as their number format shows them: rounded, in per cent or in thousands."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from data.store.snapshot import write_number

SIGNIFICANT = 15  # digits that Excel keeps; what a computer's sums leave after them is noise
UNSHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # literal text, gaps, colours and conditions
DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?,*")  # the digits of a format: "#,##0.00", "0.0,"
WORDS = re.compile(r"(?<![a-zæøå])(?:tusind|tus|t|k|mio|mill|millioner|mia|milliarder)(?![a-zæøå])")
OTHERS = re.compile(r"[EeDdMmYyHhSs/@]")  # exponents, dates, fractions and text


@lru_cache(maxsize=500)
def _parse(number_format: str) -> tuple[int, int, str] | None:
    """The decimals of a format, the power of ten that it leaves out, and a word for a scale; None where it shows the number as it is."""
    section = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)[0]
    bare = UNSHOWN.sub("", section)
    found = DIGITS.search(bare)
    if number_format == "General" or OTHERS.search(bare) or not found:
        return None
    literal = " ".join(re.findall(r'"([^"]*)"', section)).lower()
    word = WORDS.search(literal)
    thousands = len(found[0]) - len(found[0].rstrip(","))
    return len(found[1] or "") + 2 * bare.count("%"), 3 * thousands, word[0] if word else ""


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
    """
    parsed = _parse(number_format)
    if parsed is None:
        return ""
    decimals, power, word = parsed
    exact = settle(Decimal(repr(number)))
    shown = exact.scaleb(-power).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if shown == exact and not word:
        return ""
    percent, per = (" %", 100) if "%" in UNSHOWN.sub("", number_format) else ("", 1)
    seen = f"{write_number(shown * per)}{percent}{word and f' {word}'}"
    return f"{write_number(exact * per)}{percent} is shown as {seen}; what the cell has is read"
