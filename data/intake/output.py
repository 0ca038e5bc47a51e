"""What the commands of ``python -m data`` print of a candidate, and of the edition that is made of it."""

import sys
from collections.abc import Iterable

from data.reading import Reading
from data.store.edition import Edition


def describe_reading(reading: Reading) -> str:
    """A value and its period, or why there is none.

    >>> from data.reading import Reason, Status
    >>> describe_reading(Reading(3372.0, "2025", Status.OFFICIEL, "bl_kommuneark"))
    '3,372 (2025)'
    >>> describe_reading(Reading(None, "2025", Status.MANGLER, "bl_kommuneark", Reason.UNDERTRYKT))
    'no value (undertrykt)'
    """
    return f"no value ({reading.reason})" if reading.value is None else f"{reading.value:,.10g} ({reading.period})"


def write_remarks(heading: str, lines: Iterable[str]) -> None:
    """Write lines under a heading to standard error, if there are any."""
    remarks = list(lines)
    if remarks:
        sys.stderr.write(f"{len(remarks)} {heading}:\n" + "".join(f"  {line}\n" for line in remarks))


def write_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def write_dry_run(name: str) -> None:
    """Say that the candidate is sound, and what it could be called."""
    write_lines([f"Sound. Nothing was written: this was a dry run. Edition {name} could be made."])


def write_made(edition: Edition, newest: Edition) -> None:
    """Say that an edition was made, and of which."""
    write_lines([f"Edition {edition.name} is made, of {newest.name}; both are kept. Start the server anew to show it."])
