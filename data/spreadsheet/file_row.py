"""A row of a figure table from a cell of a publisher's file."""

from data.place import Place
from data.reading import Status
from data.registry.indicator import Indicator
from data.spreadsheet.cell import Cell, CellValue
from data.store.snapshot import COLUMNS


def make_file_row(place: Place, cell: Cell, indicator: Indicator, period: str, value: CellValue, source: str) -> dict[str, str]:
    """The row of a place's figure; without a value it is missing for the value's reason.

    Args:
        place: whose figure it is.
        cell: where it stands, for messages.
        indicator: what it is.
        period: as the tables write it.
        value: as it was read.
        source: key of the source.
    """
    return dict.fromkeys(COLUMNS, "") | {
        "kommune_kode": place.code,
        "indikator": indicator.key,
        "periode": period,
        "vaerdi": value.value,
        "status": Status.OFFICIEL if value.value else Status.MANGLER,
        "aarsag": value.reason or "",
        "kilde": source,
        "sted": cell.place,
    }
