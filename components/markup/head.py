"""The head of a page: what browsers, search engines and those who share a link are told."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from markupsafe import Markup

from components.address.asset import PATH, read_asset
from components.address.site import Site
from components.wording import texts

PREVIEW_SIZE = (1200, 630)
BESIDE = 'url("../vendor/'


@dataclass(frozen=True)
class Head:
    """What stands in the head.

    Attributes:
        title: of the page.
        description: one or two sentences.
        address: the lasting one, within the app; empty for pages that are not to be found by it.
        preview: address of a picture of PREVIEW_SIZE, within the app.
        about: schema.org's description of what the page has.
        is_hidden: whether search engines are to leave it out.
        oembed: address of its oEmbed description, within the app.
    """

    title: str
    description: str
    address: str = ""
    preview: str = ""
    about: Mapping[str, Any] | None = None
    is_hidden: bool = False
    oembed: str = ""


def write_head(head: Head, site: Site, sheets: Iterable[str]) -> Markup:
    """The elements inside ``head``, style sheets last: in the page itself, which so is seen after one request.

    Args:
        head: what to say.
        site: where the pages lie.
        sheets: names of style sheets in assets, in order.
    """
    parts = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(head.title)}</title>",
        f'<meta name="description" content="{escape(head.description)}">',
        f'<link rel="icon" href="{site.path("/assets/favicon.svg")}" type="image/svg+xml">',
        *(['<meta name="robots" content="noindex">'] if head.is_hidden else []),
        *(_describe_for_sharing(head, site) if head.address else []),
        *([_write_about(head.about)] if head.about else []),
        *([_discover(head, site)] if head.oembed and site.origin else []),
        _write_sheets(sheets, site),
    ]
    return Markup("\n".join(parts))  # noqa: S704 # each part is escaped


def _describe_for_sharing(head: Head, site: Site) -> list[str]:
    address = escape(site.whole(head.address))
    said = {
        "og:title": head.title,
        "og:description": head.description,
        "og:type": "website",
        "og:locale": "da_DK",
        "og:site_name": texts.TITLE,
    }
    parts = [f'<link rel="canonical" href="{address}">', f'<meta property="og:url" content="{address}">']
    parts += [f'<meta property="{name}" content="{escape(text)}">' for name, text in said.items()]
    if head.preview and site.origin:  # must be a whole address
        picture = {"og:image": site.whole(head.preview), "og:image:type": "image/png"}
        picture |= {"og:image:width": str(PREVIEW_SIZE[0]), "og:image:height": str(PREVIEW_SIZE[1]), "og:image:alt": head.title}
        parts += [f'<meta property="{name}" content="{escape(text)}">' for name, text in picture.items()]
        parts.append('<meta name="twitter:card" content="summary_large_image">')
    return parts


def _write_about(about: Mapping[str, Any]) -> str:
    said = json.dumps(about, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{said}</script>'


def _discover(head: Head, site: Site) -> str:
    address = escape(site.whole(head.oembed))
    return f'<link rel="alternate" type="application/json+oembed" href="{address}" title="{escape(head.title)}">'


def _write_sheets(sheets: Iterable[str], site: Site) -> str:
    """Their text; what they load by an address beside their own is found from the page too."""
    text = "".join(read_asset(f"{name}.css") for name in sheets)
    there = BESIDE.replace("../vendor", f"{site.path(PATH)}/vendor")
    return f"<style>{text.replace(BESIDE, there)}</style>"
