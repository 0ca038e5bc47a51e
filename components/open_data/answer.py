"""What the API answers with: rows, written in the file format that is asked for."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from flask import Response, request

from components.address.file_name import name_file
from components.address.open_data import EVERYTHING, FileFormat
from components.address.site import Site
from components.address.view import Parameter
from components.open_data.field import Field, Row, list_names
from components.open_data.table_file import write_csv, write_xlsx
from components.wording.edition import describe_edition
from components.wording.texts import TITLE
from data.profile.figures import Figures


@dataclass(frozen=True)
class Answer:
    """Rows and their columns, what a file's name says of them, and the word that they stand under in JSON."""

    rows: Iterable[Row]
    fields: Sequence[Field]
    about: str
    word: str = EVERYTHING


def write_answer(answer: Answer, file_format: FileFormat, figures: Figures, site: Site) -> Response:
    """The rows in a file format.

    Args:
        answer: what was found.
        file_format: one of FILE_FORMATS.
        figures: their edition.
        site: where the pages lie, for the address that a workbook bears.
    """
    names = list_names(answer.fields)
    writers: dict[str, Callable[[], str | bytes]] = {
        "json": lambda: _as_json(answer, figures),
        "csv": lambda: write_csv(answer.rows, names, danish=False),
        "dansk.csv": lambda: write_csv(answer.rows, names, danish=True),
        "xlsx": lambda: write_xlsx(answer.rows, names, _describe_file(answer, figures, site), _date(figures)),
    }
    response = Response(writers[file_format.ending](), mimetype=file_format.mimetype)
    if file_format.ending != "json":
        response.headers.set("Content-Disposition", "attachment", filename=name_file([answer.about], figures, file_format.ending))
    return response


def _as_json(answer: Answer, figures: Figures) -> str:
    rows = list(answer.rows)
    content = {"udgave": figures.edition.name if figures.edition else "", "antal": len(rows), answer.word: rows}
    return json.dumps(content, ensure_ascii=False)


def _date(figures: Figures) -> date | None:
    return date.fromisoformat(figures.edition.date) if figures.edition else None


def _describe_file(answer: Answer, figures: Figures, site: Site) -> list[tuple[str, str]]:
    """The lines of the sheet "Om": what the workbook is, and what each of its columns means."""
    return [
        ("Titel", TITLE),
        ("Udgave", describe_edition(figures).replace("\u00a0", " ")),
        ("Adresse", _permanent_address(figures, site)),
        ("Vilkår", "Fri genbrug med kildeangivelse. Kilden står ved hvert tal."),
        *((column.name, column.description) for column in answer.fields),
    ]


def _permanent_address(figures: Figures, site: Site) -> str:
    """The address that was asked for, with its edition: a saved file is read when there are newer figures."""
    edition = {Parameter.UDGAVE.value: [figures.edition.name]} if figures.edition else {}
    return f"{site.whole(request.path)}?{urlencode(request.args.to_dict(flat=False) | edition, doseq=True, safe=',')}"
