"""Style sheets and scripts: their text, and addresses that change with their content, so that they can be kept for ever."""

import hashlib
import re
from functools import cache
from pathlib import Path

from geodata.borders import Borders

FOLDER = Path(__file__).parents[2] / "assets"
PATH = "/assets"
DIGEST_PARAMETER = "m"  # of an asset's address
ASYNC_GRAPH = "/_dash-component-suites/dash/dcc/async-graph.js"  # Dash's own script, which it asks for late
SUITES = re.compile(r'src="([^"]*/_dash-component-suites/[^"]+)"')


def list_own_assets() -> list[str]:
    """The icon and our own style sheets and scripts, each as its room and name; what others made lies in ``vendor``."""
    found = [path.relative_to(FOLDER).as_posix() for ending in ("css", "js") for path in sorted(FOLDER.glob(f"*/*.{ending}"))]
    return ["favicon.svg", *(name for name in found if not name.startswith("vendor/"))]


@cache
def list_assets() -> frozenset[str]:
    """Every file that is served from the folder, as its name within it: ``"vendor/plotly-geo.min.js"``."""
    return frozenset(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())


@cache
def read_asset(name: str) -> str:
    """The text of a style sheet or script: ``read_asset("map/map.css")``."""
    return (FOLDER / name).read_text(encoding="utf-8")


def digest_asset(name: str) -> str:
    """The first eight hexadecimal digits of the file's SHA-256; empty where there is no such file.

    A name may be any text that a reader asks for: it is looked for among the names, not on the disk.
    """
    return _digest(name) if name in list_assets() else ""


@cache
def _digest(name: str) -> str:
    return hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:8]


def asset_address(name: str) -> str:
    """Where an asset is served, with its digest: "/assets/address/address.js?m=9a0b8a91"."""
    return f"{PATH}/{name}?{DIGEST_PARAMETER}={digest_asset(name)}"


def list_suites(page: str, base: str) -> list[str]:
    """Dash's own scripts: those that a page names, and the one that these ask for late.

    >>> list_suites('<script src="/kort/_dash-component-suites/dash/deps/react.js"></script>', "/kort")
    ['/_dash-component-suites/dash/deps/react.js', '/_dash-component-suites/dash/dcc/async-graph.js']
    """
    return [*(address.removeprefix(base) for address in SUITES.findall(page)), ASYNC_GRAPH]


def borders_address(borders: Borders) -> str:
    """Where the borders are served, with their digest: "/geodata/f3ba657793931e9e.geojson"."""
    return f"/geodata/{borders.digest}.geojson"
