"""The addresses of pages of which there is only one."""

from urllib.parse import quote

from components.address.choices import Choices
from components.address.place import place_address
from components.address.site import Site
from data.profile.figures import Figures

SOURCE_PAGE = "/kilder-og-metode"
PLACE_LIST = "/kommuner"
ACCESSIBILITY = "/tilgaengelighed"
STATEMENT = "/was"  # the short address that the authorities ask every site to have; it leads to the accessibility statement
COUNTRY_PREVIEW = "/hele-landet.png"
EMBED = "/indlejr"
BUILDER = "/indlejr/byg"
OEMBED = "/oembed"
ORGANISATIONS = "/boligorganisationer.json"  # for the search
TILES = "/fliser.json"  # the tile map, for whoever asks for it on the page
HEIGHT_SCRIPT = f"{EMBED}/hoejde.js"
FRAME_SCRIPT = f"{EMBED}/ramme.js"


def oembed_address(address: str, site: Site) -> str:
    """Where the oEmbed description of an address within the app is; empty where the host is not known, since it names the whole address.

    >>> oembed_address("/indlejr", Site.parse("https://kort.bl.dk/"))
    '/oembed?format=json&url=https%3A%2F%2Fkort.bl.dk%2Findlejr'
    """
    return f"{OEMBED}?format=json&url={quote(site.whole(address), safe='')}" if site.origin else ""


def list_address(key: str, main: str) -> str:
    """The address of the list with an indicator: "/kommuner" for the main one, "/kommuner/<key>" for the others."""
    return PLACE_LIST if key == main else f"{PLACE_LIST}/{key}"


def list_pages(figures: Figures, choices: Choices) -> list[str]:
    """The addresses of all pages that should be found: the dashboard, the lists, the sources, accessibility, and each kommune's page."""
    main, *others = choices.indicators
    lists = [list_address(key, main) for key in (main, *others)]
    return ["/", *lists, SOURCE_PAGE, ACCESSIBILITY, *(place_address(place) for place in figures.kommuner)]
