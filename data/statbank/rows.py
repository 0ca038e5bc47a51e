"""From the cells of a StatBank table to an indicator's rows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from data.place import COUNTRY
from data.problem import FiguresError
from data.reading import Reason, Status
from data.registry.indicator import Indicator
from data.registry.statbank_query import QUARTERS, Join, Query
from data.statbank.cube import Cube
from data.statbank.layout import find_area, query_of, to_statbank_code
from data.store.snapshot import COLUMNS, write_number

DECIMALS = 2  # of computed shares
Series = dict[str, float | None]
Cells = list[tuple[tuple[str, ...], float | None]]


@dataclass(frozen=True)
class Fetched:
    """An indicator's rows, without their source, and what they were made from."""

    indicator: Indicator
    table: pd.DataFrame
    updated: str
    query: str


def make_rows(cube: Cube, indicator: Indicator, kommuner: Collection[str], source: str) -> pd.DataFrame:
    """Rows of a figure table from a table's cells.

    Raises:
        FiguresError: the cells are not those that the indicator needs.
    """
    query = query_of(indicator)
    area = find_area(cube.codes(), kommuner)
    if problems := _check_cells(cube, query, area):
        raise FiguresError([f"{query.table}, {indicator.key}: {problem}" for problem in problems])
    places = _group(cube, area)
    absent = [code for code in kommuner if to_statbank_code(code) not in places]
    if absent:
        raise FiguresError([f"{query.table}, {indicator.key}: the answer has no figure for kommune {', '.join(absent)}; fetch it again"])
    rows = [
        _make_row(code, indicator, period, value, source)
        for code in (COUNTRY, *sorted(kommuner))
        for period, value in _read_place(places.get(to_statbank_code(code), []), cube.variables, query).items()
    ]
    if not rows:
        raise FiguresError([f"{indicator.key}: the answer has no whole period; ask for an earlier year with --since"])
    if not any(row["vaerdi"] for row in rows):  # one sign in a sum hides the sum: nobody hides all of the country
        raise FiguresError(
            [f"{query.table}, {indicator.key}: the answer has no value for any place; look at the table for how it writes none"]
        )
    return pd.DataFrame(rows).assign(sted=[f"{source}, {row['kommune_kode']}" for row in rows])


def _check_cells(cube: Cube, query: Query, area: str) -> list[str]:
    """What the answer lacks, and what it has too much: a variable more would be added up, totals and parts alike."""
    codes, asked = cube.codes(), {name.upper(): values for name, values in query.requested_codes().items()}
    missing = [name for name in ("TID", *asked) if name not in codes] or ([] if area else ["variable with the kommuner"])
    if missing:
        return [f"the answer has no {', '.join(missing)}; it has {', '.join(cube.variables)}"]
    gone = [f"{name} {code}" for name, values in asked.items() for code in values if code not in codes[name]]
    more = [name for name in codes if name not in {"TID", area, *asked}]
    strange = [f"{name} {code}" for name in query.part_variables() for code in sorted(codes[name.upper()] - {*query.of[name]})]
    problems = [f"the answer has no {', '.join(gone)}; fetch it with these values"] if gone else []
    problems += [f"the answer has {', '.join(strange)}, which is not divided by; correct 'fetch' in indikatorer.toml"] if strange else []
    return problems + ([f"the answer has {', '.join(more)} too; fetch it without, and it is added up by the service"] if more else [])


def _group(cube: Cube, area: str) -> dict[str, Cells]:
    """The cells by place."""
    at = cube.variables.index(area)
    groups: dict[str, Cells] = {}
    for key, value in cube.cells.items():
        groups.setdefault(key[at], []).append((key, value))
    return groups


def _make_row(code: str, indicator: Indicator, period: str, value: float | None, source: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {
        "kommune_kode": code,
        "indikator": indicator.key,
        "periode": period,
        "vaerdi": "" if value is None else write_number(value),
        "status": Status.MANGLER if value is None else Status.OFFICIEL,
        "aarsag": Reason.UNDERTRYKT if value is None else "",
        "kilde": source,
    }


def _read_place(cells: Cells, variables: tuple[str, ...], query: Query) -> Series:
    """One place's figures by the indicator's periods."""
    part = _add_up(cells, variables, query.select)
    if not query.of:
        return _join(part, query.join)
    whole = _add_up(cells, variables, query.denominator_codes())
    return _join({period: _share(value, whole.get(period)) for period, value in part.items()}, query.join)


def _add_up(cells: Cells, variables: tuple[str, ...], select: Mapping[str, Collection[str]]) -> Series:
    """By period: the sum of the chosen cells; None where one of them is suppressed."""
    time = variables.index("TID")
    chosen = [(variables.index(name.upper()), set(codes)) for name, codes in select.items()]
    found: Series = {}
    for key, value in cells:
        if all(key[number] in codes for number, codes in chosen):
            before = found.get(key[time], 0.0)
            found[key[time]] = None if value is None or before is None else before + value
    return dict(sorted(found.items()))


def _share(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else round(100 * part / whole, DECIMALS)


def _join(series: Series, join: Join) -> Series:
    """The table's periods as the indicator's."""
    match join:
        case Join.EACH:
            return series
        case Join.NEWEST:
            return dict(list(series.items())[-1:])
        case Join.FOUR:
            newest = list(series)[-QUARTERS:]
            return {f"{newest[0]}-{newest[-1]}": _sum([series[one] for one in newest])} if _are_a_year(newest) else {}
        case Join.YEAR:
            years = sorted({period[:4] for period in series})
            parts = {year: [value for period, value in series.items() if period.startswith(year)] for year in years}
            return {year: _sum(values) for year, values in parts.items() if len(values) == QUARTERS}


def list_periods(periods: Collection[str], join: Join) -> list[str]:
    """The indicator's periods that a table's periods give."""
    return list(_join(dict.fromkeys(sorted(periods), 0.0), join))


def _are_a_year(quarters: list[str]) -> bool:
    """Whether they are four that follow one another."""
    numbers = [QUARTERS * int(year) + int(quarter) for year, _, quarter in (one.partition("K") for one in quarters)]
    return numbers == list(range(numbers[0], numbers[0] + QUARTERS))


def _sum(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
