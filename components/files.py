"""Links to the figures as files: a place's, a comparison's, the whole table's, and the map as a picture."""

from dash import html
from dash.development.base_component import Component

from components.attribute import aria
from components.edition import edition_query
from data.figures import Figures
from data.place import TO_ASCII, Place
from data.registry import Indicator

API = "/api/v1"
FORMS = {"xlsx": "Excel", "dansk.csv": "CSV til dansk Excel", "csv": "CSV til maskiner", "json": "JSON"}
NO_EXAMPLES = "Eksempeltal er ikke med i filerne."


def build_place_files(place: Place, figures: Figures) -> Component:
    """All figures of a place."""
    return _build_section("Hent tallene", f"Hent tallene for {place.full_name}", f"{API}/kommuner/{place.code}", figures)


def build_pair_files(place: Place, other: Place, figures: Figures) -> list[Component]:
    """All figures of two places."""
    said = f"Hent tallene for {place.full_name} og {other.full_name}"
    return [_build_section("Hent sammenligningen", said, f"{API}/sammenligning/{place.code}-{other.code}", figures)]


def build_table_files(indicator: Indicator, figures: Figures) -> list[Component]:
    """An indicator's figures for all places, the map as a picture, and all figures of all."""
    query = edition_query(figures)
    picture = html.A("Kortet som billede (PNG)", href=f"/kort/{indicator.key}.png{query}", className="baer-visning")
    everything = html.A("alle tal for alle kommuner (CSV)", href=f"{API}/noegletal.csv{query}")
    table = _build_section("Hent tabellen", f"Hent tabellen over {indicator.label.lower()}", f"{API}/indikatorer/{indicator.key}", figures)
    described = html.A("beskrivelse for udviklere", href=f"{API}/openapi.json")
    return [table, html.P([picture, " · ", everything, " · ", described], className="filer-mere")]


def _build_section(heading: str, said: str, address: str, figures: Figures) -> Component:
    query = edition_query(figures)
    links = [html.Li(html.A(text, href=f"{address}.{form}{query}", download="")) for form, text in FORMS.items()]
    note = [html.P(NO_EXAMPLES, className="panel-note")] if figures.with_examples else []
    return html.Section([html.H3(heading), html.Ul(links, className="filer"), *note], className="panel panel--filer", **aria(label=said))


def write_plainly(words: str) -> str:
    """For file names, in small letters that every file system takes: "Hele landet" as "hele-landet", "Ærø" as "aeroe"."""
    words = words.lower().replace(" ", "-")
    for letter, plain in TO_ASCII.items():
        words = words.replace(letter, plain)
    return words
