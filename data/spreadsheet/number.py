"""Numbers as people write them in spreadsheets: "3.372", "1,5 mio.", "16 pct."; and as they stand in our own tables."""

import re
from decimal import Decimal
from enum import StrEnum

from data.registry.indicator import Unit


class NumberFormat(StrEnum):
    """Which mark parts thousands and which parts decimals. A file has one of the two."""

    DANISH = "danish"  # 3.372,5
    INTERNATIONAL = "international"  # 3,372.5


NUMBER_FORMATS = {
    NumberFormat.DANISH: re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:,\d+)?", re.ASCII),
    NumberFormat.INTERNATIONAL: re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:\.\d+)?", re.ASCII),
}
EXPLAINED = {
    NumberFormat.DANISH: "point for thousands and comma for decimals, such as 3.372 or 15,7",
    NumberFormat.INTERNATIONAL: "comma for thousands and point for decimals, such as 3,372 or 15.7",
}
PIECES = re.compile(r"([-+]?)\s*([\d., ]*\d)\s*(.*)", re.ASCII)
SCALES = {"tusind": 3, "t": 3, "mio": 6, "million": 6, "millioner": 6, "mia": 9, "milliard": 9, "milliarder": 9}  # powers of ten
WORDS = {
    Unit.PERCENT: {"%", "pct", "procent"},
    Unit.PERSONS: {"personer", "person"},
    Unit.DWELLINGS: {"boliger", "bolig"},
    Unit.HOUSEHOLDS: {"husstande", "husstand"},
    Unit.MILLION_KRONER: {"kr", "kroner"},
    Unit.RENT: {"kr", "kr pr m²", "kr pr m2", "kr/m²", "kr/m2", "kr pr m² pr år"},
    Unit.AREA: {"m²", "m2", "kvm"},
}
MILLION = 6
WHOLE = {Unit.PERSONS, Unit.DWELLINGS, Unit.HOUSEHOLDS}


def read_number(text: str, unit: Unit, form: NumberFormat) -> Decimal:
    """The number in a text, in the indicator's unit.

    A word for the unit may follow, and one for thousands, millions or milliards. Kroner without such a word are
    millions where the unit is: "263" and "263 mio. kr." are the same, "263.000.000 kr." too.

    Raises:
        ValueError: it is no number in this form, or a number of something else.
    """
    sign, digits, scale, word = _take_apart(text)
    if not NUMBER_FORMATS[form].fullmatch(digits):
        raise ValueError(f"is no number with {EXPLAINED[form]}")
    power = SCALES.get(scale, 0)
    if word and word not in WORDS[unit]:
        raise ValueError(f"is not given in {unit}")
    if power and unit in {Unit.PERCENT, Unit.RENT, Unit.AREA}:
        raise ValueError(f"has '{scale}', which {unit} never has")
    if unit is Unit.MILLION_KRONER and (power or word):
        power -= MILLION
    plain = digits.replace(" ", "").replace("." if form is NumberFormat.DANISH else ",", "").replace(",", ".")
    return Decimal(f"{sign}{plain}").scaleb(power)


def _take_apart(text: str) -> tuple[str, str, str, str]:
    """Sign, digits with their marks, word of scale, word of unit."""
    tidy = " ".join(text.replace("\u2212", "-").split()).lower()  # split() also takes no-break and thin spaces
    found = PIECES.fullmatch(tidy)
    if not found:
        raise ValueError("is no number")
    sign, digits, rest = found.groups()
    scale, _, word = rest.replace(".", " ").strip().partition(" ")
    if scale in SCALES:
        return sign, digits, scale, " ".join(word.split())
    return sign, digits, "", " ".join(f"{scale} {word}".split())
