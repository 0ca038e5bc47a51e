"""Choose the column that has an indicator; where two could be it, or none, nothing is chosen and the file's columns are listed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.registry.indicator import Indicator
from data.registry.kind import Measure
from data.registry.recipe import Block as Wanted
from data.spreadsheet.heading import tidy
from data.spreadsheet.landsbyggefonden.block import Block
from data.spreadsheet.landsbyggefonden.meaning import Seen


@dataclass(frozen=True)
class Names:
    """What the command line names: the block of a kind of dwelling, and the column of an indicator, by an address in the file."""

    blocks: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """The column that has an indicator: what was wanted, where it is, and the period that its values are for."""

    indicator: Indicator
    dwelling: str
    measure: Measure
    seen: Seen
    period: str


class ChoiceError(ValueError):
    """No column can be chosen; ``is_absent`` where the file has none, or none of the period: that some figures may lack."""

    def __init__(self, problem: str, *, is_absent: bool = False) -> None:
        super().__init__(problem)
        self.is_absent = is_absent


def choose_column(indicator: Indicator, wanted: Wanted, columns: list[Seen], period: str | None, names: Names) -> Choice:
    """The column that has an indicator.

    Args:
        indicator: which figure.
        wanted: its kind of dwelling and its measure.
        columns: all columns of the file.
        period: the wanted period; None for the newest.
        names: what the command line names.

    Raises:
        ChoiceError: none can be it, or several, or it is not known which period it is for.
    """
    fitting = _find_named(indicator, wanted, columns, names) or _find_fitting(wanted, columns, names)
    if not fitting:
        raise ChoiceError(f"{indicator.key}: no column has {wanted.measure} of {wanted.dwelling}", is_absent=True)
    year = period or _find_newest(indicator, fitting)
    dated = [one for one in fitting if year in one.meaning.years or (period and not one.meaning.years)]
    if not dated:
        years = ", ".join(dict.fromkeys(year for one in fitting for year in one.meaning.years))
        raise ChoiceError(
            f"{indicator.key}: {fitting[0].describe()} is said to be of {years}, but --period is {period}; correct one of them",
            is_absent=True,
        )
    if len(dated) > 1:
        raise ChoiceError(f"{indicator.key}: it could be {' or '.join(one.describe() for one in dated)}")
    return Choice(indicator, wanted.dwelling, wanted.measure, dated[0], year)


def _find_named(indicator: Indicator, wanted: Wanted, columns: list[Seen], names: Names) -> list[Seen]:
    """The column that the command line names for an indicator; none where it names none."""
    name = names.columns.get(indicator.key)
    if name is None:
        return []
    found = [one for one in columns if tidy(name) in {tidy(one.column.place), tidy(one.column.letter), tidy(one.column.heading)}]
    if len(found) != 1:
        raise ChoiceError(f"{indicator.key}: --column '{name}' names {len(found)} columns; write the address of one heading")
    meaning = found[0].meaning
    if meaning.other_unit or meaning.kind not in {"", wanted.dwelling} or meaning.measure not in {None, wanted.measure}:
        said = meaning.other_unit or f"{meaning.measure or 'figure'} of {meaning.kind or 'any kind'}"
        raise ChoiceError(f"{indicator.key}: {found[0].describe()} says that it is {said}, not {wanted.measure} of {wanted.dwelling}")
    return found


def _find_fitting(wanted: Wanted, columns: list[Seen], names: Names) -> list[Seen]:
    """The columns that have the wanted measure and kind; in a named block also those whose kind nothing says."""
    kinds = {wanted.dwelling, ""} if wanted.dwelling in names.blocks else {wanted.dwelling}
    return [
        one
        for one in columns
        if one.meaning.measure is wanted.measure
        and one.meaning.kind in kinds
        and not one.meaning.refusal
        and (wanted.dwelling not in names.blocks or is_named(one.block, names.blocks[wanted.dwelling]))
    ]


def is_named(block: Block, name: str) -> bool:
    """Whether an address is in a block, or a name is that of its sheet."""
    return tidy(name) in {tidy(block.grid.name), *(tidy(cell) for cell in block.cells)}


def _find_newest(indicator: Indicator, fitting: list[Seen]) -> str:
    """The newest year of the columns; which it is must be said where one says none, or two."""
    vague = [one for one in fitting if len(one.meaning.years) != 1]
    if vague:
        said = f"names {' and '.join(vague[0].meaning.years)}" if vague[0].meaning.years else "does not say which period it is for"
        raise ChoiceError(f"{indicator.key}: {vague[0].describe()} {said}; give it with --period, such as 2026")
    return max(one.meaning.years[0] for one in fitting)
