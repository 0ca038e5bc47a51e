"""What the dashboard's scripts are told besides what every page's are."""

from typing import Any

from components.address.asset import borders_address
from components.atlas import Atlas
from components.screen.setup import build_setup


def build_dashboard_setup(atlas: Atlas) -> dict[str, Any]:
    """The same with what the marks on plotly's map need."""
    borders = atlas.borders
    return build_setup(atlas.archive.newest, atlas) | {
        "graenser": atlas.site.path(borders_address(borders)),
        "maerkepunkter": borders.labels,
    }
