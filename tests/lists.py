"""Editions with a list of housing organisations, for the tests of the pages. Nobody has these names."""

import shutil
from pathlib import Path

from data.organisation.organisation import Organisation, OrganisationList
from data.store.edition import FOLDER, publish


def _make(kommune: str, name: str, **told: object) -> Organisation:
    unknown = {"website": "", "phone": "", "email": "", "contact": "", "dwellings": None, "is_member": None}
    return Organisation(kommune, name, **(unknown | told))  # type: ignore[arg-type]


LISTED = OrganisationList(
    (
        _make("0326", "Prøvebo", website="https://www.proevebo.example/om", phone="12 34 56 78", email="post@proevebo.example",
              contact="Udlejning", dwellings=1240, is_member=True),
        _make("0326", "Aabo", dwellings=1, is_member=False),
        _make("0101", "Prøvebo", phone="12 34 56 78"),
        *(_make("0101", f"Hovedbo {number:02}", phone="87 65 43 21", dwellings=number) for number in range(1, 60)),
        _make("0760", "<b>Vestbo</b> & Søn \"A/S\"", email="a@vestbo.example"),
    ),
    "Boligorganisationer 2026", "2026-12-01", "Anna Ørsted, BL", "liste",
)  # fmt: skip


def make_listed(root: Path) -> Path:
    """The project's editions, and one with the list. It has three kommuner; the others have none."""
    shutil.copytree(FOLDER, root)
    publish([], "liste", "Kommuneark 2026", "Ny liste over boligorganisationer.", root, as_of="2026-12-01", organisations=LISTED)
    return root
