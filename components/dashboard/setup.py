"""The settings for the dashboard's scripts."""

from typing import Any

from components.address.asset import borders_address
from components.atlas import Atlas
from components.screen.setup import build_setup
from components.wording import texts


def build_dashboard_setup(atlas: Atlas) -> dict[str, Any]:
    """Those of every page (components/screen/setup.py), the address of the borders, where each kommune's letter stands, and answers."""
    borders = atlas.borders
    return build_setup(atlas.archive.newest, atlas) | {
        "graenser": atlas.site.path(borders_address(borders)),
        "maerkepunkter": borders.labels,
        "sorteret": texts.SORTED,
        "kopieret": texts.COPIED,
        "kopifejl": texts.COPY_FAILED,
    }
