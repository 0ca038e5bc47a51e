"""Style sheets and scripts: their text, and addresses that change with their content, so that they can be kept for ever."""

import hashlib
from functools import cache
from pathlib import Path

from geodata.borders import Borders

FOLDER = Path(__file__).parents[2] / "assets"
PATH = "/assets"
DIGEST_PARAMETER = "m"  # of an asset's address
ASYNC_GRAPH = "/_dash-component-suites/dash/dcc/async-graph.js"  # Dash's own script, which it asks for late


def list_own_assets() -> list[str]:
    """The icon and our own style sheets and scripts, each as its room and name; what others made lies in ``vendor``."""
    found = [path.relative_to(FOLDER).as_posix() for ending in ("css", "js") for path in sorted(FOLDER.glob(f"*/*.{ending}"))]
    return ["favicon.svg", *(name for name in found if not name.startswith("vendor/"))]


@cache
def read_asset(name: str) -> str:
    """The text of a style sheet or script: ``read_asset("map/map.css")``."""
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def digest_asset(name: str) -> str:
    """The first eight hexadecimal digits of the file's SHA-256; empty where there is no such file."""
    file = FOLDER / name
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8] if file.is_file() else ""


def asset_address(name: str) -> str:
    """Where an asset is served, with its digest: "/assets/address/address.js?m=9a0b8a91"."""
    return f"{PATH}/{name}?{DIGEST_PARAMETER}={digest_asset(name)}"


def borders_address(borders: Borders) -> str:
    """Where the borders are served, with their digest: "/geodata/f3ba657793931e9e.geojson"."""
    return f"/geodata/{borders.digest}.geojson"
