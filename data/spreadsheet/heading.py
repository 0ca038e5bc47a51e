"""Headings of columns: what an indicator's column may be called, and which indicator a heading may mean."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from data.registry.kind import Unit
from data.registry.registry import Registry
from data.spreadsheet.cell import Cell
from data.spreadsheet.writing.letters import clean

YEAR = r"(?:19|20)\d\d(?:\s?(?:k|kv\.?|kvartal)\s?[1-4])?(?:\s?[-–/]\s?(?:19|20)\d\d)?"  # a year, a quarter or several years
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
NOTE_MARK = re.compile(r"\s*(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹]|(?<!\d)\d\))$")
YEAR_FIRST = re.compile(rf"^{YEAR}(?!\d)[\s,:;._–-]*")
YEAR_LAST = re.compile(rf"[\s,:;._–-]*(?:\b(?:i|for|år|året|pr\.? 1\.? ?(?:1\.?|jan\.?|januar)) )?(?<!\d){YEAR}$")
COUNTS, MONEY = frozenset({Unit.PERSONS, Unit.DWELLINGS, Unit.HOUSEHOLDS}), frozenset({Unit.MILLION_KRONER})
MEASURES = {  # what a heading may say of its unit; "boliger" is no such word, since a share of dwellings may be called so
    **dict.fromkeys(("pct.", "pct", "%", "procent", "andel"), frozenset({Unit.PERCENT})),
    **dict.fromkeys(("antal", "stk.", "stk"), COUNTS),
    **dict.fromkeys(("mio. kr.", "mio.kr.", "mio. kr", "mio kr", "mio"), MONEY),
    **dict.fromkeys(("1.000 kr.", "1000 kr.", "t.kr.", "tkr.", "mia. kr."), frozenset[Unit]()),
    **dict.fromkeys(("kr.", "kr"), frozenset({Unit.RENT})),
}
Names = Mapping[str, tuple[str, ...]]  # by what a column may be called, the keys of the indicators that it may be


def tidy(text: str) -> str:
    """A text in small letters, with single spaces and nothing unseen, as headings and sheet names are compared.

    >>> tidy(" Almene  Boliger ")
    'almene boliger'
    """
    return " ".join(clean(text).lower().split())


def list_column_names(registry: Registry, source: str) -> Names:
    """What an indicator's column may be called: its label, short name or key. Two indicators may share a short name.

    ::

        list_column_names(registry, "bl_kommuneark")["almene familieboliger"]  # ("boliger_familie",)
    """
    indicators = registry.delivered(source)
    shorts: dict[str, tuple[str, ...]] = {}
    for one in indicators:
        shorts[tidy(one.short)] = (*shorts.get(tidy(one.short), ()), one.key)
    return shorts | {tidy(one.label): (one.key,) for one in indicators} | {one.key: (one.key,) for one in indicators}


def find_keys(heading: str, names: Names) -> tuple[str, ...]:
    """The keys of the indicators that a tidy heading may mean.

    >>> find_keys("beboere (antal), 2026", {"beboere": ("beboere",)}), find_keys("2026 beboere", {"beboere": ("beboere",)})
    (('beboere',), ('beboere',))
    """
    return next((names[bare] for bare in list_bare(heading) if bare in names), ())


def list_bare(heading: str) -> list[str]:
    """What a heading may be called: itself, and without its unit, its year and a mark that leads to a note.

    The unit and the year stand in brackets, at an end, or after a comma.

    >>> list_bare("Fraflytning, 2024 (pct.)")
    ['fraflytning, 2024 (pct.)', 'fraflytning, 2024', 'fraflytning']
    >>> list_bare("2026 Beboere")
    ['2026 beboere', 'beboere']
    """
    found = [tidy(heading)]
    for bare in found:
        shorter = (
            tidy(BRACKETS.sub(" ", bare)),
            YEAR_LAST.sub("", bare),
            YEAR_FIRST.sub("", bare),
            bare.rpartition(",")[0],
            NOTE_MARK.sub("", bare),
        )
        found += [text for text in map(_trim, shorter) if text and text not in found]
    return found


def _trim(text: str) -> str:
    return text.strip().rstrip(",:;–-").rstrip()


def find_years(heading: str) -> set[str]:
    """The years that a heading names.

    >>> sorted(find_years("Beboere [2026]")), sorted(find_years("Fraflytning 2022-2024"))
    (['2026'], ['2022', '2024'])
    """
    return set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", heading))


def find_measures(heading: str) -> dict[str, frozenset[Unit]]:
    """The measures that a heading gives in brackets or after a comma, and the units that each fits.

    >>> find_measures("Beboere (pct.)"), find_measures("Beboere (nye), 2026")
    ({'pct.': frozenset({<Unit.PERCENT: 'pct.'>})}, {})
    """
    parts = [part.strip("()[]{} ") for part in [*BRACKETS.findall(tidy(heading)), *tidy(heading).split(",")[1:]]]
    return {part: MEASURES[part] for part in parts if part in MEASURES}


def suggest_key(heading: Cell, names: Names) -> str:
    """The end of a sentence, with the key of the indicator that a misspelt heading may mean; empty if none is similar.

    >>> suggest_key(Cell("Tal!C1", "Beboer"), {"beboere": ("beboere",)})
    '; if it is beboere, write that'
    """
    close = get_close_matches(tidy(heading.text), names, n=1, cutoff=0.8)
    return f"; if it is {names[close[0]][0]}, write that" if close else ""
