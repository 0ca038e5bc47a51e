"""oEmbed: a link to the map, pasted into a system that knows the format, becomes the frame itself (https://oembed.com, version 1.0)."""

from html import escape
from typing import Any

from components.address.embed_options import Frame
from components.address.site import Site
from components.address.view import View
from components.embed.height import UNKNOWN, WIDE, find_height
from components.wording import texts


def write_frame_element(address: str, title: str, width: str = "100%", height: int = UNKNOWN) -> str:
    """The ``iframe`` element that shows an address.

    >>> write_frame_element("https://kort.bl.dk/indlejr", "Almene boliger", height=900)
    '<iframe src="https://kort.bl.dk/indlejr" title="Almene boliger" width="100%" height="900" loading="lazy" style="border:0"></iframe>'
    """
    size = f'width="{escape(width)}" height="{height}"'
    return f'<iframe src="{escape(address)}" title="{escape(title)}" {size} loading="lazy" style="border:0"></iframe>'


def describe_frame(address: str, title: str, site: Site, size: tuple[int, int]) -> dict[str, Any]:
    """The oEmbed answer of type ``rich`` for a frame: its size, and the element to paste.

    Args:
        address: the whole address of the frame.
        title: what it shows.
        site: where the pages lie.
        size: width and height, in pixels.
    """
    wide, high = size
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": texts.TITLE,
        "provider_url": site.whole("/"),
        "width": wide,
        "height": high,
        "html": write_frame_element(address, title, str(wide), high),
    }


def find_size(frame: Frame, view: View, width: int | None, height: int | None) -> tuple[int, int]:
    """Width and height of a frame in pixels: as high as its shape is at this width, where there is room for so much.

    >>> find_size(Frame(), View("0326", None, "andel"), None, None), find_size(Frame(), View("0326", None, "andel"), 360, 600)
    ((700, 839), (360, 600))

    Args:
        frame: its options.
        view: what it shows.
        width: how wide it may be at most; None for as wide as it likes.
        height: how high, likewise.
    """
    wide = min(WIDE, width or WIDE)
    high = find_height(frame, view, wide)
    return wide, min(high, height or high)
