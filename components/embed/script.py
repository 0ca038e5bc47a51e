"""The scripts of a frame as one file."""

from components.address.asset import DIGEST_PARAMETER
from components.address.pages import FRAME_SCRIPT
from components.screen.bundle import bundle, digest_bundle

SCRIPTS = (
    "address/address",
    "panel/pieces",
    "map/drawing",
    "map/legend",
    "map/hit",
    "map/pointing",
    "map/options",
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


def bundle_scripts() -> str:
    """The text of the file."""
    return bundle(SCRIPTS)


def script_address() -> str:
    """Where the scripts are served, with a digest of them."""
    return f"{FRAME_SCRIPT}?{DIGEST_PARAMETER}={digest_bundle(SCRIPTS)}"
