"""The search fields and their options. assets/screen/picker.js makes comboboxes of them."""

from typing import TypedDict

from components.markup import html
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.wording.coverage import NOT_ON_MAP, list_unmapped
from components.wording.formats import name_figure
from components.wording.validity import name_with_validity
from data.place import Place, PlaceKind
from data.profile.figures import Figures
from data.registry.indicator import Indicator


class Option(TypedDict):
    """One option of a search field, as it stands in the page's JSON: the script reads the Danish names.

    Attributes:
        navn: what the list shows.
        soeg: lower-case words by which it is found besides its name and its code.
        gruppe: heading of its group; empty where there is only one group.
        kode: the place's code or the indicator's key, from which the script makes the link; empty where it can't be chosen.
    """

    navn: str
    soeg: str
    gruppe: str
    kode: str


GROUPS = {
    PlaceKind.KOMMUNE: "Kommuner",
    PlaceKind.REGION: "Regioner og landet",
    PlaceKind.COMING: "Regioner og landet",
    PlaceKind.COUNTRY: "Regioner og landet",
}


def build_picker(element: str, label: str, hint: str) -> Element:
    """A label, a slot for the text field and an empty list below it.

    The script makes the field itself and ties the label to it: ``dcc.Input`` keeps its text in Dash's store and would overwrite what
    the script sets. The options are in the page's JSON (``list_places``, ``list_indicators``).

    Args:
        element: id of the field.
        label: what is looked for.
        hint: shown in the empty field.
    """
    return html.Div(
        [
            html.Label(label),
            html.Div(className="felt-plads", **data(felt=element, hjaelp=hint)),
            html.Ul(id=f"{element}-liste", role="listbox", hidden=True, **aria(label=label)),
            html.Span(className="ingen-forslag skaermlaeser"),
        ],
        className="soegefelt",
    )


def list_places(figures: Figures, parameter: str) -> list[Option]:
    """The kommuner as options; for the parameter "sammenlign" also the regioner, those that begin later too, and the country."""
    kinds = [PlaceKind.KOMMUNE] if parameter == "kommune" else list(PlaceKind)
    places = sorted((place for place in figures.places.values() if place.kind in kinds), key=lambda place: kinds.index(place.kind))
    return [
        Option(
            navn=name_with_validity(place),
            soeg=list_further_words(place),
            gruppe=GROUPS[place.kind] if len(kinds) > 1 else "",
            kode=place.code,
        )
        for place in places
    ]


def list_further_words(place: Place) -> str:
    """The words that find a place and are neither in its name nor its code: a frame bears them 98 times, and has to be light.

    >>> list_further_words(Place("0492", "Ærø", "Ærø Kommune", PlaceKind.KOMMUNE))
    'kommune aeroe aro'

    Args:
        place: of any kind.
    """
    known = {*place.name.lower().split(), place.code, place.code.lstrip("0")}
    return " ".join(word for word in place.search_words.split() if word not in known)


def list_indicators(figures: Figures) -> list[Option]:
    """The indicators that may stand on the map, grouped by panel; then those that may not, with why, which lead nowhere.

    One that does not cover all kommuner says so: "Husleje i private lejeboliger (95 af 98 kommuner)". Parts of a whole that may not are
    listed as one: "Almene boliger efter bygningstype: antal …".
    """
    registry = figures.registry
    order = list(registry.panels)
    shown = sorted(figures.mappable, key=lambda one: order.index(registry.panel_of(one).key))
    options = [_make_option(one, _name_with_coverage(one, figures), registry.panel_of(one).title) for one in shown]
    return options + [
        Option(navn=f"{name}: {why}", soeg=f"{name} {words}".lower(), gruppe=NOT_ON_MAP, kode="")
        for name, why, words in list_unmapped(figures)
    ]


def _make_option(indicator: Indicator, name: str, group: str) -> Option:
    words = f"{name_figure(indicator)} {indicator.short} {group} {indicator.unit}".lower()
    return Option(navn=name, soeg=words, gruppe=group, kode=indicator.key)


def _name_with_coverage(indicator: Indicator, figures: Figures) -> str:
    covered, kommuner = figures.coverage(indicator), len(figures.kommuner)
    name = name_figure(indicator)
    return name if covered == kommuner else f"{name} ({covered} af {kommuner} kommuner)"
