"""What is heavy to make: so much at once, then a sentence with when to come back; pages go on."""

import pytest

from components.print.sheet_routes import AT_ONCE
from components.serve import THREADS
from components.server.turns import MAKING, SOON, find_turns

HEAVY = ["/kort/almene_andel.png", "/kommune/0326-kalundborg.png", "/hele-landet.png", "/presse/0326-16x9.png", "/kommuneark/0326.pdf",
         "/velkomstpakke/0326.pdf", "/api/v1/noegletal.xlsx", "/api/v1/noegletal.json?kommune=", "/api/v1/noegletal.csv?kommune=0326",
         "/_dash-component-suites/plotly/package_data/plotly.min.js"]  # fmt: skip
LIGHT = ["/", "/kommuner", "/panel/0326.json", "/api/v1/noegletal.json", "/api/v1/noegletal.csv", "/healthz", "/assets/favicon.svg"]


@pytest.fixture
def busy(client):
    """The app while as much is being made as may be."""
    turns = find_turns(client.application)
    with turns.hold(), turns.hold():
        yield client


@pytest.mark.parametrize("address", HEAVY)
def test_whoever_is_too_many_is_told_when_to_come_back(busy, address):
    response = busy.get(address)
    assert (response.status_code, response.headers["Retry-After"]) == (503, str(SOON))
    assert "travlt" in response.text
    assert "ETag" not in response.headers


@pytest.mark.parametrize("address", LIGHT)
def test_pages_are_answered_meanwhile(busy, address):
    assert busy.get(address).status_code == 200


def test_a_turn_ends_with_what_was_made_and_with_what_could_not_be(client):
    for _ in range(MAKING + 1):
        assert client.get("/hele-landet.png").status_code == 200
        assert client.get("/kort/findes-ikke.png").status_code == 404


def test_what_is_heavy_leaves_threads_for_the_rest():
    assert AT_ONCE + MAKING < THREADS
