"""The settings for the scripts, written into the page once as JSON: addresses, codes, choices, ready-made sentences."""

from typing import Any

from components.address.view import link
from components.atlas import Atlas
from components.map.svg import list_fills
from components.markup import html, ids
from components.markup.html import Element
from components.markup.render import to_html
from components.screen.picker import GROUPS, list_indicators, list_places
from components.wording import texts
from components.wording.organisation import HEADING
from components.wording.validity import describe_move
from data.place import COUNTRY, PlaceKind
from data.profile.figures import Figures


def build_setup(figures: Figures, atlas: Atlas) -> dict[str, Any]:
    """Settings for every page with a map and search fields.

    The keys are Danish, as everything in the page is: ``rod`` is the path that the pages lie under, ``land`` the country's code,
    ``flyttet`` by edition the regioner that have become part of another, ``organisationer`` what is said of those that are found (None:
    there are none to be searched), ``tal`` the indicators, ``udgaver`` the editions, ``emner`` the topics, ``par`` the comparisons that
    there are (None: all), ``farver`` the fills of the map's classes, ``rammens`` the parameters that only a frame has, ``valg`` what each
    search field offers: the kommuner stand in the first only, and assets/address/address.js puts them before the others of the second,
    under the heading ``gruppe``.

    Args:
        figures: what can be chosen.
        atlas: the rest.
    """
    choices = atlas.choices
    return {
        "rod": atlas.site.base,
        "land": COUNTRY,
        "kommuner": list(choices.kommuner),
        "omraader": list(choices.areas),
        "flyttet": choices.moved,
        "tal": choices.indicators,
        "udgaver": list(choices.editions),
        "par": atlas.pairs,
        "farver": list_fills(),
        "emner": list(choices.topics),
        "rammens": [],
        "valg": {
            ids.PICK_KOMMUNE: list_places(figures, "kommune"),
            ids.PICK_OTHER: [option for option in list_places(figures, "sammenlign") if option["kode"] not in choices.kommuner],
            ids.PICK_INDICATOR: list_indicators(figures),
        },
        "gruppe": GROUPS[PlaceKind.KOMMUNE],
        "organisationer": _name_organisations(figures) if figures.organisations is not None else None,
        "beskeder": texts.NOTICES | {code: describe_move(place) for code, place in atlas.archive.newest.former.items()},
        "forslag": texts.SUGGESTIONS,
        "fjern": texts.REMOVE,
        "seAlle": texts.SEE_ALL,
        "hentefejl": to_html(_build_failure(texts.FETCH_FAILED, texts.TRY_AGAIN, "proev-igen")),
        "ubygget": to_html(_build_failure(texts.NOT_BUILT, texts.REMOVE_COMPARISON, "fjern", sammenlign="")),
        "sidetitel": texts.TITLE,
    }


def _name_organisations(figures: Figures) -> dict[str, Any]:
    """The heading of those that are found, and where each has homes; the places that say it as most do ("i Roskilde") are left out."""
    usual = {place.code: texts.WITHIN.format(sted=place.name) for place in figures.kommuner}
    others = {place.code: place.where for place in figures.kommuner if place.where != usual[place.code]}
    return {"gruppe": HEADING, "hvor": {"andre": texts.WITHIN} | others}


def _build_failure(sentence: str, way_out: str, name: str, **changes: str) -> Element:
    return html.Div([html.P(sentence), html.A(way_out, href=link(**changes), className=name)], className="hentefejl", role="alert")
