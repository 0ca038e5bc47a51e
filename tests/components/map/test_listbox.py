"""The listbox over the map and the tile map, as Python writes them; assets/map/listbox.js is tested in tests/pages."""

import json
import re

import pytest

from components.address.asset import read_asset
from components.map.model import build_map_model
from components.map.tiles import build_tiles_svg, shorten_names
from components.theme import CARD, HATCH_GROUND, HATCH_LINE, INK, INSET_SEA, RAMP
from components.wording import texts
from data.registry.registry import Registry
from geodata.tiling import Tiling
from tests.page import parse


@pytest.fixture(scope="module")
def model(official):
    return build_map_model(Registry.load().main, official)


@pytest.fixture(scope="module")
def tiles(model):
    return str(build_tiles_svg(model, Tiling.load(), "0326", "0265", lambda code: f"?kommune={code}"))


def brightness(colour):
    """Relative luminance, as WCAG 2.2 reckons it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_one_of_the_ring_s_two_colours_stands_out_from_every_ground():
    sheet = read_asset("map/listbox.css")
    assert re.findall(r"stroke: (var\(--\w+\))", sheet) == ["var(--card)", "var(--ink)"]
    assert contrast(CARD, INK) >= 3
    for ground in (*RAMP, HATCH_GROUND, HATCH_LINE, INSET_SEA, "#d5e1e5"):
        assert max(contrast(CARD, ground), contrast(INK, ground)) >= 3, ground


def test_every_kommune_is_a_tile_with_link_card_and_label(tiles, model):
    tile = r'<a href="\?kommune=(\d+)" data-kode="(\d+)"[^>]*><path[^>]*><title>([^<]*)</title></path><text[^>]*>([^<]*)'
    links = re.findall(tile, tiles)
    assert len(links) == len({label for *_, label in links}) == 98
    assert all(asked == code and title == "\n".join(model.hover_card(code)) for asked, code, title, _ in links)
    assert len(re.findall('class="maerket maerket--[ab]" pointer-events="none">', tiles)) == 2


def test_labels_tell_all_kommuner_apart(official):
    labels = shorten_names({place.code: place.name for place in official.kommuner})
    assert len(set(labels.values())) == 98
    assert {labels["0326"], labels["0760"], labels["0492"]} == {"Kal", "R-S", "Ærø"}
    assert max(map(len, labels.values())) == 4


def test_letters_on_tiles_can_be_read():
    sheet = read_asset("map/tiles.css")
    dark = re.search(r"path:is\((.*?)\) \+ text", sheet)[1]
    for colour in RAMP:
        assert contrast("#ffffff" if f'"{colour}"' in dark else INK, colour) >= 4.5, colour


def test_the_grid_of_the_style_sheet_is_that_of_the_tiles():
    tiling = Tiling.load()
    assert {f"{tiling.columns} / {tiling.rows}"} == set(re.findall(r"\d+ / \d+", read_asset("map/tiles.css")))


@pytest.mark.parametrize(("path", "frames"), [("/", 1), ("/?vis=fliser", 2), ("/indlejr", 1), ("/kommune/0326-kalundborg", 1)])
def test_every_map_has_what_its_listbox_needs(client, path, frames):
    found = [each for each in parse(client.get(path).text).iter() if "kortramme" in (each.get("class") or "").split()]
    assert len(found) == frames
    for frame in found:
        assert len(frame.get("data-veje")) == 98 * 4 * 2
        assert frame.get("data-liste") == texts.LISTBOX
    compared = "/?kommune=0326&sammenlign=" if path.startswith("/kommune/") else None
    assert found[0].get("data-sammenlign") == compared


def test_the_tiles_are_sent_where_they_are_asked_for(client):
    map_page, tiles_page = (client.get(f"/?kommune=0326{more}").text for more in ("", "&vis=fliser"))
    assert ("tegning fliser" in map_page, "tegning fliser" in tiles_page) == (False, True)
    root = parse(tiles_page)
    led = {each.get("href") for each in root.iter() if each.get("data-kode") == "0101" and each.get("href")}
    assert led == {"?kommune=0101&vis=fliser"}  # without a script the next page has the tiles as well
    tabs = [each for each in root.iter() if each.get("class") == "fane" and each.get("aria-current") == "true"]
    assert [tab.text for tab in tabs] == [texts.TILES_TAB]
    piece = json.loads(client.get("/fliser.json").text)["fliser"]
    assert [piece.count(f'data-kode="{code}"') for code in ("0101", "0326", "0400")] == [1, 1, 1]
    assert 'display="none"' in piece  # the marks, which the script moves
