"""What search engines are told: every page that is to be found, and where the list of them is."""

from html import escape

from components.address import pages
from components.address.place import place_address
from components.address.site import Site
from components.atlas import Atlas
from components.page.place_list import list_address


def list_pages(atlas: Atlas) -> list[str]:
    """The addresses of all pages that are to be found: the dashboard, the lists, the sources, and each kommune's."""
    main, *others = atlas.choices.indicators
    lists = [list_address(key, main) for key in (main, *others)]
    return ["/", *lists, pages.SOURCE_PAGE, *(place_address(place) for place in atlas.archive.newest.kommuner)]


def write_sitemap(atlas: Atlas, site: Site) -> str:
    """The sitemap (https://www.sitemaps.org), with the newest edition's date."""
    edition = atlas.archive.newest.edition
    date = f"<lastmod>{edition.date}</lastmod>" if edition else ""
    rows = "".join(f"<url><loc>{escape(site.whole(address))}</loc>{date}</url>\n" for address in list_pages(atlas))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n"


def write_robots(site: Site) -> str:
    """Everything may be read but the pieces that the scripts fetch; frames say themselves that they are not to be found."""
    closed = "".join(f"Disallow: {site.path(address)}\n" for address in ("/panel/", "/sammenligning/"))
    where = f"Sitemap: {site.whole('/sitemap.xml')}\n" if site.origin else ""
    return f"User-agent: *\n{closed}{where}"
