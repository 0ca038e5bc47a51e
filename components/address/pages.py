"""The addresses of pages that there is one of."""

from urllib.parse import quote

from components.address.site import Site

SOURCE_PAGE = "/kilder-og-metode"
PLACE_LIST = "/kommuner"
COUNTRY_PREVIEW = "/hele-landet.png"
EMBED = "/indlejr"
BUILDER = "/indlejr/byg"
OEMBED = "/oembed"


def oembed_address(address: str, site: Site) -> str:
    """Where the description of an address within the app is; empty where the host is not known."""
    return f"{OEMBED}?format=json&url={quote(site.whole(address), safe='')}" if site.origin else ""
