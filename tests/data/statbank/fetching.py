"""Helpers for the tests of ``python -m data fetch``: the real command against the local server, and the figures to expect."""

from data.__main__ import main
from data.place import PlaceKind
from data.place_table import load_places
from data.profile.figures import Figures
from data.registry.registry import Registry
from data.store.edition import list_editions
from tests.data.statbank.microdata import count
from tests.days import TODAY

REGISTRY = Registry.load()
KOMMUNER = [place for place in load_places(TODAY).values() if place.kind is PlaceKind.KOMMUNE]
LIVED_IN = ["1000", "2000"]  # dwellings, without cottages that nobody lives in
ALMENE = ["20"]


def fetch(root, address, *arguments):
    return main(["--figures", str(root), "fetch", "--api", address, "--backoff", "0.01", *map(str, arguments)])


def newest(root):
    return Figures.load(with_examples=False, edition=list_editions(root)[-1])


def read(figures, key, place="0326"):
    return figures.reading(place, figures.registry[key])


def compute_share(table, place, periods, part, whole):
    """A share in pct. with two decimals, from the numbers that the server has."""
    return round(100 * count(table, place, periods, **part) / count(table, place, periods, **whole), 2)
