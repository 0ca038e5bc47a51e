"""Where figures come from: the entries of ``kilder.toml``."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """How a source's figures come in."""

    STATBANK = "statbank"  # Danmarks Statistik's API: python -m data fetch
    RENTS = "rents"  # a file with a rent per kommune: python -m data fetch KEY --file
    BLOCKS = "blocks"  # Landsbyggefonden's basistabeller: python -m data fetch --file
    SPREADSHEET = "spreadsheet"  # the workbook of python -m data template
    EXAMPLE = "example"  # made up here


@dataclass(frozen=True)
class Source:
    """A published table: who publishes it, and under which terms.

    ``kind`` says how its figures come in, ``figures`` what they are called in a sentence: "BL's egne tal".
    Three fields are in no entry of ``kilder.toml`` but in a snapshot's sidecar, and are
    added when an edition is loaded: ``read`` is the day or month when the figures were read and ``updated`` the publisher's own
    date, both ISO; ``responsible`` is who answers for them.
    """

    key: str
    publisher: str
    figures: str
    title: str
    link: str
    licence: str
    kind: SourceKind
    read: str = ""
    updated: str = ""
    responsible: str = ""


def base_key(source: str) -> str:
    """The key in ``kilder.toml`` of a source or of one of its deliveries.

    >>> base_key("bl_kommuneark-2026"), base_key("dst_bol101")
    ('bl_kommuneark', 'dst_bol101')
    """
    return source.partition("-")[0]
