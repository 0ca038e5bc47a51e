"""The ``head`` of a page: title, style sheets, and what search engines and previews of shared links read."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from markupsafe import Markup

from components.address.asset import PATH, read_asset
from components.address.site import Site
from components.markup.unread import strip_comments, strip_unread
from components.wording import texts

PREVIEW_SIZE = (1200, 630)
FONTS = "screen/fonts"  # the style sheet with the typefaces
SANS_FILE = "vendor/source-sans-3-latin-wght-normal.woff2"
VENDOR_URL = 'url("../vendor/'  # how a style sheet in a room's folder names a file in the folder vendor


@dataclass(frozen=True)
class Head:
    """What the head says. Addresses are within the app; the site's host and path are put before them when they are written.

    Attributes:
        title: of the page.
        description: one or two sentences.
        address: the page's canonical address; empty for pages that have none and are not meant to be shared.
        preview: address of a picture of PREVIEW_SIZE.
        structured_data: what the page has, in the words of schema.org (JSON-LD).
        is_hidden: whether search engines are asked to leave the page out.
        oembed: address of its oEmbed description.
        script: address of the page's own script, which stands at its end, so that it is fetched while the page comes in; empty for none.
    """

    title: str
    description: str
    address: str = ""
    preview: str = ""
    structured_data: Mapping[str, Any] | None = None
    is_hidden: bool = False
    oembed: str = ""
    script: str = ""


def write_head(head: Head, site: Site, sheets: Collection[str]) -> Markup:
    """The elements inside ``head``. The style sheets' text stands in the page itself, so that it can be painted after one request.

    Args:
        head: what to say.
        site: where the pages lie.
        sheets: names of style sheets in assets, in order.
    """
    parts = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *([f'<link rel="preload" as="script" href="{escape(site.path(head.script))}">'] if head.script else []),
        *(_preload_sans(site) if FONTS in sheets else []),
        f"<title>{escape(head.title)}</title>",
        f'<meta name="description" content="{escape(head.description)}">',
        f'<link rel="icon" href="{site.path("/assets/favicon.svg")}" type="image/svg+xml">',
        *(['<meta name="robots" content="noindex">'] if head.is_hidden else []),
        *(_describe_for_sharing(head, site) if head.address else []),
        *([_write_structured_data(head.structured_data)] if head.structured_data else []),
        *([_link_to_oembed(head, site)] if head.oembed and site.origin else []),
        _write_sheets(sheets, site),
    ]
    return Markup("\n".join(parts))  # noqa: S704 # each part is escaped


def _preload_sans(site: Site) -> list[str]:
    """Have the typeface of running text fetched at once, as a font is (CORS); the serif comes when the browser has met a heading."""
    return [f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{site.path(f"{PATH}/{SANS_FILE}")}">']


def _describe_for_sharing(head: Head, site: Site) -> list[str]:
    address = escape(site.whole(head.address))
    properties = {
        "og:title": head.title,
        "og:description": head.description,
        "og:type": "website",
        "og:locale": "da_DK",
        "og:site_name": texts.TITLE,
    }
    parts = [f'<link rel="canonical" href="{address}">', f'<meta property="og:url" content="{address}">']
    parts += [f'<meta property="{name}" content="{escape(text)}">' for name, text in properties.items()]
    if head.preview and site.origin:  # must be a whole address
        picture = {"og:image": site.whole(head.preview), "og:image:type": "image/png"}
        picture |= {"og:image:width": str(PREVIEW_SIZE[0]), "og:image:height": str(PREVIEW_SIZE[1]), "og:image:alt": head.title}
        parts += [f'<meta property="{name}" content="{escape(text)}">' for name, text in picture.items()]
        parts.append('<meta name="twitter:card" content="summary_large_image">')
    return parts


def _write_structured_data(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")  # "</script>" in a text would end the element
    return f'<script type="application/ld+json">{text}</script>'


def _link_to_oembed(head: Head, site: Site) -> str:
    address = escape(site.whole(head.oembed))
    return f'<link rel="alternate" type="application/json+oembed" href="{address}" title="{escape(head.title)}">'


def _write_sheets(sheets: Iterable[str], site: Site) -> str:
    """Their text without comments. Addresses of fonts, relative to the style sheets' folder, are made to work from the page."""
    text = strip_unread(strip_comments("".join(read_asset(f"{name}.css") for name in sheets)))
    from_page = VENDOR_URL.replace("../vendor", f"{site.path(PATH)}/vendor")
    return f"<style>{text.replace(VENDOR_URL, from_page)}</style>"
