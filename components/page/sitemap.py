"""For search engines: the sitemap, which lists every page that should be found, and robots.txt."""

from html import escape

from components.address.pages import list_pages
from components.address.site import Site
from components.atlas import Atlas


def write_sitemap(atlas: Atlas, site: Site) -> str:
    """The sitemap (https://www.sitemaps.org); every page changes with the newest edition, so that its date is theirs."""
    edition = atlas.archive.newest.edition
    date = f"<lastmod>{edition.date}</lastmod>" if edition else ""
    rows = "".join(
        f"<url><loc>{escape(site.whole(address))}</loc>{date}</url>\n" for address in list_pages(atlas.archive.newest, atlas.choices)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n"


def write_robots(site: Site) -> str:
    """robots.txt: search engines may read everything but the JSON that the scripts fetch, and learn where the sitemap is.

    Frames are not closed here: they ask by ``noindex`` to be left out, which only a page that may be read can do.
    """
    closed = "".join(f"Disallow: {site.path(address)}\n" for address in ("/panel/", "/sammenligning/"))
    where = f"Sitemap: {site.whole('/sitemap.xml')}\n" if site.origin else ""
    return f"User-agent: *\n{closed}{where}"
