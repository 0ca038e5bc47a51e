"""Sixty addresses on paper and on other pages, of before two regioner became one: each still leads to the right thing afterwards."""

from urllib.parse import urlsplit

import pytest

from tests.components.print.pdf_reading import read_text, squeeze
from tests.two_days import BEFORE

NOTICES = {
    "1084": "Region Hovedstaden er fra 1. januar 2027 en del af Region Østdanmark, som vises i stedet.",
    "1085": "Region Sjælland er fra 1. januar 2027 en del af Region Østdanmark, som vises i stedet.",
}
OLDER = f"udgave={BEFORE}"
NAMES = {"1084": "Region Hovedstaden", "1085": "Region Sjælland"}

# (address, what stands in the answer, and what does not)
PAGES = [
    *((f"{page}?kommune={code}&sammenlign={region}{more}", [NOTICES[region], "Region Østdanmark"], [])
      for page in ("/", "/indlejr") for code, region in (("0326", "1085"), ("326", "1085"), ("0101", "1084"), ("0851", "1084"))
      for more in ("", "&tal=husleje_almen")),
    *((f"{page}?kommune={code}&sammenlign={region}&{OLDER}", [NAMES[region], "31. december 2026, derefter en del af"], [NOTICES[region]])
      for page in ("/", "/indlejr") for code, region in (("0326", "1085"), ("0101", "1084"))),
    ("/indlejr?kommune=0326&sammenlign=1085&paneler=hovedtal&kort=nej&farve=blaa", [NOTICES["1085"]], []),
    ("/kommuner#r1084", ['id="r1084"', "Region Østdanmark"], ["Region Hovedstaden"]),
    ("/kommuner#r1085", ['id="r1085"', "Region Østdanmark"], ["Region Sjælland"]),
    (f"/kommuner?{OLDER}#r1084", ['id="r1084"', "Region Hovedstaden"], []),
    ("/kommuner/husleje_almen#r1085", ['id="r1085"'], ["Region Sjælland"]),
    ("/kommune/0326-kalundborg", ["Region Østdanmark"], ["Region Sjælland"]),
    ("/kommune/0326", ["Region Østdanmark"], []),
    ("/kommune/kalundborg", ["Kalundborg Kommune"], []),
    (f"/kommune/0326-kalundborg?{OLDER}", ["Region Sjælland"], []),
    ("/?kommune=0326", ["Region Østdanmark"], []),
    ("/indlejr/byg?kommune=0326&sammenlign=1085", ["1086"], []),
]  # fmt: skip
PIECES = [
    *((f"/panel/{region}.json", ["Region Østdanmark"], []) for region in NAMES),
    *((f"/panel/{region}.json?{OLDER}", [name], []) for region, name in NAMES.items()),
    *((f"/sammenligning/{code}-{region}.json", ["Region Østdanmark"], [NAMES[region]])
      for code, region in (("0326", "1085"), ("0101", "1084"))),
    *((f"/sammenligning/{code}-{region}.json?{OLDER}", [NAMES[region]], [])
      for code, region in (("0326", "1085"), ("0101", "1084"))),
]  # fmt: skip
DATA = [
    *((f"/api/v1/kommuner/{region}.{form}", ["Region Østdanmark"], [NAMES[region]])
      for region in NAMES for form in ("json", "csv", "dansk.csv")),
    *((f"/api/v1/kommuner/{region}.json?{OLDER}", [NAMES[region]], []) for region in NAMES),
    ("/api/v1/kommuner/84.json", None, []),
    *((f"/api/v1/sammenligning/0326-1085.{form}", ["Region Østdanmark", "Kalundborg"], []) for form in ("json", "csv")),
    (f"/api/v1/sammenligning/0326-1085.json?{OLDER}", ["Region Sjælland"], []),
    ("/api/v1/noegletal.csv?kommune=0326,1085&indikator=folketal", ["Region Østdanmark", "Kalundborg"], ["Region Sjælland"]),
    ("/api/v1/noegletal.json?kommune=1084&indikator=folketal&periode=2026K3", ["Region Østdanmark"], []),
    (f"/api/v1/noegletal.json?kommune=1084&indikator=folketal&{OLDER}", ["Region Hovedstaden"], []),
    ("/api/v1/indikatorer/folketal.csv", ["Region Østdanmark"], ["Region Hovedstaden"]),
    ("/api/v1/kommuner.csv", ["Region Østdanmark"], ["Region Hovedstaden"]),
]  # fmt: skip
PAPER = [
    ("/kommuneark/0326.pdf?sammenlign=1085", ["Region Østdanmark"], ["Region Sjælland"]),
    (f"/kommuneark/0326.pdf?sammenlign=1085&{OLDER}", ["Region Sjælland: til 31. december 2026, derefter en del af"], []),
    ("/kommuneark/0101.pdf?sammenlign=1084", ["Region Østdanmark"], ["Region Hovedstaden"]),
    ("/kommuneark/0326.pdf", ["Region Østdanmark"], []),
    (f"/kommuneark/0326.pdf?{OLDER}", ["Region Sjælland"], []),
]
WHOLE = [*PAGES, *PIECES, *DATA]


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def test_there_are_sixty_of_them():
    assert len(WHOLE) + len(PAPER) >= 60
    assert len({address for address, *_ in [*WHOLE, *PAPER]}) == len(WHOLE) + len(PAPER)


@pytest.mark.parametrize(("address", "there", "gone"), WHOLE, ids=[address for address, *_ in WHOLE])
def test_an_old_address_leads_to_the_right_thing(client_after, address, there, gone):
    answer = client_after.get(address.partition("#")[0], follow_redirects=True)
    if there is None:
        assert answer.status_code == 404
        return
    assert answer.status_code == 200
    text = plain(answer.text)
    shown = text.split('id="opsaetning"')[0] if "opsaetning" in text else text
    assert [words for words in there if words not in shown] == []
    assert [words for words in gone if words in shown] == []


@pytest.mark.parametrize(("address", "there", "gone"), PAPER, ids=[address for address, *_ in PAPER])
def test_an_old_address_of_a_sheet_prints_the_right_thing(client_after, typeset_answers, address, there, gone):
    answer = client_after.get(address, follow_redirects=True)
    assert answer.status_code == 200
    text = read_text(answer.data)
    assert [words for words in there if squeeze(words) not in text] == []
    assert [words for words in gone if squeeze(words) in text] == []


def test_what_leads_on_names_the_new_region_in_its_address(client_after):
    answer = client_after.get("/api/v1/noegletal.csv?kommune=0326,1085&periode=2026K3")
    assert answer.status_code == 302
    assert answer.location == "/api/v1/noegletal.csv?kommune=0326,1086&periode=2026K3"
    assert urlsplit(client_after.get("/panel/1084.json").location).path == "/panel/1086.json"


def test_before_the_day_nothing_leads_on(client_before):
    for address in ("/panel/1084.json", "/api/v1/kommuner/1085.json", "/sammenligning/0326-1085.json"):
        assert client_before.get(address).status_code == 200, address
