"""Map and topics in one view: what is open stands in the address, the map stays, the page is as long as it may be, one light everywhere."""

import pytest

from tests.browser import script

BOTTOM = "selector => Math.max(...[...document.querySelectorAll(selector)].map(each => each.getBoundingClientRect().bottom + scrollY))"
LENGTH = "document.documentElement.scrollHeight"
SINGLE = ("0326", "0101", "0147", "0760", "0825")
PAIRS = ("?kommune=0326&sammenlign=0265", "?kommune=0760&sammenlign=0825", "?kommune=0101&sammenlign=1084", "?kommune=0147&sammenlign=0000")


def test_what_is_open_stands_in_the_address_and_is_open_again(visit, site):
    with visit(site) as page:
        page.open("/?kommune=0326")
        steps = page.page.evaluate("history.length")
        page.page.locator("[data-emne=familier] > summary").click()
        page.page.locator("[data-emne=boligtyper] > summary").click()
        page.page.wait_for_function("location.search === '?kommune=0326&emne=boligtyper,familier'")
        assert page.page.evaluate("history.length") == steps
        page.click("0101")
        page.heading("Københavns Kommune")
        assert page.query == "?kommune=0101&emne=boligtyper,familier"
        assert page.page.locator("[data-emne][open]").count() == 2
        page.page.locator("[data-emne=familier] > summary").click()
        page.page.wait_for_function("location.search === '?kommune=0101&emne=boligtyper'")
        page.page.reload()
        page.page.wait_for_selector("[data-emne=boligtyper][open]")
        assert page.page.locator("[data-emne][open]").count() == 1


def test_the_list_takes_the_map_s_place_and_has_an_address(visit, site):
    with visit(site) as page:
        page.open("/?kommune=0326")
        page.page.get_by_text("Liste", exact=True).click()
        page.page.wait_for_function("location.search === '?kommune=0326&vis=liste'")
        page.page.wait_for_selector("#tabel-plads tr[data-kode].valgt-a:visible")
        assert page.page.locator("#tabel-plads tr[data-kode]").count() == 98
        assert not page.page.locator(".kortramme").is_visible()
        assert page.page.locator(".fane[aria-current]").inner_text() == "Liste"
        page.page.go_back()
        page.page.wait_for_selector(".kortramme:visible")
        assert page.page.locator(".fane[aria-current]").inner_text() == "Kort"


@pytest.mark.parametrize("code", SINGLE)
def test_the_figure_and_all_four_topics_are_in_sight_and_the_page_is_short(visit, production, code):
    with visit(production, height=800) as page:
        page.open(f"/?kommune={code}")
        assert page.page.evaluate(BOTTOM, ".svaerm") <= 800
        assert page.page.locator(".emne").count() == 4
        assert page.page.evaluate(BOTTOM, ".emne h3") <= 960
        assert page.page.evaluate(LENGTH) <= 2400
        for y in (400, 900, 5000):
            page.page.evaluate(f"scrollTo(0, {y})")
            box = page.page.locator(".kortramme").bounding_box()
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 800


@pytest.mark.parametrize("path", ["/", *(f"/?kommune={code}" for code in SINGLE)])
def test_on_a_phone_the_number_comes_first_and_the_page_is_short(visit, production, path):
    with visit(production, width=390, height=844) as page:
        page.open(path)
        assert page.page.evaluate(BOTTOM, ".svaerm") <= 700
        assert page.page.evaluate(LENGTH) <= 3600
        assert page.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("path", PAIRS)
@pytest.mark.parametrize(("width", "longest"), [(1280, 1600), (390, 3200)])
def test_a_comparison_is_short(visit, production, path, width, longest):
    with visit(production, width=width, height=800) as page:
        page.open(f"/{path}")
        assert page.page.evaluate(LENGTH) <= longest
        assert page.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [390, 1280])
def test_the_order_of_reading_is_number_map_topics(visit, production, width):
    """Beside each other the map stands left of the number that is read before it: both are whole by themselves."""
    with visit(production, width=width) as page:
        page.open("/?kommune=0326")
        order = page.page.evaluate("[...document.querySelector('main').children].map(part => part.id)")
        assert order == ["laesning", "kortside", "emner"]
        boxes = [page.page.locator(f"#{part}").bounding_box() for part in order]
        if width == 390:
            assert boxes[0]["y"] < boxes[1]["y"] < boxes[2]["y"]
        else:
            assert boxes[1]["x"] < boxes[0]["x"] == boxes[2]["x"]


def test_the_kommune_under_the_pointer_is_lit_everywhere(visit, local):
    with visit(local) as page:
        page.open_with_graphs("/?kommune=0326")
        page.page.mouse.move(*page.point("0101"))
        page.page.wait_for_selector(".svaerm .peget", state="attached")
        lit = page.page.evaluate(script("lit_kommune.js"))
        assert lit == {"dot": "0101", "strips": ["0101"], "needle": "København 18,8\u00a0pct.", "card": "København", "outlines": 4}
        page.page.mouse.move(2, 2)
        page.page.wait_for_selector(".svaerm .peget", state="detached")
        assert page.page.locator(".punkt--peget, .naal--peget, .peget-omrids path").count() == 0


def test_a_click_on_a_dot_picks_its_kommune(visit, local):
    with visit(local) as page:
        page.open("/?kommune=0326")
        box = page.page.locator(".svaerm").bounding_box()
        x, y = page.page.evaluate(script("dot_of.js"), "0153")
        page.page.mouse.click(box["x"] + x, box["y"] + y)
        page.heading("Brøndby Kommune")


def test_the_search_is_large_before_a_choice_and_keeps_the_focus_when_it_moves(visit, local):
    with visit(local) as page:
        page.open()
        assert page.page.locator(".soegeplads #vaelg-kommune").bounding_box()["height"] >= 48
        page.choose("#vaelg-kommune", "læs")
        page.heading("Læsø Kommune")
        assert page.page.locator(".sidehoved #vaelg-kommune").count() == 1
        assert page.page.evaluate("document.activeElement.id") == "vaelg-kommune"
        page.page.locator("#felt-hjem .fjern").click()
        page.heading("Hele landet")
        assert page.page.locator(".soegeplads #vaelg-kommune").count() == 1
