"""The registry's entries ``fetch``."""

import pytest

from tests.data.statbank.fetching import REGISTRY
from tests.data.statbank.tables import AREAS, TABLES

FETCHED = [indicator for indicator in REGISTRY.indicators.values() if indicator.fetch]


@pytest.mark.parametrize("indicator", FETCHED, ids=lambda one: one.key)
def test_the_registry_asks_for_what_the_tables_were_seen_to_have(indicator):
    """The codes are those of the tables' own descriptions; see data/indikatorer.toml."""
    known = {axis.code.upper(): axis.values for axis in TABLES[indicator.fetch.table]}
    for name, codes in indicator.fetch.requested_codes().items():
        assert set(codes) <= set(known[name.upper()])
    for name in indicator.fetch.part_variables():
        assert set(indicator.fetch.of[name]) == set(known[name.upper()])
    for value, word in indicator.fetch.named.items():
        name, _, code = value.partition(" ")
        assert word.lower() in known[name.upper()][code].lower()


def test_the_tables_have_all_kommuner():
    assert len(AREAS) == 98 + len(["the country", *range(5), "two landsdele", "of eleven", "Christiansø"])
