"""Headings of columns: what an indicator's column may be called, and which indicator a heading may mean."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from data.registry.registry import Registry
from data.spreadsheet.cell import Cell

Names = Mapping[str, tuple[str, ...]]  # by what a column may be called, the keys of the indicators that it may be


def tidy(text: str) -> str:
    """A text in small letters and with single spaces, as headings and sheet names are compared.

    >>> tidy(" Almene  Boliger ")
    'almene boliger'
    """
    return " ".join(text.lower().split())


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
    """The keys of the indicators that a tidy heading may mean; brackets, and a part after the last comma, may be its unit or year.

    >>> find_keys("beboere, 2026", {"beboere": ("beboere",)})
    ('beboere',)
    """
    bare = tidy(re.sub(r"\(.*?\)", "", heading))
    return names.get(heading) or names.get(bare) or names.get(bare.rpartition(",")[0]) or ()


def suggest_key(heading: Cell, names: Names) -> str:
    """The end of a sentence, with the key of the indicator that a misspelt heading may mean; empty if none is similar.

    >>> suggest_key(Cell("Tal!C1", "Beboer"), {"beboere": ("beboere",)})
    '; if it is beboere, write that'
    """
    close = get_close_matches(tidy(heading.text), names, n=1, cutoff=0.8)
    return f"; if it is {names[close[0]][0]}, write that" if close else ""
