"""What the kommuner's councils are called, and how the names decline: a table, since no rule gets all 98 right.

Each kommune decides for itself whether its council is a byråd or a kommunalbestyrelse (kommunestyrelsesloven § 3); only
Copenhagen's is Borgerrepræsentationen by law. Where a kommune's own word is not certain the table says kommunalbestyrelse,
which is the law's word for all of them and never wrong.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from data.place import Place, PlaceKind
from data.problem import TextError
from data.project_file import explain

FILE = Path(__file__).parents[1] / "kommunalbestyrelser.csv"
COLUMNS = ("kode", "navn", "genitiv", "raad", "bemaerkning")
FIRST_ROW = 2  # as a spreadsheet counts, below the header


class Council(StrEnum):
    """What a council is called, as it stands after its kommune's name in the genitive."""

    BYRAAD = "byråd"
    KOMMUNALBESTYRELSE = "kommunalbestyrelse"
    BORGERREPRAESENTATION = "Borgerrepræsentation"

    @property
    def definite(self) -> str:
        """The definite form, as it stands by itself.

        >>> [council.definite for council in Council]
        ['byrådet', 'kommunalbestyrelsen', 'Borgerrepræsentationen']
        """
        return f"{self}et" if self is Council.BYRAAD else f"{self}n" if self is Council.KOMMUNALBESTYRELSE else f"{self}en"

    @property
    def member(self) -> str:
        """What one of its members is called.

        >>> Council.BORGERREPRAESENTATION.member
        'medlem af Borgerrepræsentationen'
        """
        match self:
            case Council.BYRAAD:
                return "byrådsmedlem"
            case Council.KOMMUNALBESTYRELSE:
                return "kommunalbestyrelsesmedlem"
            case Council.BORGERREPRAESENTATION:
                return "medlem af Borgerrepræsentationen"


@dataclass(frozen=True)
class CouncilName:
    """A kommune's name and its council's.

    Attributes:
        kommune: "Kalundborg Kommune", "Bornholms Regionskommune".
        genitive: of the short name: "Kalundborgs", "Aarhus'".
        council: what its council is called.
    """

    kommune: str
    genitive: str
    council: Council

    @property
    def full(self) -> str:
        """The council with its kommune's name.

        >>> CouncilName("Kalundborg Kommune", "Kalundborgs", Council.BYRAAD).full
        'Kalundborgs byråd'
        """
        return f"{self.genitive} {self.council}"


def load_councils(places: Mapping[str, Place], path: Path | None = None) -> dict[str, CouncilName]:
    """The names of all kommuner and their councils, by kommunekode.

    Args:
        places: all places by code.
        path: a CSV file with COLUMNS, the project's own if left out; ``navn`` is there for those who edit it, and where a kommune has
            more names than one on different days; ``bemaerkning`` says where a word is from.

    Raises:
        ProblemsError: the file can't be read.
        TextError: a row or a cell is wrong, or a kommune has none or two rows.
    """
    path = path or FILE
    with explain(path), path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file)) or [[]]
    if tuple(header) != COLUMNS:
        raise TextError([f"{path.name}, row 1: the columns are {', '.join(header)}; write {', '.join(COLUMNS)}"])
    problems: list[str] = []
    found: dict[str, CouncilName] = {}
    kommuner = {code: place for code, place in places.items() if place.kind is PlaceKind.KOMMUNE}
    of_today = [(number, row) for number, row in enumerate(rows, FIRST_ROW) if not _is_of_other_days(row, kommuner)]
    for number, row in of_today:
        problems += [f"{path.name}, row {number}, {problem}" for problem in _check_row(row, kommuner, found)]
        if len(row) == len(COLUMNS) and row[0] in kommuner and row[3] in list(Council):
            found[row[0]] = CouncilName(kommuner[row[0]].full_name, row[2], Council(row[3]))
    named = {row[0] for _, row in of_today if row}
    problems += [f"{path.name}: {place.name} ({code}) has no row; add one" for code, place in kommuner.items() if code not in named]
    if problems:
        raise TextError(problems)
    return found


def _is_of_other_days(row: list[str], kommuner: Mapping[str, Place]) -> bool:
    """Whether a row has a name that its kommune has on other days than that of the places."""
    return len(row) == len(COLUMNS) and row[0] in kommuner and row[1] in kommuner[row[0]].other_names


def _check_row(row: list[str], kommuner: Mapping[str, Place], found: Mapping[str, CouncilName]) -> list[str]:
    """The problems of a row, each beginning with its column."""
    if len(row) != len(COLUMNS):
        return [f"all columns: {len(row)} cells; expected {len(COLUMNS)}"]
    code, name, genitive, council, _ = row
    if code not in kommuner:
        return [f"column kode: '{code}' is no kommune; write its four digits"]
    if code in found:
        return [f"column kode: {code} has a row already; remove one of them"]
    place, problems = kommuner[code], []
    if name != place.name:
        problems.append(f"column navn: '{name}' is not {place.name}, which kommuner.csv has for {code}")
    if genitive not in _genitives(place.name):
        problems.append(f"column genitiv: '{genitive}' is no genitive of {place.name}; write {' or '.join(_genitives(place.name))}")
    if council not in list(Council):
        problems.append(f"column raad: '{council}' is no council; write one of {', '.join(Council)}")
    return problems


def _genitives(name: str) -> tuple[str, ...]:
    """The genitives that a name may have; only the table knows which names are genitives already, such as Nordfyns.

    Retskrivningsordbogen § 13: -s, but an apostrophe alone after s, x and z.
    """
    return (f"{name}'", name) if name.endswith(("s", "x", "z")) else (f"{name}s",)
