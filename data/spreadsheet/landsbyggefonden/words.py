"""The words by which a heading of Landsbyggefonden's workbook is understood: kind of dwelling, measure, year, and what a rent is per."""

import re
from collections.abc import Collection, Mapping

from data.registry.kind import Measure
from data.spreadsheet.heading import tidy

LETTERS = {"æ": "ae", "ø": "oe", "å": "aa"}
UNITS = {"²": "2", "kvm": "m2", "kvadratmeter": "m2"}
EVERY_KIND = re.compile(r"\balle\b|\bsamtlige\b|^i[ -]?alt$|^total$")  # a heading over the dwellings of all kinds together
RATES = re.compile(r"\bpr\b\.? ?|\bper\b ?|/ ?")
OTHER_UNIT = re.compile(
    rf"(?:{RATES.pattern})(?:md|mdr|måned|kvartal|uge|bolig|lejemål|lejlighed|husstand|værelse)\b|\bmånedlig\w*|\bmånedsleje\w*|\bmdr?\b"
)
OTHER_FIGURE = re.compile(
    r"ændring|stigning|udvikling|vækst|\bpct\b|procent|%|andel|indeks|median|fraktil|kvartil|decil|laveste|højeste|mindste|største"
    r"|minimum|maksimum|\bmin\b|\bmaks?\b|\bmax\b|afdeling|organisation|omsaetning|tilskud|spredning|afvigelse"
)
WHOLE = re.compile(r"i[ -]alt|samle[dt]|\btotal|\bsum\b|\bantal\b")  # of an area or a rent: not the mean


def plain(text: str) -> str:
    """A heading as its words are looked for: in small letters, and with m2 for every way to write it.

    >>> plain("Gns. størrelse,  M²")
    'gns. størrelse, m2'
    """
    return _replace(tidy(text), UNITS)


def find_kinds(text: str, kinds: Collection[str]) -> list[str]:
    """The kinds of dwelling that a heading names; the registry writes them without Danish letters.

    >>> find_kinds("Husleje, ældre- og ungdomsboliger", ["familie", "aeldre", "ungdom"])
    ['aeldre', 'ungdom']
    """
    return [kind for kind in kinds if kind in _replace(plain(text), LETTERS)]


def _replace(text: str, pairs: Mapping[str, str]) -> str:
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


def find_measure(text: str) -> Measure | None:
    """What a heading says is measured; None where it says nothing of it.

    >>> find_measure("Husleje 2026"), find_measure("Gns. areal, m²"), find_measure("kr. pr. m²")
    (<Measure.RENT: 'husleje'>, <Measure.AREA: 'areal'>, None)
    >>> find_measure("Antal lejemål"), find_measure("Antal 2026"), find_measure("Antal afdelinger")
    (<Measure.COUNT: 'lejemål'>, <Measure.COUNT: 'lejemål'>, None)
    """
    words = plain(text)
    if Measure.RENT in words:
        return Measure.RENT
    if re.search(r"\bkr\b|kroner", words):
        return None
    if re.search(r"areal|størrelse|\bm2\b", words):
        return Measure.AREA
    counted = re.sub(rf"(?:{RATES.pattern})lejemål", "", words)
    is_count = "lejemål" in counted or re.search(r"\bantal\b.*bolig", words) or re.fullmatch(r"antal\W*(20\d\d)?\W*", words)
    return Measure.COUNT if is_count else None


def find_years(text: str) -> tuple[str, ...]:
    """The years that a heading names, each once.

    >>> find_years("Pr. 1. januar 2026"), find_years("Ændring 2025-2026")
    (('2026',), ('2025', '2026'))
    """
    return tuple(dict.fromkeys(re.findall(r"(?<!\d)20\d\d(?!\d)", text)))


def find_other_unit(text: str) -> str:
    """The words by which a heading says that a rent is not per square metre and year; empty where it does not say so.

    >>> find_other_unit("Husleje pr. m² pr. måned"), find_other_unit("Husleje, kr./bolig"), find_other_unit("Årlig husleje pr. m²")
    ('pr. måned', '/bolig', '')
    """
    found = OTHER_UNIT.search(plain(text))
    return found[0] if found else ""


def find_other_figure(text: str, measure: Measure) -> str:
    """The word by which a heading is of another figure than the count or the mean; empty where there is none.

    >>> find_other_figure("Husleje, ændring i pct.", Measure.RENT), find_other_figure("Areal i alt", Measure.AREA)
    ('ændring', 'i alt')
    >>> find_other_figure("Antal lejemål i alt", Measure.COUNT)
    ''
    """
    found = OTHER_FIGURE.search(plain(text)) or (WHOLE.search(plain(text)) if measure is not Measure.COUNT else None)
    return found[0] if found else ""


def says_area_unit(text: str) -> bool:
    """Whether a heading speaks of square metres, as that of a rent per m² does."""
    return bool(re.search(r"\bm2\b", plain(text)))


def is_for_every_kind(text: str) -> bool:
    """Whether a heading stands over all kinds of dwelling together.

    >>> is_for_every_kind("Alle boliger"), is_for_every_kind("I alt"), is_for_every_kind("Lejemål i alt")
    (True, True, False)
    """
    return bool(EVERY_KIND.search(plain(text)))
