"""Moved regioner and housing organisations as a reader's browser shows them, by script, in dashboard and frame, served and exported."""

from functools import partial

import pytest

from app import build_static
from components.export import addresses, write
from components.server.settings import Settings
from tests.browser import PRODUCTION, free_port, serve
from tests.two_days import BEFORE

NOTICE = "Region Sjælland er fra 1. januar 2027 en del af Region Østdanmark, som vises i stedet."


@pytest.fixture(scope="module")
def four(editions_after):
    """A server whose newest edition has four regioner."""
    port = free_port()
    with serve(*PRODUCTION, "--port", str(port), port=port, DANMARKSKORT_TAL=str(editions_after)) as address:
        yield address


@pytest.fixture(scope="module")
def exported_four(editions_after, tmp_path_factory):
    """The same as files: what a reader of a comparison loads, and the open data of the places."""
    out = tmp_path_factory.mktemp("four") / "web"
    settings = Settings(figures=editions_after, only_newest=True, pairs="0326-1085")  # as it was written before the day
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "list_exports", list_needed)
        write.export_site(partial(build_static, settings), out, lambda *_: None)
    port = free_port()
    with serve("-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(out), port=port) as address:
        yield address


def list_needed(*what):
    left_out = ("kommune/", "kommuneark/", "kort/", "kommuner/", "api/v1/indikatorer", "api/v1/noegletal", "api/v1/kommuner/0")
    return [
        each
        for each in addresses.list_exports(*what)
        if not each.file.startswith(left_out) or each.file.startswith("kort/almene_andel.json")
    ]


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("server", ["four", "exported_four"])
@pytest.mark.parametrize("path", ["/", "/indlejr/"])
def test_an_old_address_is_led_on_with_a_word(visit, request, server, path):
    site = request.getfixturevalue(server)
    path = path if server == "exported_four" else path.rstrip("/") or "/"
    with visit(site) as page:
        page.open(f"{path}?kommune=0326&sammenlign=1085")
        page.page.wait_for_function("document.querySelector('.navn-b h2')?.textContent === 'Region Østdanmark'")
        assert plain(page.text("#besked")) == NOTICE
        assert page.page.evaluate("danmarkskort.currentView().sammenlign") == "1086"


def test_a_link_that_is_followed_names_the_new_region(visit, four):
    with visit(four) as page:
        page.open("/?kommune=0326&sammenlign=1085")
        page.page.evaluate("danmarkskort.goTo('?kommune=0360')")
        page.page.wait_for_function("document.querySelector('.navn-a h2')?.textContent === 'Lolland'")
        assert page.query == "?kommune=0360&sammenlign=1086"
        assert page.text("#besked") == ""


def test_an_older_edition_stays_as_it_was(visit, four):
    with visit(four) as page:
        page.open(f"/?kommune=0326&sammenlign=1085&udgave={BEFORE}")
        page.page.wait_for_function("document.querySelector('.navn-b h2')?.textContent === 'Region Sjælland'")
        assert page.text("#besked") == ""
        assert "Til 31. december 2026" in plain(page.text(".navn-b"))


def test_programs_find_the_old_files_where_the_pages_lie_as_files(exported_four, open_page):
    page = open_page()
    for path in ("panel/1084.json", "api/v1/kommuner/1085.csv", "sammenligning/0326-1085.json", "sammenligning/0326-1084.json"):
        answer = page.request.get(f"{exported_four}/{path}")
        assert answer.status == 200, path
        assert "Region Østdanmark" in answer.text(), path


@pytest.mark.parametrize("typed", ["eksempel boligselskab danmark", "Eksempel Boligselskab"])
def test_an_organisation_is_found_in_the_field_for_kommuner(visit, site, typed):
    with visit(site) as page:
        page.open()
        field = page.page.get_by_label("Find din kommune").first
        field.click()
        page.page.wait_for_timeout(300)
        field.fill(typed)
        page.page.wait_for_selector("#vaelg-kommune-liste .gruppe:has-text('Boligorganisationer')")
        option = page.page.locator("#vaelg-kommune-liste [role=option]").first
        name, _, kommune = option.inner_text().rpartition(" i ")
        assert name.startswith("Eksempel Boligselskab")
        option.click()
        page.page.wait_for_function("name => document.querySelector('#laesning h2').textContent.startsWith(name)", arg=kommune[:4])
        assert name in page.text("#boligorganisationer")
        assert field.input_value() == kommune


def test_an_organisation_on_an_island_is_on_it_and_dashes_find_nobody_however_often(visit, local):
    with visit(local) as page:
        page.open()
        field = page.page.get_by_label("Find din kommune").first
        with page.page.expect_response("**/boligorganisationer.json"):
            field.click()
        field.fill("eksempel nord læsø")
        page.page.wait_for_selector("#vaelg-kommune-liste .gruppe:has-text('Boligorganisationer')")
        assert page.page.locator("#vaelg-kommune-liste [role=option]").first.inner_text().endswith(" på Læsø")
        for typed in ("--", "---", "--"):
            field.fill(typed)
            assert page.page.locator("#vaelg-kommune-liste [role=option]").count() == 98
        assert page.page.evaluate("danmarkskort.setup.valg['vaelg-kommune'].length") == 98


def test_kommuner_come_before_organisations_and_many_are_counted(visit, local):
    with visit(local) as page:
        page.open()
        field = page.page.get_by_label("Find din kommune").first
        field.click()
        page.page.wait_for_timeout(300)
        field.fill("ek")
        page.page.wait_for_selector("#vaelg-kommune-liste .gruppe")
        assert page.page.locator("#vaelg-kommune-liste .gruppe").all_inner_texts() == ["Boligorganisationer"]
        texts = page.page.locator("#vaelg-kommune-liste [role=option]").all_inner_texts()
        assert texts[-1].endswith("mere: skriv flere bogstaver")
        field.fill("kø")
        page.page.wait_for_function("document.querySelector('#vaelg-kommune-liste [role=option]').textContent === 'København'")


def test_without_a_list_nothing_is_fetched_and_kommuner_are_found(visit, production):
    with visit(production) as page:
        page.open()
        asked = []
        page.page.on("request", lambda request: asked.append(request.url))
        field = page.page.get_by_label("Find din kommune").first
        field.click()
        field.fill("kalund")
        field.press("Enter")
        page.heading("Kalundborg Kommune")
        assert not [url for url in asked if "boligorganisationer" in url]
        assert field.get_attribute("placeholder") == "Navn eller kommunekode"
