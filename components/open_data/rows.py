"""The rows of the open data: every row has its indicator, place, period, status, source and definition."""

from collections.abc import Collection, Iterator

from components.open_data.field import Row
from components.wording.formats import format_period
from components.wording.standing import PROVISIONAL_NOTE
from data.place import Place
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.reading import Reading
from data.registry.indicator import Indicator
from data.registry.source import Source
from data.store.edition import Edition


def list_rows(places: Collection[Place], indicators: Collection[Indicator], figures: Figures) -> Iterator[Row]:
    """A row per place, indicator, period and source: the shown figure first, then older ones, then what others say.

    Args:
        places: which places, in order.
        indicators: which indicators, in order.
        figures: the edition.
    """
    for place in places:
        profile = figures.profile(place.code)
        for indicator in indicators:
            entry = profile[indicator.key]
            yield _build_row(place, entry, entry.reading, figures, is_shown=True)
            older = [reading for reading in reversed(entry.history) if reading != entry.reading]
            others = [other.reading for other in entry.alternatives]
            yield from (_build_row(place, entry, reading, figures, is_shown=False) for reading in (*older, *others))


def _build_row(place: Place, entry: Entry, reading: Reading, figures: Figures, *, is_shown: bool) -> Row:
    indicator, source = entry.indicator, figures.registry.sources[reading.source]
    rank = entry.rank if is_shown else None
    provisional = [PROVISIONAL_NOTE] if reading.value is not None and figures.is_provisional(indicator, reading.period) else []
    return {
        "kommune_kode": place.code,
        "sted": place.name,
        "indikator": indicator.key,
        "navn": indicator.label,
        "periode": reading.period or None,
        "periode_tekst": format_period(indicator.period, reading.period).replace("\u00a0", " "),
        "vaerdi": reading.value,
        "enhed": str(indicator.unit),
        "status": str(reading.status),
        "aarsag": str(reading.reason) if reading.reason else None,
        "note": " ".join([*provisional, *([reading.note] if reading.note else [])]) or None,
        **_describe_source(source),
        "definition": indicator.definition,
        "naevner": indicator.denominator,
        "grundlag": str(indicator.base),
        "plads": rank.position if rank else None,
        "plads_af": rank.of if rank else None,
        "vist": is_shown,
        "udgave": figures.edition.name if figures.edition else "",
    }


def _describe_source(source: Source) -> Row:
    return {
        "kilde": source.publisher,
        "kilde_titel": source.title,
        "kilde_link": source.link,
        "opdateret": source.updated or None,
        "laest": source.read or None,
        "licens": source.licence,
    }


def describe_indicator(indicator: Indicator, figures: Figures) -> Row:
    """A row of the table of indicators: the registry's entry, with source, period and coverage in this edition."""
    source = figures.source(indicator)
    return {
        "indikator": indicator.key,
        "navn": indicator.label,
        "kort_navn": indicator.short,
        "enhed": str(indicator.unit),
        "decimaler": indicator.decimals,
        "panel": figures.registry.panel_of(indicator).title,
        "definition": indicator.definition,
        "naevner": indicator.denominator,
        "grundlag": str(indicator.base),
        "note": " ".join(part for part in (indicator.note, indicator.gap_note, indicator.against_note) if part) or None,
        "periode": figures.period(indicator) or None,
        "daekning": figures.coverage(indicator),
        **_describe_source(source),
        "landstal": indicator.method,
    }


def describe_place(place: Place) -> Row:
    """A row of the table of places: code, name, kind and region, and from when to when they hold."""
    return {
        "kommune_kode": place.code,
        "navn": place.name,
        "fuldt_navn": place.full_name,
        "slags": str(place.kind),
        "region_kode": place.region or None,
        "gyldig_fra": place.valid_from or None,
        "gyldig_til": place.valid_to or None,
        "afloest_af": place.successor or None,
    }


def list_organisations(places: Collection[Place], figures: Figures) -> Iterator[Row]:
    """A row per kommune and housing organisation; none where their list has not come."""
    listed = figures.organisations
    for place in places:
        for one in listed.of_kommune(place.code) if listed else ():
            yield {
                "kommune_kode": place.code,
                "kommune": place.name,
                "navn": one.name,
                "hjemmeside": one.website or None,
                "telefon": one.phone or None,
                "mail": one.email or None,
                "kontakt": one.contact or None,
                "boliger": one.dwellings,
                "medlem_af_bl": one.is_member,
                "kilde": listed.title if listed else "",
                "dato": listed.read if listed else "",
                "udgave": figures.edition.name if figures.edition else "",
            }


def describe_edition_row(edition: Edition) -> Row:
    """A row of the table of editions: name, title, date, the day of its places, and what is new."""
    return {
        "udgave": edition.name,
        "titel": edition.title,
        "dato": edition.date,
        "steder_pr": edition.day,
        "aendret": edition.changed,
    }
