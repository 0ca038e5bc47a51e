"""The addresses of pages of which there is only one."""

from urllib.parse import quote

from components.address.site import Site

SOURCE_PAGE = "/kilder-og-metode"
PLACE_LIST = "/kommuner"
COUNTRY_PREVIEW = "/hele-landet.png"
EMBED = "/indlejr"
BUILDER = "/indlejr/byg"
OEMBED = "/oembed"


def oembed_address(address: str, site: Site) -> str:
    """Where the oEmbed description of an address within the app is; empty where the host is not known, since it names the whole address.

    >>> oembed_address("/indlejr", Site.parse("https://kort.bl.dk/"))
    '/oembed?format=json&url=https%3A%2F%2Fkort.bl.dk%2Findlejr'
    """
    return f"{OEMBED}?format=json&url={quote(site.whole(address), safe='')}" if site.origin else ""
