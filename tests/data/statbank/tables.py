"""The tables of the local StatBank: variables, codes and Danish texts, as the tables' own descriptions of 2026 have them.

Of BOL201 no description was at hand: ``make_bol201`` gives it in several plausible shapes.
"""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from data.place import COUNTRY, PlaceKind
from data.place_table import load_places
from tests.days import TODAY

TOTAL = "TOT"
PLACES = load_places(TODAY)
KOMMUNER = [place.code[1:] for place in PLACES.values() if place.kind is PlaceKind.KOMMUNE]
REGIONS = {place.code[1:]: place.name for place in PLACES.values() if place.kind is PlaceKind.REGION}
LANDSDELE = {"01": "Landsdel Byen København", "11": "Landsdel Nordjylland"}  # two of eleven, which nobody asks for
CHRISTIANSOE = "411"  # has no figures here


def list_members(region):
    return [place.code[1:] for place in PLACES.values() if place.region == f"1{region}"]


AREAS = {COUNTRY[1:]: "Hele landet", **REGIONS, **LANDSDELE, **{place.code[1:]: place.name for place in PLACES.values()
         if place.kind is PlaceKind.KOMMUNE}, CHRISTIANSOE: "Christiansø"}  # fmt: skip
AREA_MEMBERS = {COUNTRY[1:]: KOMMUNER, **{code: list_members(code) for code in REGIONS},
                **{code: [] for code in (*LANDSDELE, CHRISTIANSOE)}}  # fmt: skip


def as_texts(codes):
    return {str(code): str(code) for code in codes}


EJER = {"10": "Privatpersoner inkl I/S", "20": "Almene boligselskaber", "30": "A/S, ApS og andre selskaber",
        "41": "Private andelsboligforeninger", "SK": "Offentlig myndighed", "UOP2": "Andet el uoplyst"}  # fmt: skip
BEBO = {"1000": "Boliger med CPR tilmeldte personer (beboede boliger)", "2000": "Boliger uden CPR tilmeldte personer (ubeboede boliger)",
        "5000": "Fritidshuse uden CPR tilmeldte personer (ubeboede fritidshuse)"}  # fmt: skip
USE = {"125": "Parcel/Stuehuse", "130": "Række-, kæde- og dobbelthuse", "140": "Etageboliger", "150": "Kollegier",
       "160": "Døgninstitutioner", "565": "Fritidshuse", "570": "Andet"}  # fmt: skip
TENURE = {"EJ": "Beboet af ejer", "LEJ": "Beboet af lejer", "IB": "Ikke benyttet bolig", "UOPL": "Uoplyst"}
BUILT = {"-1899": "Før 1900", **as_texts(["1900-1919", *(f"{year}-{year + 9}" for year in range(1920, 2000, 10)), "2000-2004"]),
         **as_texts(range(2005, 2026)), "UOPL": "Uoplyst"}  # fmt: skip
BUILDING = {"110": "Stuehuse", "120": "Parcelhuse", "130": "Række-, kæde- og dobbelthuse", "140": "Etageboliger", "150": "Kollegier",
            "160": "Døgninstitutioner", "190": "Anden helårsbeboelse", "009": "Øvrige bygninger", "UOPL": "Ufordelt, uoplyst"}  # fmt: skip
BYGHERRE = {"10+30+40+90": "Private, I/S, A/S, ApS og lign.", "20": "Almene boligselskaber", "41": "Private andelsboligforeninger",
            "SK": "Offentlig myndighed", "UOPL": "Uoplyst"}  # fmt: skip
PHASE = {"2": "Påbegyndt byggeri", "3": "Fuldført byggeri", "4": "Byggeri under opførelse", "1": "Tilladt byggeri"}
MEAN = {"GNSAB": "Gennemsnitlig areal pr. bolig (m2)", "GNSAP": "Gennemsnitligt areal per person (m2)",
        "GNSPB": "Gennemsnitlig personer pr. bolig (Antal)"}  # fmt: skip
HOUSEHOLD = {"M": "Enlige mænd", "K": "Enlige kvinder", "PAR": "Ægtepar", "PA": "Et par i øvrigt",
             "IHB": "Ikke hjemmeboende børn under 18 år", "AH": "Andre husstande bestående af flere familier"}  # fmt: skip
SIZE = {"1": "1 person", **{str(count): f"{count} personer" for count in range(2, 8)}, "8+": "8 personer eller flere"}
CHILDREN = {"0": "0 børn", "1": "1 barn", **{str(count): f"{count} børn" for count in range(2, 5)}, "5-": "5 børn eller flere"}
SEX = {"1": "Mænd", "2": "Kvinder"}
MARITAL = {"U": "Ugift", "G": "Gift/separeret", "E": "Enke/enkemand", "F": "Fraskilt"}
AGES = {str(age): f"{age} år" for age in range(126)}
QUARTERS = [f"{year}K{quarter}" for year in range(2006, 2027) for quarter in range(1, 5)][:-2]  # to 2026K2
CLOSED = (2021, 2022)  # years of dwellings that were not published
YEARS = [str(year) for year in range(2010, 2027) if year not in CLOSED]


@dataclass(frozen=True)
class Axis:
    """A variable: texts by code; the values that the numbers are kept by, and of the codes that are not one of them which they add up."""

    code: str
    values: dict[str, str]
    can_be_left_out: bool = True
    base: list[str] = field(default_factory=list)
    members: dict[str, list[str]] = field(default_factory=dict)

    @property
    def kept(self):
        return self.base or list(self.values)

    def list_members(self, code):
        return self.members.get(code, [code])


def with_total(axis, code=TOTAL, text="I alt"):
    return replace(axis, values={code: text} | axis.values, base=axis.kept, members=axis.members | {code: axis.kept})


def make_area(name="OMRÅDE"):
    return Axis(name, AREAS, base=KOMMUNER, members=AREA_MEMBERS)


def make_time(periods):
    return Axis("Tid", as_texts(periods), can_be_left_out=False)


TABLES = {
    "BOL101": [make_area(), Axis("BEBO", BEBO, can_be_left_out=False), Axis("ANVENDELSE", USE), Axis("UDLFORH", TENURE), Axis("EJER", EJER),
               Axis("OPFØRELSESÅR", BUILT), make_time(YEARS)],
    "BOL106": [make_area(), Axis("ENHED", MEAN, can_be_left_out=False), with_total(Axis("ANVENDELSE", USE)),
               make_time(range(2010, 2027))],
    "BYGV33": [make_area(), Axis("BYGFASE", PHASE, can_be_left_out=False), Axis("ANVEND", BUILDING), Axis("BYGHERRE", BYGHERRE),
               make_time(QUARTERS)],
    "FOLK1A": [make_area(), with_total(Axis("KØN", SEX)), with_total(Axis("ALDER", AGES), "IALT", "Alder i alt"),
               with_total(Axis("CIVILSTAND", MARITAL)), make_time([*QUARTERS[8:], "2026K3"])],
    "FAM55N": [make_area(), Axis("HUSTYP", HOUSEHOLD), Axis("HUSSTØR", SIZE), Axis("ANTBORNH", CHILDREN), make_time(range(1986, 2027))],
}  # fmt: skip

OLDEST = 105  # the oldest person of BOL201


def _make_ages(*firsts):
    """Groups of ages that begin with these, the last of them open."""
    closed = {f"{first}-{after - 1}": range(first, after) for first, after in pairwise(firsts)}
    return {code: (f"{code} år", ages) for code, ages in closed.items()} | {
        f"{firsts[-1]}-": (f"{firsts[-1]} år og derover", range(firsts[-1], OLDEST + 1))
    }


AGE_GROUPS = {
    "own": _make_ages(0, 6, 18, 25, 30, 40, 50, 65, 80, 90),
    "single": {str(age): (f"{age} år", [age]) for age in range(OLDEST + 1)},
    "five": _make_ages(*range(0, 101, 5)),
    "coarse": _make_ages(0, 18, 30, 65),
    "askew": _make_ages(0, 6, 17, 25, 40, 67),
    "few": _make_ages(0, 25),
}
SEXES = {"MK": {"M": "Mænd", "K": "Kvinder"}, "12": {"1": "Mand", "2": "Kvinde"}}


def make_bol201(ages="own", area="AMT", sexes="MK", *, has_totals=False, asked_for=()):
    """BOL201 in one of the shapes that it may have; ``asked_for`` are the variables that can't be left out."""
    single = [str(age) for age in range(OLDEST + 1)]
    members = {code: [str(age) for age in group] for code, (_, group) in AGE_GROUPS[ages].items()}
    age = Axis("ALDER1", {code: text for code, (text, _) in AGE_GROUPS[ages].items()}, base=single, members=members)
    axes = [Axis("ANVENDELSE", USE), Axis("UDLFORH", TENURE), Axis("EJER", EJER), Axis("OPFØRELSESÅR", BUILT), age,
            Axis("KOEN", SEXES[sexes])]  # fmt: skip
    if has_totals:
        axes = [with_total(axis) for axis in axes]
    return [make_area(area), *(replace(axis, can_be_left_out=axis.code not in asked_for) for axis in axes), make_time(YEARS)]


TABLES["BOL201"] = make_bol201()


def describe(table, axes=None):
    """The answer to ``/tableinfo``."""
    variables = [
        {
            "id": axis.code, "text": axis.code.lower(), "elimination": axis.can_be_left_out, "time": axis.code == "Tid",
            "values": [{"id": code, "text": text} for code, text in axis.values.items()],
        }
        for axis in axes or TABLES[table]
    ]  # fmt: skip
    return {"id": table, "text": f"Tabel {table}", "description": "", "unit": "Antal", "suppressedDataValue": "0",
            "updated": "2026-11-12T08:00:00", "active": True, "footnote": None, "variables": variables}  # fmt: skip
