"""Make an indicator's rows of a figure table from the cells of a StatBank table."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from data.place import COUNTRY
from data.problem import FiguresError
from data.reading import Reason, Status
from data.registry.indicator import Indicator
from data.registry.statbank_query import Query
from data.statbank.cube import Cube
from data.statbank.layout import find_area, query_of, to_statbank_code
from data.statbank.period import Series, join_periods
from data.store.snapshot import COLUMNS, write_number

DECIMALS = 2  # of computed shares
Cells = list[tuple[tuple[str, ...], float | None]]


@dataclass(frozen=True)
class Fetched:
    """An indicator's rows, the date when the table was updated, and the query or file that they were made from."""

    indicator: Indicator
    table: pd.DataFrame
    updated: str
    query: str


def make_rows(cube: Cube, indicator: Indicator, kommuner: Collection[str], source: str) -> pd.DataFrame:
    """The indicator's rows for all kommuner and the country.

    ::

        cube = Cube(("OMRÅDE", "TID"), {("000", "2026"): 2_878_104.0, ("326", "2026"): 22_000.0})
        make_rows(cube, registry["husstande"], ["0326"], "dst_fam55n")
        # kommune_kode  indikator  periode  vaerdi   status    kilde
        # 0000          husstande  2026     2878104  officiel  dst_fam55n
        # 0326          husstande  2026     22000    officiel  dst_fam55n

    Args:
        cube: the cells.
        indicator: what to make of them, as its ``fetch`` says.
        kommuner: kommunekoder; each must have a cell.
        source: key of the source.

    Raises:
        FiguresError: the cells are not those that the indicator needs.
    """
    query = query_of(indicator)
    area = find_area(cube.codes(), kommuner)
    if problems := _check_cells(cube, query, area):
        raise FiguresError([f"{query.table}, {indicator.key}: {problem}" for problem in problems])
    places = _group(cube, area)
    missing = [code for code in kommuner if to_statbank_code(code) not in places]
    if missing:
        raise FiguresError([f"{query.table}, {indicator.key}: the answer has no figure for kommune {', '.join(missing)}; fetch it again"])
    rows = [
        _make_row(code, indicator, period, value, source)
        for code in (COUNTRY, *sorted(kommuner))
        for period, value in _read_place(places.get(to_statbank_code(code), []), cube.variables, query).items()
    ]
    if not rows:
        raise FiguresError([f"{indicator.key}: the answer has no whole period; ask for an earlier year with --since"])
    if not any(row["vaerdi"] for row in rows):  # one suppressed cell suppresses a sum, but nobody suppresses the whole country
        raise FiguresError(
            [f"{query.table}, {indicator.key}: the answer has no value for any place; look at the table for how it writes none"]
        )
    return pd.DataFrame(rows).assign(sted=[f"{source}, {row['kommune_kode']}" for row in rows])


def _check_cells(cube: Cube, query: Query, area: str) -> list[str]:
    """What the answer lacks, and what it has too much: the values of a further variable would be added up, totals and parts alike."""
    codes, asked = cube.codes(), {name.upper(): values for name, values in query.requested_codes().items()}
    missing = [name for name in ("TID", *asked) if name not in codes] or ([] if area else ["variable with the kommuner"])
    if missing:
        return [f"the answer has no {', '.join(missing)}; it has {', '.join(cube.variables)}"]
    gone = [f"{name} {code}" for name, values in asked.items() for code in values if code not in codes[name]]
    further = [name for name in codes if name not in {"TID", area, *asked}]
    not_in_whole = [f"{name} {code}" for name in query.part_variables() for code in sorted(codes[name.upper()] - {*query.of[name]})]
    problems = [f"the answer has no {', '.join(gone)}; fetch it with these values"] if gone else []
    if not_in_whole:
        problems.append(f"the answer has {', '.join(not_in_whole)}, which is not divided by; correct 'fetch' in indikatorer.toml")
    if further:
        problems.append(f"the answer has {', '.join(further)} too; fetch it without, and it is added up by the service")
    return problems


def _group(cube: Cube, area: str) -> dict[str, Cells]:
    """The cells by place."""
    position = cube.variables.index(area)
    groups: dict[str, Cells] = {}
    for key, value in cube.cells.items():
        groups.setdefault(key[position], []).append((key, value))
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
        return join_periods(part, query.join)
    whole = _add_up(cells, variables, query.denominator_codes())
    return join_periods({period: _share(value, whole.get(period)) for period, value in part.items()}, query.join)


def _add_up(cells: Cells, variables: tuple[str, ...], select: Mapping[str, Collection[str]]) -> Series:
    """The sum of the chosen cells by period; None where one of them is suppressed."""
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
