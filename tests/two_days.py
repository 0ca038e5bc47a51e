"""Editions on both sides of the day on which two regioner become one."""

import shutil
from pathlib import Path

from data.store.edition import FOLDER, publish
from tests.days import FIRST_OF_FOUR, LAST_OF_FIVE

BEFORE, AFTER = "foer", "efter"  # names of the editions
OLD, NEW = ("1084", "1085"), "1086"


def make_edition_before(root: Path) -> Path:
    """The project's editions, and one as of the last day of five regioner, which is the newest."""
    shutil.copytree(FOLDER, root)
    publish([], BEFORE, "Kommuneark 2026", "De viste tal er de samme som i udgaven før.", root, as_of=LAST_OF_FIVE)
    return root


def make_edition_after(root: Path) -> Path:
    """The same, and one as of the first day of four."""
    make_edition_before(root)
    publish([], AFTER, "Kommuneark 2027", "De viste tal er de samme som i udgaven før.", root, as_of=FIRST_OF_FOUR)
    return root
