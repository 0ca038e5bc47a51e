"""Every address that the static export writes, and the file that it becomes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from components.address import pages
from components.address.asset import PATH, borders_address, list_own_assets, read_asset
from components.address.open_data import API, FILE_FORMATS
from components.address.place import PREFIX, list_spellings, place_address
from components.atlas import Atlas
from components.dashboard.document import ASYNC_GRAPH
from components.embed.builder import HEIGHT_SCRIPT
from components.page.sitemap import list_pages
from data.place import COUNTRY

Pair = tuple[str, str]
SUITES = re.compile(r'src="([^"]*/_dash-component-suites/[^"]+)"')
FONTS = re.compile(r"vendor/[\w-]+\.woff2")
NOT_FOUND_FILE = "404.html"
SITEMAP = "/sitemap.xml"


@dataclass(frozen=True)
class Export:
    """An address within the app, the file that its answer becomes, and the status that it is to have."""

    address: str
    file: str
    status: int = 200


def list_pairs(atlas: Atlas, wanted: str) -> list[Pair]:
    """The comparisons that are written.

    Args:
        atlas: what is shown.
        wanted: "suggested" (each kommune with the three most alike, its region and the country), "all", or codes such as
            "0326-0101,0326-0265".

    Raises:
        ValueError: a pair is none of ours.
    """
    figures = atlas.archive.newest
    kommuner = [place.code for place in figures.kommuner]
    if wanted == "all":
        return [(code, other) for code in kommuner for other in figures.places if other != code]
    if wanted == "suggested":
        alike = [(code, other) for code in kommuner for other in figures.profile(code).similar]
        areas = [(place.code, area) for place in figures.kommuner for area in (place.region, COUNTRY)]
        return list(dict.fromkeys([*alike, *((other, code) for code, other in alike), *areas]))
    return [_read_pair(text, kommuner, figures.places) for text in wanted.split(",")]


def _read_pair(text: str, kommuner: Iterable[str], places: Iterable[str]) -> Pair:
    code, _, other = text.strip().partition("-")
    if code not in kommuner or other not in places or code == other:
        raise ValueError(
            f"{text!r} is no pair; write two codes such as 0326-0101, of which the first is a kommune, or 'suggested' or 'all'"
        )
    return code, other


def list_exports(atlas: Atlas, index: str) -> list[Export]:
    """All of them.

    Args:
        atlas: what is shown.
        index: the dashboard's page, for what it loads.
    """
    addresses = [*list_pages(atlas), pages.EMBED, pages.BUILDER, HEIGHT_SCRIPT, *_list_data(atlas), *_list_assets(atlas, index)]
    addresses += [address for pair in atlas.pairs or () for address in _list_pair(pair)]
    addresses += ["/robots.txt", *([SITEMAP] if atlas.site.origin else [])]
    return [*(Export(address, file_of(address)) for address in dict.fromkeys(addresses)), Export("/404", NOT_FOUND_FILE, 404)]


def file_of(address: str) -> str:
    """Where a plain web server looks for an address: a page is the index of a folder of its name."""
    path = PurePosixPath(address.partition("?")[0].lstrip("/"))
    return str(path if path.suffix else path / "index.html")


def _list_data(atlas: Atlas) -> Iterator[str]:
    """Pieces, pictures and open data."""
    places, indicators = atlas.archive.newest.places, atlas.archive.newest.registry.indicators
    yield from (f"/panel/{code}.json" for code in places)
    yield from (f"/kort/{key}.{form}" for key in atlas.choices.indicators for form in ("json", "png"))
    yield from (f"{place_address(place)}.png" for place in atlas.archive.newest.kommuner)
    yield pages.COUNTRY_PREVIEW
    yield from (f"/kommuneark/{place.code}.pdf" for place in atlas.archive.newest.kommuner if atlas.has_sheets)
    yield from (f"{API}/{name}.json" for name in ("openapi", "datapackage", "udgaver"))
    tables = [
        "noegletal",
        "kommuner",
        "indikatorer",
        *(f"kommuner/{code}" for code in places),
        *(f"indikatorer/{key}" for key in indicators),
    ]
    yield from (f"{API}/{table}.{form}" for table in tables for form in FILE_FORMATS)


def _list_pair(pair: str) -> list[str]:
    return [f"/sammenligning/{pair}.json", *(f"{API}/sammenligning/{pair}.{form}" for form in FILE_FORMATS)]


def _list_assets(atlas: Atlas, index: str) -> Iterator[str]:
    """The dashboard's scripts and style sheets, Dash's own among them, and the borders."""
    yield borders_address(atlas.borders)
    yield from (address.removeprefix(atlas.site.base) for address in SUITES.findall(index))
    yield ASYNC_GRAPH
    yield from (f"{PATH}/{name}" for name in list_own_assets())
    yield from (f"{PATH}/{name}" for name in FONTS.findall(read_asset("screen/fonts.css")))
    yield from (f"{PATH}/{name}" for name in sorted(set(re.findall(rf"{PATH}/(vendor/[\w.-]+\.js)", index))))


def list_redirects(atlas: Atlas) -> dict[str, str]:
    """The page that each other spelling of a kommune's address leads to, by file."""
    places = atlas.archive.newest.places
    own = {file_of(place_address(place)) for place in places.values()}
    found = {file_of(PREFIX + spelling): place_address(place) for spelling, place in list_spellings(places).items()}
    return {file: address for file, address in found.items() if file not in own}
