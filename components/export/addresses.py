"""Every address that the static export writes, and the file that it becomes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from components.address import pages
from components.address.asset import PATH, borders_address, list_own_assets, list_suites, read_asset
from components.address.choices import NEWEST
from components.address.open_data import API, FILE_FORMATS
from components.address.pages import list_pages
from components.address.place import PREFIX, list_spellings, place_address
from components.atlas import Atlas
from components.dashboard.document import script_address
from components.open_data.document import DOCUMENTS
from components.open_data.resource import RESOURCES
from components.panel.further.nearby import list_areas
from components.server.moved import move_codes

Pair = tuple[str, str]
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
        wanted: "suggested" (each kommune with the three most alike, its region, now and soon, and the country), "all", or codes such as
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
        areas = [(place.code, area) for place in figures.kommuner for area in list_areas(place, figures)]
        return list(dict.fromkeys([*alike, *((other, code) for code, other in alike), *areas]))
    moved = atlas.choices.moved.get(NEWEST, {})
    return [_read_pair(move_codes(text, moved), kommuner, figures.places) for text in wanted.split(",")]


def _read_pair(text: str, kommuner: Iterable[str], places: Iterable[str]) -> Pair:
    code, _, other = text.strip().partition("-")
    if code not in kommuner or other not in places or code == other:
        raise ValueError(
            f"{text!r} is no pair; write two codes such as 0326-0101, of which the first is a kommune, or 'suggested' or 'all'"
        )
    return code, other


def list_exports(atlas: Atlas, index: str) -> list[Export]:
    """Everything that is exported.

    Args:
        atlas: what is shown.
        index: the dashboard's page, for what it loads.
    """
    addresses = [
        *list_pages(atlas.archive.newest, atlas.choices),
        pages.EMBED,
        pages.BUILDER,
        pages.HEIGHT_SCRIPT,
        pages.FRAME_SCRIPT,
        script_address(),
        *_list_data(atlas),
        *_list_assets(atlas, index),
    ]
    addresses += [f"/sammenligning/{pair}.json" for pair in atlas.pairs or ()]
    addresses += ["/robots.txt", *([SITEMAP] if atlas.site.origin else [])]
    exports = [Export(address, file_path(address)) for address in dict.fromkeys(addresses)]
    return [*exports, *_list_moved(exports, atlas), Export("/404", NOT_FOUND_FILE, 404)]


def _list_moved(exports: Iterable[Export], atlas: Atlas) -> Iterator[Export]:
    """The same under the codes of the regioner that became part of another: files can't lead on."""
    for old, new in atlas.choices.moved.get(NEWEST, {}).items():
        for export in exports:
            file = move_codes(export.file, {new: old})
            if file != export.file:
                yield Export(export.address, file)


def file_path(address: str) -> str:
    """Where a plain web server looks for an address: a page is the index of a folder of its name.

    >>> file_path("/kommuner"), file_path("/kort/almene_andel.png?kommune=0326"), file_path("/")
    ('kommuner/index.html', 'kort/almene_andel.png', 'index.html')
    """
    path = PurePosixPath(address.partition("?")[0].lstrip("/"))
    return str(path if path.suffix else path / "index.html")


def _list_data(atlas: Atlas) -> Iterator[str]:
    """Pieces, pictures and open data."""
    yield from (f"/panel/{code}.json" for code in atlas.archive.newest.places)
    yield from (f"/kort/{key}.{form}" for key in atlas.choices.indicators for form in ("json", "png"))
    yield from (f"{place_address(place)}.png" for place in atlas.archive.newest.kommuner)
    yield from (pages.COUNTRY_PREVIEW, pages.ORGANISATIONS, pages.TILES)
    yield from (f"/kommuneark/{place.code}.pdf" for place in atlas.archive.newest.kommuner if atlas.offer.sheets)
    yield from (f"{API}/{document.name}.json" for document in DOCUMENTS)
    for resource in RESOURCES:
        for path in resource.list_paths(atlas.archive.newest, atlas.pairs or ()):
            yield from (f"{API}/{path}.{each.ending}" for each in FILE_FORMATS)


def _list_assets(atlas: Atlas, index: str) -> Iterator[str]:
    """The dashboard's scripts and style sheets, Dash's own among them, and the borders."""
    yield borders_address(atlas.borders)
    yield from list_suites(index, atlas.site.base)
    yield from (f"{PATH}/{name}" for name in list_own_assets())
    yield from (f"{PATH}/{name}" for name in FONTS.findall(read_asset("screen/fonts.css")))
    yield from (f"{PATH}/{name}" for name in sorted(set(re.findall(rf"{PATH}/(vendor/[\w.-]+\.js)", index))))


def list_redirects(atlas: Atlas) -> dict[str, str]:
    """The page that each other spelling of a kommune's address leads to, by file."""
    places = atlas.archive.newest.places
    own = {file_path(place_address(place)) for place in places.values()}
    found = {file_path(PREFIX + spelling): place_address(place) for spelling, place in list_spellings(places).items()}
    return {file: address for file, address in found.items() if file not in own}
