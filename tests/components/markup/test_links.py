"""How links are written on each kind of page, and that both languages agree on where they lead."""

import json
import os
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.choices import Choices
from components.address.site import Site
from components.address.view import Parameter, View, from_query, to_query
from components.markup import html
from components.markup.links import apply_link, resolve_within, write_page_links, write_view_links
from components.markup.render import to_html

CHOICES = Choices(
    ["0101", "0326", "0825"],
    ["0000", "1085"],
    ["almene_andel", "beboere"],
    ["2026", "2025"],
    {"": {"1098": "1085"}, "2026": {"1098": "1085"}},
    ["boligtyper", "familier"],
)
DEFAULT = CHOICES.indicators[0]
ROOT = Path(__file__).parents[3]
NODE = shutil.which("node", path=f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}")
UNDER_PATH = Site("/danmarkskort")

VIEWS = [
    *(f"?kommune={code}{more}" for code in ("0326", "0825") for more in ("", "&sammenlign=0101", "&sammenlign=1085", "&tal=beboere")),
    "",
    "?tal=beboere",
    "?kommune=0326&sammenlign=1098",
    "?kommune=0326&sammenlign=1098&udgave=2025",
    "?kommune=0326&sammenlign=0000&tal=beboere&udgave=2025",
    "?kommune=0326&emne=familier,boligtyper&vis=liste",
]
VALUES = {
    "kommune": (None, "", "0101", "0326", "326", "825"),
    "sammenlign": (None, "", "0000", "0101", "0326"),
    "tal": (None, "", "almene_andel", "beboere"),
    "udgave": (None, "", "2026"),
    "emne": (None, "", "familier", "boligtyper,familier"),
    "vis": (None, "", "liste", "fliser"),
}
LINKS = [
    "?" + "&".join(f"{name}={value}" for name, value in zip(VALUES, values, strict=True) if value is not None)
    for values in product(*VALUES.values())
]
SCRIPT = """
const [file, setup, addresses, links] = JSON.parse(require("fs").readFileSync(0, "utf-8"));
global.window = { location: {}, addEventListener() {}, danmarkskort: { part() {} } };
global.document = { getElementById: () => ({ textContent: JSON.stringify(setup) }), addEventListener() {} };
new Function(require("fs").readFileSync(file, "utf-8"))();
const follow = (search) => { window.location.search = search; return links.map(window.danmarkskort.applyLink); };
process.stdout.write(JSON.stringify(addresses.map(follow)));
"""


def follow(address, link):
    return to_query(apply_link(from_query(address, CHOICES)[0], link, DEFAULT), DEFAULT)


@pytest.mark.skipif(not NODE, reason="no node: make test brings it")
def test_a_link_leads_where_the_script_leads():
    setup = {"kommuner": CHOICES.kommuner, "omraader": CHOICES.areas, "tal": CHOICES.indicators, "udgaver": CHOICES.editions}
    setup |= {"flyttet": CHOICES.moved, "emner": CHOICES.topics, "valg": {"vaelg-kommune": [], "vaelg-sammenligning": []}}
    asked = json.dumps([str(ROOT / "assets" / "address" / "address.js"), setup, VIEWS, LINKS])
    answer = subprocess.run([NODE, "-e", SCRIPT], input=asked, capture_output=True, text=True, check=True, cwd=ROOT)
    for address, theirs in zip(VIEWS, json.loads(answer.stdout), strict=True):
        for link, lead in zip(LINKS, theirs, strict=True):
            assert follow(address, link) == lead, (address, link)


@pytest.mark.parametrize(
    ("address", "link", "lead"),
    [
        ("?kommune=0326&tal=beboere", "?kommune=0101", "?kommune=0101&tal=beboere"),
        ("?kommune=0326", "?sammenlign=0101", "?kommune=0326&sammenlign=0101"),
        ("?kommune=0326&sammenlign=0101", "?sammenlign=", "?kommune=0326"),
        ("?kommune=0326&sammenlign=0101", "?kommune=0101", "?kommune=0101"),
        ("?kommune=0326&sammenlign=0101&tal=beboere", "?kommune=&sammenlign=&tal=", ""),
        ("?kommune=0326&udgave=2025", "?udgave=", "?kommune=0326"),
        ("", "?sammenlign=0101", ""),
    ],
)
def test_a_link_changes_what_it_names_and_keeps_the_rest(address, link, lead):
    assert follow(address, link) == lead


@given(st.sampled_from(VIEWS), st.text())
def test_any_link_leads_to_a_view_that_can_be_written(address, link):
    view = apply_link(from_query(address, CHOICES)[0], link, DEFAULT)
    assert view.tal
    assert not view.sammenlign or (view.kommune and view.kommune != view.sammenlign)


@given(st.sampled_from(VIEWS), st.sampled_from(LINKS))
def test_following_a_link_twice_is_following_it_once(address, link):
    once = follow(address, link)
    assert follow(once, link) == once


def test_the_way_to_the_view_of_an_empty_address_is_still_a_link():
    view = View("0326", None, DEFAULT)
    assert resolve_within(view, CHOICES)("?kommune=") == "?"  # "" would be the page with the old query


def test_pages_with_scripts_have_whole_addresses_and_what_the_script_needs():
    links = write_view_links(UNDER_PATH, resolve_within(View("0326", None, "beboere"), CHOICES))
    assert to_html(html.A("x", href="?kommune=0101"), links) == '<a href="?kommune=0101&amp;tal=beboere" data-led="?kommune=0101">x</a>'
    assert to_html(html.A("x", href="/kommuner"), links) == '<a href="/danmarkskort/kommuner">x</a>'


def test_finished_pieces_leave_links_to_the_script():
    assert to_html(html.A("x", href="?kommune=0101"), write_view_links(UNDER_PATH)) == '<a href="?kommune=0101">x</a>'


def test_pages_without_a_script_lead_to_pages():
    links = write_page_links(UNDER_PATH, lambda address: f"/kommune/{address.removeprefix('?' + Parameter.KOMMUNE + '=')}")
    assert to_html(html.A("x", href="?kommune=0101"), links) == '<a href="/danmarkskort/kommune/0101">x</a>'
    assert to_html(html.A("x", href="https://bl.dk/"), links) == '<a href="https://bl.dk/">x</a>'
