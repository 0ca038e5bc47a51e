"""The four ways to pick a kommune, on the country, in the frames, and on the smallest islands."""

import pytest

SMALL_AND_INSET = {
    "0825": "Læsø Kommune",
    "0563": "Fanø Kommune",
    "0147": "Frederiksberg Kommune",
    "0400": "Bornholms Regionskommune",
}
PARTS = {"country": 0, "Bornholm's frame": 1, "Copenhagen's frame": 2}


ON_THE_MAP = (
    ("0326", 0, "Kalundborg Kommune"),
    ("0825", 0, "Læsø Kommune"),
    ("0563", 0, "Fanø Kommune"),
    ("0147", 2, "Frederiksberg Kommune"),
    ("0101", 2, "Københavns Kommune"),
    ("0400", 1, "Bornholms Regionskommune"),
    ("0760", 0, "Ringkøbing-Skjern Kommune"),
)
TYPED = {
    "aabenraa": "Aabenraa Kommune",
    "Åbenrå": "Aabenraa Kommune",
    "kbh": "Københavns Kommune",
    "326": "Kalundborg Kommune",
    "læs": "Læsø Kommune",
    "fanø": "Fanø Kommune",
    "frederiksb": "Frederiksberg Kommune",
}


def start_over(page):
    """Back to the country, and to the top of the page."""
    page.page.locator("#felt-hjem .fjern").click()
    page.heading("Hele landet")
    page.page.wait_for_function("!document.querySelector('.udpegning')")
    page.page.evaluate("scrollTo(0, 0)")


def test_picking_on_the_map(visit, site):
    with visit(site) as page:
        page.open_with_graphs()
        for code, part, name in ON_THE_MAP:
            page.click(code, part)
            page.heading(name)
            assert page.query == f"?kommune={code}"
            assert page.page.locator("#vaelg-kommune").input_value() in name or code in {"0101", "0400"}
            assert page.page.evaluate("document.body.dataset.a") == code
            assert page.page.locator(".udpegning--a .omrids").count() == sum(
                code in page.page.evaluate("n => document.querySelector('#kort .js-plotly-plot').data[n].locations", n)
                for n in PARTS.values()
            )
            assert page.page.locator(".udpegning--a text").first.text_content() == "A"
            assert page.page.title().startswith(name)
            start_over(page)


def test_picking_in_the_search_field(visit, local):
    with visit(local) as page:
        page.open()
        field = page.page.locator("#vaelg-kommune")
        for typed, name in TYPED.items():
            field.click()
            assert page.page.locator("#vaelg-kommune-liste [role=option]").count() == 98
            field.press_sequentially(typed)
            assert field.get_attribute("aria-expanded") == "true"
            assert page.page.locator("#vaelg-kommune-liste [aria-selected=true]").count() == 1
            field.press("Enter")
            page.heading(name)
            assert field.get_attribute("aria-expanded") == "false"
            start_over(page)


def test_the_search_field_says_how_much_it_found_and_gives_up_cleanly(visit, local):
    with visit(local) as page:
        page.open()
        field = page.page.locator("#vaelg-kommune")
        field.click()
        field.press_sequentially("rin")
        page.page.wait_for_function("document.querySelector('#oplaest').textContent.endsWith(' forslag.')")
        field.press_sequentially("xyz")
        assert page.page.locator("#felt-hjem, .soegeplads").locator(".ingen-forslag").inner_text() == "Ingen forslag passer."
        field.press("Escape")
        assert field.input_value() == ""
        assert page.query == ""


def test_picking_in_the_table(visit, local):
    with visit(local) as page:
        page.open("/?vis=liste")
        for code, name in SMALL_AND_INSET.items():
            page.page.locator(f"tr[data-kode='{code}'] a").click()
            page.heading(name)
            assert page.query == f"?kommune={code}&vis=liste"
            assert page.page.locator("svg.tegning .maerket--a:not([display=none])").count() >= 1
            start_over(page)


@pytest.mark.parametrize(("code", "name"), SMALL_AND_INSET.items())
def test_picking_by_address(visit, site, code, name):
    with visit(site) as page:
        page.open(f"/?kommune={code.lstrip('0')}").heading(name)
        assert page.page.evaluate("document.body.dataset.a") == code
        assert page.page.locator("#vaelg-kommune").input_value()


def test_a_second_click_keeps_the_kommune_and_a_third_after_another_way_works(visit, local):
    with visit(local) as page:
        page.open_with_graphs().click("0326")
        page.heading("Kalundborg Kommune")
        steps = page.page.evaluate("history.length")
        page.click("0326")
        page.rest()
        assert page.text("#panel-hoved h2") == "Kalundborg Kommune"
        assert page.page.evaluate("history.length") == steps
        page.page.get_by_text("Liste", exact=True).click()
        page.page.locator("tr[data-kode='0265'] a").click()
        page.heading("Roskilde Kommune")
        page.page.locator(".fane", has_text="Kort").click()
        page.click("0326")
        page.heading("Kalundborg Kommune")
        page.page.locator("#felt-hjem .fjern").click()
        page.heading("Hele landet")
        assert page.query == ""
        assert page.page.locator(".udpegning").count() == 0
