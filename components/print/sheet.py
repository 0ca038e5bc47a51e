"""The kommuneark: a place's figures, or two places', as the finished words and pictures that are printed on a sheet of paper."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from components import theme
from components.address.pages import SOURCE_PAGE
from components.address.site import without_scheme
from components.address.view import View, to_query
from components.map.model import build_map_model
from components.print.drawn.pictures import Picture, draw_qr_code, draw_sheet_map, draw_sheet_swarm, draw_sheet_trend
from components.print.notes import write_notes
from components.print.rows import Section, compare_sections, list_sections
from components.wording import texts
from components.wording.difference import summarise_pair
from components.wording.formats import format_date
from components.wording.gap import HEADING, list_gaps, list_only_one
from components.wording.organisation import print_list
from components.wording.standing import name_as_heading
from components.wording.story.tell import tell_theme
from components.wording.summary import summarise
from components.wording.trend import write_trend_note
from components.wording.validity import describe_validity
from data.place import COUNTRY, Place, PlaceKind
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.welcome.story import Theme, load_story
from geodata.drawing import Drawing

PAGES = (1, 2)  # how many a kommuneark may have
BOTH_SIDES = 2
Sheet = dict[str, Any]


def build_sheet(code: str, figures: Figures, drawing: Drawing, address: str, other: str | None = None, pages: int = BOTH_SIDES) -> Sheet:
    """Everything that stands on a kommuneark, as texts, numbers and SVG that need no more formatting.

    Args:
        code: the kommune.
        figures: the figures, as they may leave the page.
        drawing: the borders.
        address: where the page is, with its slash: "https://kort.bl.dk/"; without a host there is no QR code.
        other: a second kommune, a region or the country, to print beside it.
        pages: 2 for a sheet printed on both sides; 1 leaves the definitions out.

    Raises:
        KeyError: there is no such place.
    """
    places = [figures.profile(each) for each in (code, other) if each]
    registry, main = figures.registry, figures.registry.main
    view = address + to_query(View(code, other, main.key, figures.edition.name if figures.edition else None), main.key)
    return {
        "pages": pages,
        "language": "da",
        **_write_head(places, figures),
        **_write_body(places, figures),
        "organisations": None if other else asdict(print_list(places[0].place, figures.organisations)),
        "gaps": {"title": HEADING, "sentences": _list_gaps(places, registry)},
        "map": asdict(draw_sheet_map(build_map_model(main, figures), drawing, places)),
        "swarms": [asdict(swarm) for swarm in _draw_swarms(places, figures)],
        "trend": asdict(draw_sheet_trend(places, figures.profile(COUNTRY), main)) | {"note": _write_trend_note(places, main)},
        "code": _write_code(view),
        "facts": [asdict(fact) for fact in figures.facts],
        "notes": asdict(write_notes(places, registry)),
        "words": texts.KOMMUNEARK | {"definitions_at": without_scheme(address) + SOURCE_PAGE},
        "colours": _list_colours(),
    }


def _write_code(view: str) -> dict[str, str]:
    """The QR code and its address; empty texts where the host is not known, since paper can't be corrected."""
    if "://" not in view:
        return {"svg": "", "alt": "", "title": "", "url": "", "address": ""}
    return asdict(draw_qr_code(view)) | {"url": view, "address": without_scheme(view)}


def _write_trend_note(places: Sequence[KommuneProfile], main: Indicator) -> str:
    return write_trend_note(((profile.place.name, profile[main.key].series) for profile in places), main)


def _write_head(places: Sequence[KommuneProfile], figures: Figures) -> Sheet:
    names = [name_as_heading(profile) for profile in places]
    registry, edition = figures.registry, figures.edition
    is_pair = len(places) > 1
    main, rent = registry.roles.main, registry.roles.rent
    return {
        "title": " og ".join(names),
        "names": names,
        "short": [profile.place.name for profile in places],
        "country": figures.places[COUNTRY].name if places[-1].place.kind is not PlaceKind.COUNTRY else "",
        "region": _tell_days(places) if is_pair else _name_region(figures.places[places[0].place.region]),
        "summary": summarise_pair((places[0], places[1]), registry) if is_pair else summarise(places[0], places[0][main], places[0][rent]),
        "edition": f"Udgave {edition.name} · {format_date(edition.date)}" if edition else "",
        "date": edition.date if edition else "",
        "example": figures.with_examples,
    }


def _name_region(region: Place) -> str:
    validity = describe_validity(region)
    return f"{region.name} ({validity})" if validity else region.name


def _tell_days(places: Sequence[KommuneProfile]) -> str:
    """From when or until when the places of a pair are what they are; empty where no change is known."""
    told = ((profile.place.name, describe_validity(profile.place)) for profile in places)
    return " · ".join(f"{name}: {validity}" for name, validity in told if validity)


def _write_body(places: Sequence[KommuneProfile], figures: Figures) -> Sheet:
    """The figures: of one place by the themes of the story, and after them what stands in none; of two places as tables."""
    if len(places) > 1:
        tables = compare_sections((places[0], places[1]), figures.registry)
        return {"tables": [asdict(section) for section in tables], "strip_key": ""}
    sections, story = list_sections(places[0], figures), load_story(figures.registry)
    told = [panel for theme in story for panel in theme.panels]
    rest = [panel for panel in figures.registry.panels if panel not in told]
    main = next((row for section in sections for row in section.rows if row.is_main), None)
    themes = [_write_theme(theme, places[0], sections, figures) for theme in story]
    return {
        "main": main and asdict(main),
        "themes": themes,
        "rest": _list_topics(rest, sections, figures),
        "strip_key": _explain_strips(places[0]),
    }


def _explain_strips(profile: KommuneProfile) -> str:
    return texts.KOMMUNEARK["strip_key"].replace("{navn}", profile.place.name)


def _write_theme(theme: Theme, profile: KommuneProfile, sections: Sequence[Section], figures: Figures) -> Sheet:
    return {
        "title": theme.title,
        "introduction": theme.introduction,
        "sentences": [[asdict(run) for run in sentence] for sentence in tell_theme(theme, profile, figures.registry)],
        "topics": _list_topics(theme.panels, sections, figures),
    }


def _list_topics(panels: Sequence[str], sections: Sequence[Section], figures: Figures) -> list[Sheet]:
    """Each of the panels with its sections, where it has other figures than the main one."""
    known = {key: [one for one in sections if one.panel == key and _has_more(one)] for key in panels}
    return [
        {"title": figures.registry.panels[key].title, "sections": [asdict(one) for one in found]} for key, found in known.items() if found
    ]


def _has_more(section: Section) -> bool:
    """Whether a section has something besides the main figure, which leads the sheet."""
    return section.total is not None or any(not row.is_main for row in section.rows)


def _draw_swarms(places: Sequence[KommuneProfile], figures: Figures) -> list[Picture]:
    """The swarm of each kommune; a region or the country is none of the dots, and stands on the others' scale."""
    kommuner = [profile for profile in places if profile.place.kind is PlaceKind.KOMMUNE]
    drawn = (draw_sheet_swarm(profile[figures.registry.roles.main], profile.place.code, figures) for profile in kommuner)
    return [swarm for swarm in drawn if swarm]


def _list_gaps(places: Sequence[KommuneProfile], registry: Registry) -> list[str]:
    only_one = list_only_one((places[0], places[1])) if len(places) > 1 else []
    return [*only_one, *list_gaps(places, registry)]


def _list_colours() -> dict[str, str]:
    names = ("INK", "DIM", "LINE", "PAPER", "CARD", "ACCENT", "SECOND", "HATCH_GROUND", "HATCH_LINE", "EXAMPLE_NOTE")
    return {name.lower(): getattr(theme, name) for name in names}
