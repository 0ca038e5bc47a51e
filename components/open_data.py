"""The figures as rows for everyone: each row says what it is, of where and when, and where it comes from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from components.formats import format_period
from data.figures import Figures
from data.place import Place
from data.profile import Entry
from data.reading import Reading
from data.registry import Indicator
from data.source import Source

Row = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """A column: its name, JSON type, and what it says. ``or_null`` where it may be empty."""

    name: str
    kind: str
    description: str
    or_null: bool = False


FIELDS = (
    Field("kommune_kode", "string", "Kommunekode med fire cifre; 1081-1085 er regioner, 0000 hele landet"),
    Field("sted", "string", "Kommunens, regionens eller landets navn"),
    Field("indikator", "string", "Tallets nøgle, den samme i alle adresser og filer"),
    Field("navn", "string", "Tallets navn"),
    Field("periode", "string", "Perioden, som tabellerne skriver den: 2026, 2022-2024, 2026K3 eller 2025K3-2026K2", or_null=True),
    Field("periode_tekst", "string", "Perioden i ord"),
    Field("vaerdi", "number", "Værdien i enheden; tom, hvis tallet mangler", or_null=True),
    Field("enhed", "string", "Enheden"),
    Field("status", "string", "officiel, beregnet eller mangler; eksempel kun hvor eksempeltal er slået til"),
    Field("aarsag", "string", "Hvorfor tallet mangler", or_null=True),
    Field("note", "string", "Hvad kilden eller beregningen siger om tallet", or_null=True),
    Field("kilde", "string", "Hvem der har offentliggjort tallet"),
    Field("kilde_titel", "string", "Hvor kilden har det"),
    Field("kilde_link", "string", "Kildens adresse"),
    Field("opdateret", "string", "Kildens egen dato for tabellen, hvor den kendes", or_null=True),
    Field("laest", "string", "Dag eller måned, da tallet er læst hos kilden", or_null=True),
    Field("licens", "string", "Vilkår for brug"),
    Field("definition", "string", "Hvad tallet tæller"),
    Field("naevner", "string", "Hvad der er delt med"),
    Field("plads", "integer", "Plads blandt de kommuner, der har et tal; 1 er det højeste", or_null=True),
    Field("plads_af", "integer", "Hvor mange kommuner der har et tal", or_null=True),
    Field("vist", "boolean", "Om det er det tal, som kortet viser; ellers et ældre tal eller en anden kildes"),
    Field("udgave", "string", "Udgaven, tallet står i"),
)
NAMES = [field.name for field in FIELDS]


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
        "note": reading.note or None,
        **_describe_source(source),
        "definition": indicator.definition,
        "naevner": indicator.denominator,
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
    """An indicator's entry in the registry, with its source, period and coverage in this edition."""
    source = figures.source(indicator)
    return {
        "indikator": indicator.key,
        "navn": indicator.label,
        "kort_navn": indicator.short,
        "enhed": str(indicator.unit),
        "decimaler": indicator.decimals,
        "panel": figures.registry.panels[indicator.panel].title,
        "definition": indicator.definition,
        "naevner": indicator.denominator,
        "note": " ".join(part for part in (indicator.note, indicator.gap_note, indicator.against_note) if part) or None,
        "periode": figures.period(indicator) or None,
        "daekning": figures.coverage(indicator),
        **_describe_source(source),
        "landstal": indicator.method,
    }


def describe_place(place: Place) -> Row:
    """Code, name, and what the place is."""
    return {
        "kommune_kode": place.code,
        "navn": place.name,
        "fuldt_navn": place.full_name,
        "slags": str(place.kind),
        "region_kode": place.region or None,
    }
