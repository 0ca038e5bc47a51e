import pytest

from components.address.pages import list_address
from components.address.place import place_address
from components.wording.formats import format_reading
from data.place import danish_order
from tests.layers import REAL
from tests.page import list_links, parse, read_text


def rows_of(root):
    """The rows of all kommuner, by region."""
    return {
        section.get("id"): [row for row in section.iter("tr") if row.find("th/a") is not None]
        for section in root.iter("section")
        if section.get("class") == "region"
    }


def test_all_98_stand_under_their_regions_in_danish_order(client, official):
    regions = rows_of(parse(client.get("/kommuner").text))
    assert len(regions) == 5
    assert sum(len(rows) for rows in regions.values()) == 98
    for element, rows in regions.items():
        names = [read_text(row.find("th")) for row in rows]
        assert names == sorted(names, key=danish_order)
        assert names == [place.name for place in official.kommuner if f"r{place.region}" == element]


@pytest.mark.parametrize("key", REAL)
def test_every_indicator_of_the_map_has_its_list(client, official, key):
    address = list_address(key, official.registry.roles.main)
    response = client.get(address)
    assert response.status_code == 200
    root = parse(response.text)
    rows = {read_text(row.find("th")): row for rows in rows_of(root).values() for row in rows}
    for place in official.kommuner:
        entry = official.profile(place.code)[key]
        name, value, rank = rows[place.name]
        assert dict(list_links(name)) == {place.name: place_address(place)}
        assert format_reading(entry.reading, entry.indicator) in read_text(value).lower()  # what is missing has its reason
        assert read_text(rank) == (str(entry.rank.position) if entry.rank else "")
    assert f'<link rel="canonical" href="http://localhost{address}">' in response.text


def test_the_list_leads_to_all_other_indicators(client, official):
    main = official.registry.roles.main
    links = {href for _, href in list_links(parse(client.get("/kommuner").text))}
    assert {list_address(key, main) for key in REAL if key != main} <= links


def test_the_main_indicator_has_one_address_only(client, official):
    response = client.get(f"/kommuner/{official.registry.roles.main}")
    assert (response.status_code, response.headers["Location"]) == (301, "/kommuner")


@pytest.mark.parametrize("key", ["findes-ikke", "0326"])
def test_what_is_no_indicator_is_404(client, key):
    assert client.get(f"/kommuner/{key}").status_code == 404


@pytest.mark.parametrize("key", ["folketal", "beboere"])
def test_a_figure_that_is_not_on_the_map_leads_to_the_list_for_now(client, key):
    response = client.get(f"/kommuner/{key}")
    assert (response.status_code, response.headers["Location"]) == (302, "/kommuner")
