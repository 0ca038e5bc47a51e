"""oEmbed: a link to the map, pasted into a system that knows the format, becomes the frame itself (https://oembed.com, version 1.0)."""

from html import escape
from typing import Any

from components.address.site import Site
from components.wording import texts

WIDTH, HEIGHT = 720, 1400  # pixels: usable where no script sets the height


def write_frame_element(address: str, title: str, width: str = "100%", height: int = HEIGHT) -> str:
    """The ``iframe`` element that shows an address.

    >>> write_frame_element("https://kort.bl.dk/indlejr", "Almene boliger", height=900)
    '<iframe src="https://kort.bl.dk/indlejr" title="Almene boliger" width="100%" height="900" loading="lazy" style="border:0"></iframe>'
    """
    size = f'width="{escape(width)}" height="{height}"'
    return f'<iframe src="{escape(address)}" title="{escape(title)}" {size} loading="lazy" style="border:0"></iframe>'


def describe_frame(address: str, title: str, site: Site, width: int | None, height: int | None) -> dict[str, Any]:
    """The oEmbed answer of type ``rich`` for a frame: its size, and the element to paste.

    Args:
        address: the whole address of the frame.
        title: what it shows.
        site: where the pages lie.
        width: how wide it may be at most, in pixels.
        height: how high, likewise.
    """
    wide = min(WIDTH, width or WIDTH)
    high = min(HEIGHT, height or HEIGHT)
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
