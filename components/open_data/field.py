"""The columns of the open data: what API, data package and workbooks say of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """A column: its name, JSON type, and what it says. ``or_null`` where it may be empty."""

    name: str
    kind: str
    description: str
    or_null: bool = False


KOMMUNE = Field("kommune_kode", "string", "Kommunekode med fire cifre; også regioners koder, og 0000 for hele landet")
INDICATOR = Field("indikator", "string", "Tallets nøgle, den samme i alle adresser og filer")
LABEL = Field("navn", "string", "Tallets navn")
PERIOD = Field("periode", "string", "Perioden, som tabellerne skriver den: 2026, 2022-2024, 2026K3 eller 2025K3-2026K2", or_null=True)
UNIT = Field("enhed", "string", "Enheden")
SOURCE = (
    Field("kilde", "string", "Hvem der har offentliggjort tallet"),
    Field("kilde_titel", "string", "Hvor kilden har det"),
    Field("kilde_link", "string", "Kildens adresse"),
    Field("opdateret", "string", "Kildens egen dato for tabellen, hvor den kendes", or_null=True),
    Field("laest", "string", "Dag eller måned, da tallet er læst hos kilden", or_null=True),
    Field("licens", "string", "Vilkår for brug"),
)
DEFINITION = (
    Field("definition", "string", "Hvad tallet tæller"),
    Field("naevner", "string", "Hvad der er delt med"),
    Field("grundlag", "string", "Hvad tallet handler om: almene boliger, alle boliger, alle husstande, alle bygherrer og så videre"),
)
EDITION = Field("udgave", "string", "Udgaven, tallet står i")

FIGURES = (
    KOMMUNE,
    Field("sted", "string", "Kommunens, regionens eller landets navn"),
    INDICATOR,
    LABEL,
    PERIOD,
    Field("periode_tekst", "string", "Perioden i ord"),
    Field("vaerdi", "number", "Værdien i enheden; tom, hvis tallet mangler", or_null=True),
    UNIT,
    Field("status", "string", "officiel, beregnet eller mangler; eksempel kun hvor eksempeltal er slået til"),
    Field("aarsag", "string", "Hvorfor tallet mangler", or_null=True),
    Field("note", "string", "Hvad kilden eller beregningen siger om tallet", or_null=True),
    *SOURCE,
    *DEFINITION,
    Field(
        "plads", "integer", "Plads blandt de kommuner, der har et tal; 1 er det højeste. Antal og foreløbige tal har ingen", or_null=True
    ),
    Field("plads_af", "integer", "Hvor mange kommuner der har et tal", or_null=True),
    Field("vist", "boolean", "Om det er det tal, som kortet viser; ellers et ældre tal eller en anden kildes"),
    EDITION,
)
PLACES = (
    KOMMUNE,
    Field("navn", "string", "Stedets navn"),
    Field("fuldt_navn", "string", "Navnet, som det står i en sætning: Københavns Kommune"),
    Field("slags", "string", "kommune, region eller land"),
    Field("region_kode", "string", "Regionen, som kommunen ligger i på udgavens dag", or_null=True),
    Field("gyldig_fra", "string", "Første dag, hvor rækken gælder; tom, hvis den altid har gjort det", or_null=True),
    Field("gyldig_til", "string", "Sidste dag, hvor rækken gælder; tom, hvis ingen ændring er kendt", or_null=True),
    Field("afloest_af", "string", "Koden på den region, som regionen derefter er en del af", or_null=True),
)
INDICATORS = (
    INDICATOR,
    LABEL,
    Field("kort_navn", "string", "Navnet, hvor der er lidt plads"),
    UNIT,
    Field("decimaler", "integer", "Hvor mange decimaler siden viser"),
    Field("panel", "string", "Gruppen, som tallet står i på siden"),
    *DEFINITION,
    Field("note", "string", "Kendte grænser", or_null=True),
    Field("periode", "string", "Perioden, som kommunerne vises og sammenlignes i", or_null=True),
    Field("daekning", "integer", "Hvor mange af de 98 kommuner der har et tal"),
    *SOURCE,
    Field("landstal", "string", "Hvordan regionens og landets tal er regnet ud, hvor kilden ikke har et"),
)
ORGANISATIONS = (
    KOMMUNE,
    Field("kommune", "string", "Kommunens navn"),
    Field("navn", "string", "Boligorganisationens navn"),
    Field("hjemmeside", "string", "Adressen på dens hjemmeside", or_null=True),
    Field("telefon", "string", "Telefonnummer, som det skrives", or_null=True),
    Field("mail", "string", "Organisationens mailadresse", or_null=True),
    Field("kontakt", "string", "Den funktion, man skal spørge efter", or_null=True),
    Field("boliger", "integer", "Hvor mange almene boliger den har i kommunen", or_null=True),
    Field("medlem_af_bl", "boolean", "Om den er medlem af BL", or_null=True),
    Field("kilde", "string", "Hvad listen kommer fra"),
    Field("dato", "string", "Dagen, da listen er gjort op"),
    EDITION,
)
EDITIONS = (
    Field("udgave", "string", "Udgavens navn i adresser"),
    Field("titel", "string", "Hvad tallene kommer fra"),
    Field("dato", "string", "Dagen, da udgaven blev lavet"),
    Field("steder_pr", "string", "Dagen, som udgavens kommuner og regioner er fra"),
    Field("aendret", "string", "Hvad der er nyt i den"),
)
ANSWER = (  # what an answer in JSON says before its rows
    Field("udgave", "string", "Udgaven, som rækkerne er fra"),
    Field("antal", "integer", "Hvor mange rækker der er"),
)


def list_names(fields: Iterable[Field]) -> list[str]:
    """The headings, in order."""
    return [field.name for field in fields]
