"""Files of the project that are edited by hand: whatever is missing or spoilt in one is said in a sentence, and never by a traceback."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from data.problem import ProblemsError

REMEDY = "restore it, or undo the last change to it"


@contextmanager
def explain(path: Path) -> Iterator[None]:
    """Let what can't be read in a file be told of it by name; what has a sentence already passes.

    Raises:
        ProblemsError: the file is missing, is no text, or lacks something.
    """
    try:
        yield
    except OSError as error:
        raise ProblemsError([f"{path.name} can't be read ({error.strerror}); {REMEDY}"]) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, csv.Error) as error:
        raise ProblemsError([f"{path.name} can't be read ({error}); {REMEDY}"]) from error
    except KeyError as error:
        raise ProblemsError([f"{path.name} lacks {error.args[0]!r}; {REMEDY}"]) from error
    except (TypeError, AttributeError) as error:
        raise ProblemsError([f"{path.name} has something else than was expected ({error}); {REMEDY}"]) from error


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file, as Python has it.

    Raises:
        ProblemsError: it is missing, or is none.
    """
    with explain(path):
        return tomllib.loads(path.read_text(encoding="utf-8"))


def read_rows(path: Path) -> tuple[Mapping[str, str], ...]:
    """The rows of a CSV file by the headings of its first line.

    Raises:
        ProblemsError: it is missing, or a row has more or fewer cells than there are headings.
    """
    with explain(path), path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file)) or [[]]
    odd = next((number for number, row in enumerate(rows, 2) if len(row) != len(header)), None)
    if odd:
        problem = f"{path.name}, row {odd}: {len(rows[odd - 2])} cells, but {len(header)} headings: {', '.join(header)}"
        raise ProblemsError([f"{problem}; {REMEDY}"])
    return tuple(dict(zip(header, row, strict=True)) for row in rows)
