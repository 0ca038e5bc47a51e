"""Made-up organisations, for the demonstration of the page until BL's list has come.

Nobody can take them for real: every name begins with "Eksempel", every address ends in ".example", which is reserved and leads nowhere,
and every telephone number is 00 00 00 00. They are deterministic: the same kommuner give the same organisations.
"""

import random
from collections.abc import Sequence

from data.organisation.organisation import Organisation, OrganisationList
from data.place import Place

NATIONWIDE = ("Eksempel Boligforening Nord", "Eksempel Boligselskab Danmark", "Eksempelhjem", "Eksempel Ungdomsbo", "Eksempel Seniorbolig")
LOCAL = (
    "Eksempel Andelsbo", "Eksempel Bolig Syd", "Eksempel Boligadministration", "Eksempel Boligforening Fjorden",
    "Eksempel Boligforening Havnen", "Eksempel Boligforening Vest", "Eksempel Boligforening Øst", "Eksempel Boligfællesskab",
    "Eksempel Boligselskabet Bakken", "Eksempel Boligselskabet Skoven", "Eksempel Byggeforening", "Eksempel Fællesbo",
    "Eksempel Gårdboliger", "Eksempel Kollegieboliger", "Eksempel Lejeboligerne Engen", "Eksempel Plejeboliger", "Eksempel Rækkehuse",
    "Eksempel Tegn & Tal Boliger", "Eksempel Ældreboliger", "Eksempel Åboligerne", "Eksempelborg Boligselskab",
    "Eksempelby Arbejderes Boligforening", "Eksempelby Boligselskab", "Eksempelby og Omegns Almennyttige Andelsboligforening af 1942",
    "Eksempeldal Boligforening", "Eksempelholm Boligselskab", "Eksempelhus", "Eksempelhøj Boligforening", "Eksempelkøbing Boligselskab",
    "Eksempellund Boligforening", "Eksempelstrand Boligselskab", "Eksempelsund Boligforening", "Eksempelum Boligselskab",
    "Eksempelvang Boligforening", "Eksempelø Boligselskab",
)  # fmt: skip
FUNCTIONS = ("Kundeservice", "Udlejning", "Direktion", "")
PHONE = "00 00 00 00"
CAPITAL, IN_CAPITAL = "0101", 24  # a list long enough to try a page with
FEWEST, MOST = 2, 9
MANY = 4  # nationwide organisations that a kommune may have
GAP = 0.15  # how often something is not told
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-"})


def make_example_list(kommuner: Sequence[Place]) -> OrganisationList:
    """Organisations of every kommune.

    Args:
        kommuner: the kommuner, without regioner and the country.
    """
    found = tuple(one for place in kommuner for one in _make_organisations(place.code))
    return OrganisationList(
        found, title="Eksempel på en liste over boligorganisationer", read="2025-01-01", responsible="", edition="eksempel"
    )


def _make_organisations(code: str) -> list[Organisation]:
    draw = random.Random(f"{code} organisations")
    count = IN_CAPITAL if code == CAPITAL else draw.randint(FEWEST, MOST)
    nationwide = draw.sample(NATIONWIDE, min(count, draw.randint(1, MANY)))
    names = [*nationwide, *draw.sample(LOCAL, count - len(nationwide))]
    return [_make_organisation(code, name) for name in names]


def _make_organisation(code: str, name: str) -> Organisation:
    draw = random.Random(f"{code} {name}")
    domain = f"{name.lower().replace(' & ', ' og ').translate(LETTERS).replace('eksempel', 'eksempel-', 1).replace('--', '-')}.example"
    site = f"www.{domain}"
    return Organisation(
        kommune=code,
        name=name,
        website=_or_gap(draw, f"https://{site}"),
        phone=_or_gap(draw, PHONE),
        email=_or_gap(draw, f"kontakt@{domain}"),
        contact=draw.choice(FUNCTIONS),
        dwellings=None if draw.random() < GAP else draw.randint(40, 4000),
        is_member=draw.choices((True, False, None), weights=(8, 1, 1))[0],
        is_example=True,
    )


def _or_gap(draw: random.Random, text: str) -> str:
    return "" if draw.random() < GAP else text
