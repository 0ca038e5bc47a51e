"""Answers of the StatBank API as cells: JSON-stat and CSV, read into one shape, or refused with what came and what to do.

The formats are described on the API's own page, https://www.dst.dk/da/Statistik/hjaelp-til-statistikbanken/api.
"""

from data.problem import FiguresError
from data.statbank.answer.jsonstat import read_jsonstat
from data.statbank.answer.refusal import is_page, read_error, tell
from data.statbank.answer.semicolon import VALUE, read_semicolons
from data.statbank.answer.shape import UNREADABLE, AnswerError, load_json
from data.statbank.cube import Cube

REMEDY = "Try again, or fetch the file by hand and give it with --offline"
BEGINNING = 60  # characters of figures that a message repeats


def read_cube(text: str, where: str, table: str = "") -> Cube:
    r"""The cells of an answer in either format.

    >>> read_cube("OMRÅDE;TID;INDHOLD\n101;2026;5\n326;2026;..\n", "FAM55N").cells
    {('101', '2026'): 5.0, ('326', '2026'): None}

    Args:
        text: the answer.
        where: the name of the table or file, for the message.
        table: the name of the table that it must be from, where it says its own.

    Raises:
        FiguresError: it has neither format, is incomplete, or is from another table.
    """
    plain = text.removeprefix("\ufeff").lstrip()
    try:
        _refuse_words(plain)
        cube = read_jsonstat(load_json(plain)) if plain.startswith("{") else read_semicolons(plain)
        cube.check_complete()
        _check_table(cube, table)
    except AnswerError as error:
        raise FiguresError([f"{where}: {error}. {REMEDY}"]) from error
    except UNREADABLE as error:
        problem = f"{where}: the answer is neither JSON-stat nor CSV with codes, or not whole ({error!r})"
        raise FiguresError([f"{problem}; it begins '{' '.join(plain[:BEGINNING].split())}'. {REMEDY}"]) from error
    return cube


def _check_table(cube: Cube, table: str) -> None:
    if table and cube.table and cube.table.upper() != table.upper():
        raise AnswerError(f"the answer is from {cube.table}, where {table} was expected")


def _refuse_words(text: str) -> None:
    """Refuse what is no figures at all, and pass on what it says."""
    if not text:
        raise AnswerError("the answer is empty")
    if is_page(text):
        raise AnswerError(f"a web page came instead of data; it says '{tell(text)}'")
    if error := read_error(text):
        raise AnswerError(f"an error came instead of data: {error[1]}")
    if not text.startswith("{") and VALUE not in text.partition("\n")[0].upper():
        raise AnswerError(f"the answer is neither JSON-stat nor CSV with codes, or not whole; it says '{tell(text)}'")
