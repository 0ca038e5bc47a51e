"""The registry's entries ``fetch``."""

from tests.data.statbank.fetching import REGISTRY
from tests.data.statbank.statbank_server import AREAS, TABLES


def test_the_registry_asks_for_what_the_tables_were_seen_to_have():
    """The codes are those of the tables' own descriptions; see data/indikatorer.toml."""
    for indicator in REGISTRY.indicators.values():
        if indicator.fetch:
            known = {name.upper(): values for name, (values, _) in TABLES[indicator.fetch.table].items()}
            for name, codes in indicator.fetch.requested_codes().items():
                assert set(codes) <= set(known[name.upper()])
            for name in indicator.fetch.part_variables():
                assert set(indicator.fetch.of[name]) == set(known[name.upper()])
    assert len(AREAS) == 98 + 4
