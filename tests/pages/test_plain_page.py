"""The pages that need no script, in a browser without one."""

import re

import pytest

from tests.components.print.pdf_reading import open_pdf

RIGHT_EDGES = """[...document.querySelectorAll('h1, h2, h3, p, li, dd')].filter(part => part.getClientRects().length)
  .map(part => part.getBoundingClientRect().right)"""
WIDTHS = [320, 390, 820, 1280]


@pytest.fixture
def plain(open_page):
    """Open pages without scripts; nothing may be asked for elsewhere."""

    def opened(address):
        page = open_page(java_script_enabled=False)
        page.on("request", lambda request: strangers.append(request.url) if not request.url.startswith("http://127.0.0.1") else None)
        page.goto(address)
        return page

    strangers = []
    yield opened
    assert not strangers


@pytest.mark.parametrize("path", ["/kommune/0326-kalundborg", "/kommune/0760-ringkoebing-skjern", "/kommune/0825-laesoe", "/kommuner"])
def test_a_page_is_whole_and_within_its_edges(plain, site, path):
    page = plain(site + path)
    assert page.locator("h1").count() == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("innerWidth") == width
        assert max(page.evaluate(RIGHT_EDGES)) <= width


@pytest.mark.parametrize("code", ["0326", "0760", "0101", "0825", "0400", "0430"])
def test_a_kommune_s_page_prints_on_one_sheet_with_its_sources(plain, local, production, code):
    with open_pdf(plain(f"{production}/kommune/{code}").pdf(prefer_css_page_size=True)) as sheet:
        assert len(sheet) == 1
    with open_pdf(plain(f"{local}/kommune/{code}").pdf(prefer_css_page_size=True)) as sheet:
        assert len(sheet) <= 2  # with an example of everything it may take the back
        said = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in sheet).split())
    for words in ("Danmarks Statistik, BOL101", "Befolkning", "2021 og 2022 er ikke offentliggjort", f"?kommune={code}&udgave=2025"):
        assert words.replace(" ", "") in said.replace(" ", "")  # a PDF has places of letters, and no spaces


def test_a_kommune_s_page_has_everything_and_leads_on(plain, site):
    page = plain(f"{site}/kommune/0326-kalundborg")
    assert page.title() == "Almene boliger i Kalundborg Kommune - Danmarkskortet over almene boliger"
    text = page.locator("main").inner_text().replace("\u00a0", " ")
    gap = "2021 og 2022 er ikke offentliggjort"
    for said in ("15,7 pct.", "midt i feltet, nr. 49 af 98", "Boligtyper", "3.372 (84 pct.)", "Nabokommuner", gap):
        assert said in text
    assert page.locator("#udvikling-plads svg").count() == 1
    assert page.locator("svg.tegning .maerket--a[display=none]").count() == 2  # marked on the country, not in the two frames
    page.get_by_role("link", name="Holbæk", exact=True).click()
    page.wait_for_url(re.compile(r"/kommune/0316-holbaek/?$"))
    assert page.locator("h1").inner_text() == "Almene boliger i Holbæk Kommune"
    page.locator("a[data-kode='0825'] path").first.dispatch_event("click")
    page.wait_for_url(re.compile(r"/kommune/0825-laesoe/?$"))
    assert "Nabokommuner" not in page.locator("main").inner_text()
    page.get_by_role("link", name="Region Nordjylland", exact=True).first.click()
    page.wait_for_url(re.compile(r"/kommuner/?#r1081$"))
    assert page.locator(".region").count() == 5
    page.get_by_role("link", name="Kalundborg").click()
    page.wait_for_url(re.compile(r"/kommune/0326-kalundborg/?$"))
    page.get_by_role("link", name="Vis på det interaktive kort").click()
    page.wait_for_url("**/?kommune=0326")


@pytest.mark.parametrize("written", ["0326", "326", "kalundborg", "Kalundborg"])
def test_other_spellings_lead_to_the_page(plain, local, written):
    assert plain(f"{local}/kommune/{written}").url == f"{local}/kommune/0326-kalundborg"


@pytest.mark.parametrize("written", ["0580", "580", "aabenraa", "åbenrå"])
def test_other_spellings_lead_to_the_page_as_files_too(visit, exported, written):
    with visit(exported) as page:
        page.page.goto(f"{exported}/kommune/{written}")
        page.page.wait_for_url(re.compile(r"/kommune/0580-aabenraa/?$"))
        assert page.text("h1") == "Almene boliger i Aabenraa Kommune"


def test_the_dashboard_is_readable_and_leads_on_without_a_script(plain, local):
    page = plain(f"{local}/?kommune=0326&tal=husleje_privat")
    assert page.locator("#panel-hoved h2").inner_text() == "Kalundborg Kommune"
    page.get_by_text("Liste", exact=True).click()
    page.wait_for_url("**/?kommune=0326&tal=husleje_privat&vis=liste")
    assert page.locator("tr[data-kode]").count() == 98
    page.locator("tr[data-kode='0265'] a").click()
    page.wait_for_url("**/?kommune=0265&tal=husleje_privat&vis=liste")
    assert page.locator("#panel-hoved h2").inner_text() == "Roskilde Kommune"
    page.locator(".forslag a", has_text="Hele landet").click()
    page.wait_for_url("**/?kommune=0265&sammenlign=0000&tal=husleje_privat&vis=liste")
    assert page.locator(".navn-b h2").inner_text() == "Hele landet"
    assert page.locator(".soegefelt:visible").count() == 0
