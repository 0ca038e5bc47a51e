"""What a screen reader gets of the dashboard once plotly has drawn: the figures of the profiles, with trend and comparison."""

from components.panel.comparison.pairing import list_pairs
from components.wording.formats import format_figure, format_value, name_briefly
from components.wording.part import format_part_of_whole
from components.wording.spoken.map import MapWords, describe_map
from components.wording.trend import name_trend
from data.place import COUNTRY

PAIR = ("0326", "0265")
HEADS = ["Tal", "A: Kalundborg", "98 kommuner", "B: Roskilde", "Forskel"]
OPEN_ALL = "document.querySelectorAll('#side details').forEach(each => (each.open = true))"


class Heard:
    """The accessibility tree: what is left out of it is not heard."""

    def __init__(self, page):
        session = page.context.new_cdp_session(page)
        self._nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
        session.detach()
        self._root = next(iter(self._nodes.values()))

    def find(self, role, within=None):
        """The nodes of a role, in reading order."""
        return [node for node in self._walk(within or self._root) if not node["ignored"] and node["role"]["value"] == role]

    def name(self, node):
        """Its name; of a cell or paragraph without one its text."""
        said = node.get("name", {}).get("value") or "".join(text["name"]["value"] for text in self.find("StaticText", node))
        return said.replace("\u00a0", " ")

    def _walk(self, node):
        yield node
        for child in node.get("childIds", []):
            yield from self._walk(self._nodes[child])

    def read_tables(self):
        """By its caption, of each table the names of its columns, and of each row the name and the cells."""
        found = {}
        for table in self.find("table"):
            rows = [row for row in self.find("row", table) if self.find("rowheader", row)]
            cells = {self.name(self.find("rowheader", row)[0]): list(map(self.name, self.find("cell", row))) for row in rows}
            found[self.name(table)] = (list(map(self.name, self.find("columnheader", table))), cells)
        return found


def expect_rows(pairs, figures):
    """By its name, the two numbers of each row of a comparison, as they are heard."""

    def say(entry):
        part = format_part_of_whole(entry, figures.registry.group_of(entry.indicator))
        said = format_value(entry.reading.value, entry.indicator) + (f" ({part})" if part else "")
        return said.replace("\u00a0", " ")

    return {name_briefly(pair.entries[0].indicator): tuple(map(say, pair.entries)) for pair in pairs}


def test_the_figures_of_both_places_are_heard_after_plotly_has_drawn(visit, production, official):
    registry, main = official.registry, official.registry.main
    profiles = tuple(official.profile(code) for code in PAIR)
    with visit(production) as page:
        page.open_with_graphs("/?kommune=0326&sammenlign=0265")
        page.page.evaluate(OPEN_ALL)
        page.page.locator("#panel-udvikling").scroll_into_view_if_needed()
        page.page.wait_for_selector("#udvikling-plads.med-graf #udvikling path.js-line")
        for width in (1280, 390):
            page.page.set_viewport_size({"width": width, "height": 900})
            page.rest()
            heard = Heard(page.page)
            tables = heard.read_tables()
            check_comparison(tables, profiles, official)
            check_trend(tables[name_trend(main)], [*profiles, official.profile(COUNTRY)], main)
            assert [node for role in ("image", "SvgRoot", "img") for node in heard.find(role) if not heard.name(node)] == []
            topics = [heard.name(node) for node in heard.find("DisclosureTriangle") if "A: Kalundborg" in heard.name(node)]
            assert len(topics) == len(registry.topics)
        check_description(page, official)
        check_profile(page, official.profile("0825"))


def check_comparison(tables, profiles, figures):
    pairs = list_pairs(profiles, list(figures.registry.groups.values()))
    expected, found = expect_rows(pairs, figures), {}
    for heads, rows in tables.values():
        if heads == HEADS:
            found |= {name: (cells[0], cells[2]) for name, cells in rows.items()}
            assert all(len(cells) == 4 and cells[3] for cells in rows.values())
    assert found == expected
    assert {topic.title for topic in figures.registry.topics} <= tables.keys()


def check_trend(table, profiles, indicator):
    heads, rows = table
    assert heads == ["År", "A: Kalundborg", "B: Roskilde", "Hele landet"]
    series = [dict(profile[indicator.key].series) for profile in profiles]
    assert list(rows) == list(series[0])
    for year, cells in rows.items():
        known = [each[year] for each in series]
        said = ["ikke offentliggjort" if value is None else format_value(value, indicator).replace("\u00a0", " ") for value in known]
        assert cells == said


def check_description(page, figures):
    """It follows the indicator, and its lines follow the places."""
    assert read(page, "#kort-beskrivelse p") == describe(figures, figures.registry.main)
    kalundborg, roskilde = "Kalundborg · 15,7 pct. · midt i feltet, nr. 49 af 98", "Roskilde · 20,0 pct. · 28.-højeste af 98"
    assert read(page, "#kort-steder li") == [kalundborg, roskilde]
    page.page.evaluate("danmarkskort.goTo('?kommune=0825&sammenlign=&tal=husleje_privat')")
    page.page.wait_for_function("document.querySelector('#kort-beskrivelse').textContent.includes('private lejeboliger')")
    assert read(page, "#kort-beskrivelse p") == describe(figures, figures.registry["husleje_privat"])
    assert read(page, "#kort-steder li") == ["Læsø · udeladt i kilden af hensyn til fortrolighed"]


def check_profile(page, profile):
    """Every figure of one place, with its name before it."""
    page.heading(profile.place.full_name)
    page.page.evaluate(OPEN_ALL)
    heard = Heard(page.rest().page)
    said = " ".join(heard.name(node) for role in ("StaticText", "DisclosureTriangle") for node in heard.find(role))
    for entry in profile.entries.values():
        if entry.reading.value is not None:
            assert format_figure(entry.reading.value, entry.indicator) in said, entry.indicator.key
            assert entry.indicator.label in said or entry.indicator.short in said, entry.indicator.key


def describe(figures, indicator):
    entries = {place.code: figures.profile(place.code)[indicator.key] for place in figures.kommuner}
    told = describe_map(MapWords(indicator, entries, figures.places, figures.profile(COUNTRY)[indicator.key]))
    return [text.replace("\u00a0", " ") for text in told]


def read(page, selector):
    return [text.replace("\u00a0", " ") for text in page.page.locator(selector).all_text_contents()]
