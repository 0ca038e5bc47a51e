"""Dash's layout and callbacks fit together, and the scripts have what they name."""

import json
import re

import pytest
from dash import dcc, html

from app import create_app
from components.address.asset import read_asset
from components.address.site import Site
from components.dashboard.delayed import SCRIPTS
from components.dashboard.portal import Portal
from components.markup import ids
from components.server.settings import Settings


@pytest.fixture(scope="module")
def app():
    return create_app(Settings())


def list_components(tree):
    """All components of a layout."""
    for each in tree if isinstance(tree, list) else [tree]:
        if hasattr(each, "to_plotly_json"):
            yield each
            yield from list_components(getattr(each, "children", []))


def test_the_layout_is_two_graphs_and_two_stores(app):
    found = [(type(each).__name__, each.id) for each in list_components(app.layout)]
    assert found == [
        ("Div", ids.MAP_SLOT),
        ("Portal", ids.MAP_PORTAL),
        ("Graph", ids.MAP),
        ("Portal", ids.TREND_PORTAL),
        ("Div", ids.TREND_GRAPH),
        ("Graph", ids.TREND),
        ("Store", ids.VIEW),
        ("Store", ids.LAYER),
    ]


def test_every_callback_joins_properties_of_the_layout(app):
    components = {each.id: each for each in list_components(app.layout)}
    used = [each for callback in app._callback_list for each in (*callback["inputs"], *callback["state"])]
    used += [
        dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
        for callback in app._callback_list
        if not callback["no_output"]
        for name in callback["output"].strip(".").split("...")
    ]
    assert {(ids.MAP, "clickData"), (ids.MAP, "hoverData"), (ids.VIEW, "data")} <= {(each["id"], each["property"]) for each in used}
    for each in used:
        assert each["property"] in components[each["id"]]._prop_names, each


def test_every_callback_s_function_is_in_the_script_and_no_other(app):
    script = read_asset("dashboard/callbacks.js")
    written = re.search(r"const functions = \{ (.+) \};", script)[1].split(", ")
    assert written == [callback["clientside_function"]["function_name"] for callback in app._callback_list]
    assert {callback["clientside_function"]["namespace"] for callback in app._callback_list} == {"danmarkskort"}


def test_the_scripts_know_the_stores_by_their_ids():
    script = read_asset("dashboard/callbacks.js")
    assert re.findall(r'const (?:VIEW|LAYER) = "(\w+)";', script) == [ids.VIEW, ids.LAYER]


def test_a_portal_is_closed_until_it_is_opened():
    portal = Portal(dcc.Graph(id="graf"), id="portal", slot="plads")
    described = portal.to_plotly_json()
    assert (described["namespace"], described["type"]) == ("danmarkskort", "Portal")
    assert {name: value for name, value in described["props"].items() if name != "children"} == {
        "id": "portal",
        "slot": "plads",
        "open": False,
        "near": False,
    }
    assert Portal(html.Div(), id="portal", open=True).open is True
    assert "dk.Portal = function" in "".join(read_asset(f"{name}.js") for name in SCRIPTS)


@pytest.mark.parametrize("base", ["", "/danmarkskort"])
def test_what_dash_asks_at_start_stands_in_the_page_under_its_exact_address(base):
    page = create_app(Settings(site=Site(base))).server.test_client().get("/").text
    setup = json.loads(page.split('id="opsaetning">')[1].split("</script>")[0])
    assert list(setup["dash"]) == [f"{base}/_dash-layout", f"{base}/_dash-dependencies"]
    assert len(setup["dash"][f"{base}/_dash-dependencies"]) == 6
