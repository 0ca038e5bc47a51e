"""Where the open data is, and the file formats that it comes in."""

from dataclasses import dataclass

API = "/api/v1"
EVERYTHING = "noegletal"  # all figures of all places


@dataclass(frozen=True)
class FileFormat:
    """A file format.

    Attributes:
        ending: of the address.
        mimetype: of the answer.
        link: what a link to a file says.
        description: what a developer is told.
    """

    ending: str
    mimetype: str
    link: str
    description: str


JSON = FileFormat("json", "application/json", "JSON", "JSON")
FILE_FORMATS = (
    FileFormat("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel", "Excel"),
    FileFormat("dansk.csv", "text/csv", "CSV (dansk Excel)", "semikolon, decimalkomma og BOM til dansk Excel"),
    FileFormat("csv", "text/csv", "CSV (decimalpunktum)", "komma og punktum"),
    JSON,
)
