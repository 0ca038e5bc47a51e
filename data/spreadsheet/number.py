"""Read numbers as people write them in spreadsheets: "3.372", "1,5 mio.", "16 pct."."""

import re
from decimal import Decimal
from enum import StrEnum

from data.registry.kind import Unit
from data.spreadsheet.appearance.number_format import settle


class NumberFormat(StrEnum):
    """Which mark separates thousands and which decimals. A file has one of the two."""

    DANISH = "danish"  # 3.372,5
    INTERNATIONAL = "international"  # 3,372.5


PATTERNS = {
    NumberFormat.DANISH: re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:,\d+)?", re.ASCII),
    NumberFormat.INTERNATIONAL: re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:\.\d+)?", re.ASCII),
}
DESCRIPTIONS = {
    NumberFormat.DANISH: "point for thousands and comma for decimals, such as 3.372 or 15,7",
    NumberFormat.INTERNATIONAL: "comma for thousands and point for decimals, such as 3,372 or 15.7",
}
PARTS = re.compile(r"([-+]?)\s*([\d., ]*\d)\s*(.*)", re.ASCII)
SCALES = {"tusind": 3, "t": 3, "mio": 6, "million": 6, "millioner": 6, "mia": 9, "milliard": 9, "milliarder": 9}  # powers of ten
UNIT_WORDS = {  # what may follow a number, by its indicator's unit
    Unit.PERCENT: {"%", "pct", "procent"},
    Unit.PER_THOUSAND: {"pr 1000 indbyggere"},
    Unit.PERSONS: {"personer", "person"},
    Unit.DWELLINGS: {"boliger", "bolig"},
    Unit.HOUSEHOLDS: {"husstande", "husstand"},
    Unit.MILLION_KRONER: {"kr", "kroner"},
    Unit.RENT: {"kr", "kr pr m²", "kr pr m2", "kr/m²", "kr/m2", "kr pr m² pr år", "kr pr m² om året"},
    Unit.AREA: {"m²", "m2", "kvm"},
}
MILLION = 6
COUNTED = {Unit.PERSONS, Unit.DWELLINGS, Unit.HOUSEHOLDS}  # units whose values are whole numbers


def read_number(text: str, unit: Unit, number_format: NumberFormat) -> Decimal:
    """The number in a text, in the indicator's unit.

    A word for the unit may follow, and one for thousands, millions or milliards. A number without any is in the unit: where
    that is mio. kr., "263", "263 mio. kr." and "263.000.000 kr." are the same.

    >>> read_number("3.372", Unit.DWELLINGS, NumberFormat.DANISH)
    Decimal('3372')
    >>> read_number("1,5 mio.", Unit.PERSONS, NumberFormat.DANISH)
    Decimal('1.5E+6')
    >>> read_number("263.000.000 kr.", Unit.MILLION_KRONER, NumberFormat.DANISH)
    Decimal('263.000000')
    >>> read_number("15.7 pct.", Unit.PERCENT, NumberFormat.INTERNATIONAL)
    Decimal('15.7')

    Raises:
        ValueError: it is no number in this format, or one with another unit.
    """
    sign, digits, scale, word = _split(text)
    if not PATTERNS[number_format].fullmatch(digits):
        raise ValueError(f"is no number with {DESCRIPTIONS[number_format]}")
    power = SCALES.get(scale, 0)
    if word and word not in UNIT_WORDS[unit]:
        raise ValueError(f"is not given in {unit}")
    if power and unit in {Unit.PERCENT, Unit.RENT, Unit.AREA}:
        raise ValueError(f"has '{scale}', which {unit} never has")
    if unit is Unit.MILLION_KRONER and (power or word):
        power -= MILLION
    plain = digits.replace(" ", "").replace("." if number_format is NumberFormat.DANISH else ",", "").replace(",", ".")
    return settle(Decimal(f"{sign}{plain}")).scaleb(power)


def _split(text: str) -> tuple[str, str, str, str]:
    """Sign, digits with their marks, word for the scale, words for the unit."""
    tidy = " ".join(text.replace("\u2212", "-").split()).lower()  # split() also takes no-break and thin spaces
    found = PARTS.fullmatch(tidy)
    if not found:
        raise ValueError("is no number")
    sign, digits, rest = found.groups()
    scale, _, word = rest.replace(".", " ").strip().partition(" ")
    if scale in SCALES:
        return sign, digits, scale, " ".join(word.split())
    return sign, digits, "", " ".join(f"{scale} {word}".split())
