"""Helpers for the tests of ``python -m data fetch``: the real command against the local server, and the figures to expect."""

from data.__main__ import main
from data.place import PlaceKind, load_places
from data.profile.figures import Figures
from data.registry.registry import Registry
from data.store.edition import list_editions
from tests.data.statbank.statbank_server import EJER, TENURE, USE, cell

REGISTRY = Registry.load()
KOMMUNER = [place for place in load_places().values() if place.kind is PlaceKind.KOMMUNE]


def fetch(root, address, *arguments):
    return main(["--figures", str(root), "fetch", "--api", address, "--backoff", "0.01", *map(str, arguments)])


def newest(root):
    return Figures.load(with_examples=False, edition=list_editions(root)[-1])


def dwellings(place, year, **chosen):
    """The number of dwellings that the server has: the sum of the chosen cells."""
    total = 0
    for bebo in chosen["bebo"]:
        for use in chosen.get("use", USE):
            for tenure in chosen.get("tenure", TENURE):
                for owner in chosen.get("owner", EJER):
                    total += cell(
                        "BOL101", {"OMRÅDE": place, "BEBO": bebo, "ANVENDELSE": use, "UDLFORH": tenure, "EJER": owner, "TID": year}
                    )
    return total
