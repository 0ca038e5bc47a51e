"""Open data where there is a newer edition than the project's own."""

from urllib.request import urlopen

import pytest
from frictionless import Package, system

from tests.browser import PRODUCTION, free_port, serve

API = "/api/v1"


@pytest.fixture(scope="module")
def newer(two_editions):
    """A server with a newer edition than the project's own, in which one figure is new."""
    port = free_port()
    with serve(*PRODUCTION, "--port", str(port), port=port, DANMARKSKORT_TAL=str(two_editions)) as address:
        yield address


@pytest.mark.parametrize("edition", ["2025", "2026"])
def test_the_data_package_of_each_edition_holds_that_edition_s_figures(newer, edition):
    with system.use_context(trusted=True):
        package = Package(f"{newer}{API}/datapackage.json?udgave={edition}")
        assert package.validate().valid
        assert {row["udgave"] for row in package.get_resource("noegletal").read_rows()} == {edition}
    titles = [source["title"] for source in package.sources]
    assert ("BL - Danmarks Almene Boliger: Kommuneark 2026" in titles) == (edition == "2026")


@pytest.mark.parametrize(
    "address",
    [f"{API}/kommuner/0326.csv?", f"{API}/kommuner/0326.xlsx?", "/panel/0326.json?", "/kort/lejeboliger.json?", "/kort/lejeboliger.png?",
     "/kommune/0326-kalundborg?", "/kilder-og-metode?", "/?kommune=0326"],
)  # fmt: skip
def test_editions_have_etags_of_their_own(newer, address):
    newest, older = (urlopen(f"{newer}{address}{more}").headers["ETag"] for more in ("", "&udgave=2025"))
    assert newest != older
