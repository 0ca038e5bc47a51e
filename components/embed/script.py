"""The scripts of a frame as one file without comments: one request, a third of the bytes less."""

import hashlib
from functools import cache

from components.address.asset import DIGEST_PARAMETER, read_asset
from components.address.pages import FRAME_SCRIPT
from components.markup.unread import strip_script

SCRIPTS = (
    "address/address",
    "panel/pieces",
    "map/drawing",
    "map/legend",
    "map/hit",
    "map/pointing",
    "map/listbox",
    "screen/status",
    "screen/focus",
    "screen/search",
    "screen/organisations",
    "screen/picker",
    "screen/sharing",
    "embed/frame",
    "screen/show",
)


@cache
def bundle_scripts() -> str:
    """The text of the modules, in order; the gate in the page starts them (assets/screen/gate.js)."""
    return "\n".join(strip_script(read_asset(f"{name}.js")) for name in SCRIPTS)


def script_address() -> str:
    """Where the scripts are served, with a digest of them."""
    return f"{FRAME_SCRIPT}?{DIGEST_PARAMETER}={hashlib.sha256(bundle_scripts().encode()).hexdigest()[:8]}"
