"""Editions, files and sources as a reader meets them."""

import pytest

from tests.browser import PRODUCTION, free_port, serve


@pytest.fixture(scope="module")
def newer(two_editions):
    """A server with an edition 2026 in which one figure of Kalundborg is new."""
    port = free_port()
    with serve(*PRODUCTION, "--port", str(port), port=port, DANMARKSKORT_TAL=str(two_editions)) as address:
        yield address


def fraflytning(page):
    return page.page.locator(".noegletal", has_text="Fraflytning i almene familieboliger").locator(".tal").first.inner_text()


def test_an_older_edition_is_shown_with_a_notice_and_a_way_to_the_newest(visit, newer):
    with visit(newer) as page:
        page.open("/?kommune=0326&udgave=2025")
        assert page.text("#udgave").startswith("Du ser en ældre udgave. Udgave 2025 fra")
        assert fraflytning(page).startswith("14")
        page.page.click("#udgave a")
        page.page.wait_for_function("document.querySelector('#udgave').textContent === ''")
        assert page.query == "?kommune=0326"
        assert fraflytning(page).startswith("15")


def test_the_edition_stays_while_one_looks_around(visit, newer):
    with visit(newer) as page:
        page.open("/?kommune=0326&udgave=2025")
        page.click("0101")
        page.heading("Københavns Kommune")
        assert page.query == "?kommune=0101&udgave=2025"
        assert page.text("#udgave").startswith("Du ser en ældre udgave")
        ways = page.page.eval_on_selector_all("nav a.baer-udgave", "links => links.map(link => link.href)")
        assert ways == [f"{newer}/{name}?udgave=2025" for name in ("kommuner", "kilder-og-metode")]
        assert "udgave=2025" in page.page.get_attribute(".panel--filer a", "href")


def test_an_unknown_edition_gives_the_newest_and_says_so(visit, newer):
    with visit(newer) as page:
        page.open("/?kommune=0326&udgave=1999")
        assert "udgave, som ikke findes" in page.text("#besked")
        assert page.text("#udgave") == ""
        assert fraflytning(page).startswith("15")


def test_what_is_new_stands_with_the_kommune_that_has_it(visit, newer):
    with visit(newer) as page:
        page.open("/?kommune=0326")
        said = page.text(".panel--nyt")
        assert "Nyt i denne udgave" in said
        assert "Fraflytning i almene familieboliger: 15 pct. (2025), før 14 pct. (2024)" in said.replace("\u00a0", " ")
        page.open("/?kommune=0101")
        assert page.page.locator(".panel--nyt").count() == 0


def test_a_printed_page_bears_the_address_with_its_edition(visit, local):
    with visit(local) as page:
        page.open("/?kommune=0326")
        page.page.emulate_media(media="print")
        assert page.text(".kun-udskrift") == f"Tallene, som de står her, findes altid på {local}/?kommune=0326&udgave=2025"
        assert not page.page.locator(".panel--filer").first.is_visible()


@pytest.mark.parametrize(
    ("path", "link", "name"),
    [
        ("/?kommune=0326", "#panel-forslag .filer >> text=CSV (dansk Excel)", "almene-boliger_0326-kalundborg_udgave-2025.dansk.csv"),
        ("/?kommune=0326&sammenlign=0101", "#panel-forslag .filer >> text=/^Excel$/",
         "almene-boliger_kalundborg-og-koebenhavn_udgave-2025.xlsx"),
        ("/?vis=liste", "#tabel-filer .filer >> text=CSV (decimalpunktum)", "almene-boliger_almene-andel_udgave-2025.csv"),
    ],
)  # fmt: skip
def test_a_file_comes_with_a_name_that_says_what_is_in_it(visit, local, path, link, name):
    with visit(local) as page:
        page.open(path)
        page.page.wait_for_selector(link)
        with page.page.expect_download() as download:
            page.page.click(link)
        assert download.value.suggested_filename == name


def test_the_picture_of_the_map_is_of_the_places_that_are_picked(visit, local):
    with visit(local) as page:
        page.open("/?kommune=0326&sammenlign=0101")
        page.page.wait_for_selector("#tabel-filer a.baer-visning", state="attached")
        address = page.page.get_attribute("#tabel-filer a.baer-visning", "href")
        assert address == local + "/kort/almene_andel.png?kommune=0326&sammenlign=0101"
        assert page.page.request.get(address).headers["content-type"] == "image/png"


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
def test_kilder_og_metode_is_whole_without_a_script(open_page, local, width):
    page = open_page(width, java_script_enabled=False)
    page.goto(f"{local}/kilder-og-metode")
    assert page.locator(".metode-tal").count() > 26
    first = page.locator(".metode-tal").first.inner_text().replace("\u00a0", " ")
    for said in (
        "98 af 98 kommuner",
        "1. januar 2026",
        "alle boliger, beboede og ubeboede",
        "hentet i september 2026",
        "opdateret 8. april 2026",
    ):
        assert said in first
    edges = page.evaluate("[...document.querySelectorAll('.metode-tal')].map(part => part.getBoundingClientRect().right)")
    assert max(edges) <= width


def test_a_piece_of_another_edition_is_never_put_into_a_page(visit, newer):
    """As when the server has taken up another edition since the page came."""
    with visit(newer) as page:
        page.page.route("**/panel/0101.json", lambda route: route.continue_(url=f"{route.request.url}?udgave=2025"))
        page.open("/?kommune=0326")
        page.page.evaluate("window.came = 'before'")
        page.click("0101")
        page.page.wait_for_function("!window.came")  # the page was asked for whole
        page.heading("Københavns Kommune")
        assert (page.query, page.text("#udgave")) == ("?kommune=0101", "")
