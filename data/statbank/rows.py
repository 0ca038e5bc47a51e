"""Make an indicator's rows of a figure table from the cells of a StatBank table."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from data.place import COUNTRY
from data.problem import FiguresError
from data.reading import Reason, Status
from data.registry.indicator import Indicator
from data.statbank.answer.code import describe_damaged
from data.statbank.area import Areas, find_area, to_statbank_code
from data.statbank.cube import Cube
from data.statbank.period import Series, check_periods, join_periods, list_periods
from data.statbank.resolution import Plan
from data.store.snapshot import COLUMNS, write_number

DECIMALS = 2  # of computed shares
Cells = list[tuple[tuple[str, ...], float | None]]


@dataclass(frozen=True)
class Fetched:
    """An indicator's rows, the date when the table was updated, the query or file that they were made from, and its own wording."""

    indicator: Indicator
    table: pd.DataFrame
    updated: str
    query: str
    wording: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Figure:
    """A value, or why there is none, with a Danish note."""

    value: float | None
    reason: Reason | None = None
    note: str = ""


def make_rows(cube: Cube, plan: Plan, areas: Areas, source: str, periods: Collection[str] = ()) -> pd.DataFrame:
    """The indicator's rows for all kommuner, and for the country and the regioner where the answer has them.

    ::

        cube = Cube(("OMRÅDE", "TID"), {("000", "2026"): 2_878_104.0, ("326", "2026"): 22_000.0})
        make_rows(cube, Plan(registry["husstande"], Query("FAM55N")), Areas(("0326",)), "dst_fam55n")
        # kommune_kode  indikator  periode  vaerdi   status    kilde
        # 0000          husstande  2026     2878104  officiel  dst_fam55n
        # 0326          husstande  2026     22000    officiel  dst_fam55n

    Args:
        cube: the cells.
        plan: what to make of them.
        areas: the places; each kommune must have a cell.
        source: key of the source.
        periods: the table's periods to make it of; all that the answer has if left out.

    Raises:
        FiguresError: the cells are not those that the indicator needs.
    """
    where = f"{plan.query.table}, {plan.indicator.key}"
    area = find_area(cube.codes(), areas.kommuner)
    if problems := _check_cells(cube, plan, area, [to_statbank_code(code) for code in (COUNTRY, *areas.regions, *areas.kommuner)]):
        raise FiguresError([f"{where}: {problem}" for problem in problems])
    places = group_cells(cube, area, periods)
    missing = [code for code in areas.kommuner if to_statbank_code(code) not in places]
    if missing:
        raise FiguresError([f"{where}: the answer has no figure for kommune {', '.join(missing)}; fetch it again"])
    rows = [
        _make_row(code, plan.indicator, period, figure, source)
        for code in areas.find_published(places.keys())
        for period, figure in _read_place(places[to_statbank_code(code)], cube.variables, plan).items()
    ]
    if not rows:
        raise FiguresError([f"{plan.indicator.key}: the answer has no whole period; ask for an earlier year with --since"])
    if not plan.absent and not any(row["vaerdi"] for row in rows):  # nobody suppresses the whole country
        raise FiguresError([f"{where}: the answer has no value for any place; look at the table for how it writes none"])
    return pd.DataFrame(rows).assign(sted=[f"{source}, {row['kommune_kode']}" for row in rows])


def _check_cells(cube: Cube, plan: Plan, area: str, places: Collection[str]) -> list[str]:
    """What the answer lacks, and what it has too much: the values of a further variable would be added up, totals and parts alike."""
    query, codes = plan.query, cube.codes()
    asked = {name.upper(): values for name, values in query.requested_codes().items()}
    missing = [name for name in ("TID", *asked) if name not in codes] or ([] if area else ["variable with the kommuner"])
    if missing:
        damaged = [one for name in codes if not area for one in describe_damaged(name, codes[name], places)]
        return damaged or [f"the answer has no {', '.join(missing)}; it has {', '.join(cube.variables)}"]
    gone = [f"{name} {code}" for name, values in asked.items() for code in values if code not in codes[name]]
    further = [name for name in codes if name not in {"TID", area, *asked}]
    not_in_whole = [f"{name} {code}" for name in query.part_variables() for code in sorted(codes[name.upper()] - {*query.of[name]})]
    problems = describe_damaged(area, codes[area], places)
    problems += [sentence for name, values in asked.items() for sentence in describe_damaged(name, codes[name], values)]
    problems += [f"{one}; fetch it again, and ask the publisher if it comes back" for one in check_periods(codes["TID"], date.today())]
    problems += [f"the answer has no {', '.join(gone)}; fetch it with these values"] if gone else []
    if not_in_whole:
        problems.append(f"the answer has {', '.join(not_in_whole)}, which is not divided by; correct 'fetch' in indikatorer.toml")
    if further:
        problems.append(f"the answer has {', '.join(further)} too; fetch it without, and it is added up by the service")
    return problems


def group_cells(cube: Cube, area: str, periods: Collection[str] = ()) -> dict[str, Cells]:
    """The cells of the periods, or of all, by the service's code of the place."""
    position, time, wanted = cube.variables.index(area), cube.variables.index("TID"), frozenset(periods)
    groups: dict[str, Cells] = {}
    for key, value in cube.cells.items():
        if not wanted or key[time] in wanted:
            groups.setdefault(key[position], []).append((key, value))
    return groups


def _make_row(code: str, indicator: Indicator, period: str, figure: Figure, source: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {
        "kommune_kode": code,
        "indikator": indicator.key,
        "periode": period,
        "vaerdi": "" if figure.value is None else write_number(figure.value),
        "status": Status.MANGLER if figure.value is None else Status.OFFICIEL,
        "aarsag": str(figure.reason or ""),
        "kilde": source,
        "note": figure.note,
    }


def _read_place(cells: Cells, variables: tuple[str, ...], plan: Plan) -> dict[str, Figure]:
    """One place's figures by the indicator's periods. Part and whole are joined to those periods first, and divided then."""
    query = plan.query
    if plan.absent:
        time = variables.index("TID")
        periods = list_periods({key[time] for key, _ in cells}, query.join)
        return dict.fromkeys(periods, Figure(None, Reason.IKKE_RELEVANT, plan.absent))
    part = join_periods(add_up(cells, variables, query.select), query.join)
    if not query.of:
        return {period: _tell(value) for period, value in part.items()}
    whole = join_periods(add_up(cells, variables, query.denominator_codes()), query.join)
    return {period: _divide(value, whole.get(period), plan.indicator) for period, value in part.items()}


def add_up(cells: Cells, variables: tuple[str, ...], select: Mapping[str, Collection[str]]) -> Series:
    """The sum of the chosen cells by period; None where one of them is suppressed."""
    time = variables.index("TID")
    chosen = [(variables.index(name.upper()), frozenset(codes)) for name, codes in select.items()]
    found: Series = {}
    for key, value in cells:
        for number, codes in chosen:  # written out: it is asked of every cell for every place, and ``all`` takes seven times as long
            if key[number] not in codes:
                break
        else:
            before = found.get(key[time], 0.0)
            found[key[time]] = None if value is None or before is None else before + value
    return dict(sorted(found.items()))


def _tell(value: float | None) -> Figure:
    return Figure(value, None if value is not None else Reason.UNDERTRYKT)


def _divide(part: float | None, whole: float | None, indicator: Indicator) -> Figure:
    if part is None or whole is None:
        return _tell(None)
    if whole == 0:
        return Figure(None, Reason.IKKE_RELEVANT, f"Andelen kan ikke beregnes, for antallet er 0: {indicator.denominator}.")
    return Figure(round(100 * part / whole, DECIMALS))
