"""The shapes of a frame in a browser: their heights, what each shows, and the page that writes their code."""

import pytest

from components.address.embed_options import Form, Frame
from components.address.view import View
from components.embed.height import HEIGHTS, NARROW, WIDE, find_height
from tests.pages.test_embed import embed, framed

__all__ = ["embed", "framed"]  # fixtures

PLACES = ("kommune=0326", "kommune=0760", "kommune=0825", "kommune=0101", "")  # with long names, few figures, a large place, the country
PAIRS = ("kommune=0326&sammenlign=0265", "kommune=0760&sammenlign=0101", "kommune=0825&sammenlign=0760", "kommune=0101&sammenlign=0000")
WIDTHS = (NARROW, 460, 583, 584, 640, WIDE, 900)
NEAR = 8  # pixels
HEIGHT = "document.getElementById('side').getBoundingClientRect().height"
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
# what is hidden beyond the edge of its box
CUT = """[...document.querySelectorAll('summary, .resume, h2, .rammekilde')].filter(each => !each.matches('.skaermlaeser')
    && each.scrollHeight > each.clientHeight + 2 && getComputedStyle(each).overflow === 'hidden').length"""
NAMED = "name => [...document.querySelectorAll('#panel-hoved h2')].some(each => each.textContent === name)"


def open_frame(page, path):
    page.page.goto(page.address + path)
    page.page.wait_for_selector("#vaelg-kommune", state="attached")
    return page


@pytest.mark.parametrize("form", Form)
def test_the_heights_in_the_code_are_those_of_the_frames(visit, production, form):
    """Measured as the public sees them; between the measured widths nothing is cut off.

    Each is loaded once, by turns at either of the two widths whose heights stand in the code, and then made as wide as the others: a host
    page that is resized asks the same of it, and to load each at every width took a minute.
    """
    with visit(production) as page:
        for number, places in enumerate({Form.SAMMENLIGNING: PAIRS, Form.BEGGE: PLACES + PAIRS}.get(form, PLACES)):
            view = View("0326", "0101" if "sammenlign" in places else None, "")
            page.page.set_viewport_size({"width": (NARROW, WIDE)[number % 2], "height": 900})
            open_frame(page, f"/indlejr?{places}&form={form}")
            for width in WIDTHS:
                page.page.set_viewport_size({"width": width, "height": 900})
                told, height = find_height(Frame(form=form), view, width), page.rest(frames=2).page.evaluate(HEIGHT)
                assert height <= told, (places, width)
                assert not page.page.evaluate(SIDEWAYS), (places, width)
                if width in {NARROW, WIDE}:
                    assert height >= told - NEAR, (places, width)


@pytest.mark.parametrize("places", ["kommune=0760", "kommune=0760&sammenlign=0326", ""])
@pytest.mark.parametrize("form", Form)
def test_a_shape_fits_a_small_phone_and_large_text(visit, production, form, places):
    with visit(production, width=320) as page:
        open_frame(page, f"/indlejr?{places}&form={form}")
        assert not page.page.evaluate(SIDEWAYS)
        page.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.page.evaluate(CUT) == 0


def test_the_default_frame_is_map_main_figure_and_four_closed_topics(visit, embed):
    with visit(embed, width=700) as page:
        open_frame(page, "/indlejr?kommune=0326").rest()
        shown = "selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility()).length"
        counts = {
            name: page.page.evaluate(shown, name)
            for name in (".svaerm", "svg.tegning", ".emne", ".emne[open]", ".panel:not(.emne)", ".marked")
        }
        assert counts == {".svaerm": 1, "svg.tegning": 1, ".emne": 4, ".emne[open]": 0, ".panel:not(.emne)": 0, ".marked": 0}
        assert page.page.get_by_role("link", name="Åbn Danmarkskortet").is_visible()
        page.page.locator(".emne summary").first.click()
        page.page.wait_for_function("location.search.includes('emne=boligtyper')")
        assert page.page.locator(".emne-indhold").first.is_visible()
        page.page.locator("a[data-kode='0265'] path").first.dispatch_event("click")
        page.page.wait_for_function(NAMED, arg="Roskilde Kommune")
        assert page.page.evaluate(shown, ".emne[open]") == 1
        assert page.page.evaluate(shown, ".panel:not(.emne)") == 0


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("form=kort", "Kilde: Danmarks Statistik, BOL106 · Danmarkskortet, BL"),
        ("form=noegletal", "Kilde: Danmarks Statistik, BOL101 (hovedtal) · Danmarkskortet, BL"),
        ("", "Kilde: Danmarks Statistik, BOL101 (hovedtal), Danmarks Statistik, BOL106 (kort) · Danmarkskortet, BL"),
    ],
)
def test_the_source_line_is_of_what_is_shown(visit, embed, query, line):
    with visit(embed) as page:
        open_frame(page, f"/indlejr?kommune=0326&tal=boligstoerrelse&{query}")
        page.page.wait_for_function("line => document.querySelector('#rammekilde').textContent === line", arg=line)


def test_an_address_from_before_there_were_shapes_shows_what_it_did(visit, embed):
    """Also where the page lies as a file, which has the default shape's panels only."""
    with visit(embed) as page:
        open_frame(page, "/indlejr?paneler=markedet,filer").rest()
        assert page.page.evaluate("document.documentElement.dataset.form") is None
        assert page.page.locator(".panel--filer").is_visible()
        assert page.page.locator(".panel--boligtyper:visible").count() == 0


def test_the_map_alone_can_be_searched_before_a_choice(visit, embed):
    with visit(embed, width=500) as page:
        page.page.goto(f"{embed}/indlejr?form=kort")
        page.page.locator("#vaelg-kommune").wait_for()
        assert page.page.locator("#vaelg-kommune").is_visible()
        page.choose("#vaelg-kommune", "roskilde")
        page.page.wait_for_function("location.search.includes('kommune=0265')")
        assert page.page.locator("#vaelg-kommune").is_visible()
        assert not page.page.locator("#laesning").is_visible()


@pytest.mark.parametrize("width", [360, 700])
def test_a_shape_can_be_seen_in_forced_colours(open_page, production, width):
    page = open_page(width=width, forced_colors="active")
    page.goto(f"{production}/indlejr?kommune=0326")
    assert page.locator(".emne summary").first.evaluate("each => getComputedStyle(each.parentElement).borderTopStyle") == "solid"
    assert page.locator("svg.tegning").is_visible()


@pytest.mark.parametrize("form", Form)
def test_the_builder_writes_the_height_of_shape_and_width(visit, embed, form):
    pair = "&kommune=0326&sammenlign=0101" if form is Form.SAMMENLIGNING else ""
    with visit(embed) as page:
        page.page.goto(f"{embed}/indlejr/byg?form={form}{pair}&bredde=700")
        for width in (WIDE, NARROW):
            page.page.locator("[name=bredde]").fill(str(width))
            assert f'width="{width}" height="{HEIGHTS[form][width]}"' in page.page.locator("#kode-ramme").input_value()
            assert page.page.locator("#forhaandsvisning").get_attribute("width") == str(width)
        page.page.locator("[name=bredde]").fill("")
        assert f'width="100%" height="{max(HEIGHTS[form].values())}"' in page.page.locator("#kode-ramme").input_value()


def test_the_builder_s_own_address_keeps_the_width_which_is_none_of_the_frame_s(visit, embed):
    with visit(embed) as page:
        page.page.goto(f"{embed}/indlejr/byg?kommune=0101&kommune=0326&farve=groen&farve=blaa&bredde=700")
        page.page.wait_for_function("location.search === '?kommune=0326&farve=blaa&bredde=700'")  # of several the last, as the server does
        assert "bredde" not in page.page.locator("#kode-ramme").input_value()
        page.page.reload()
        assert page.page.locator("[name=bredde]").input_value() == "700"


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_the_builder_s_preview_stands_beside_the_choices(visit, production, width):
    with visit(production, width=width) as page:
        page.page.goto(f"{production}/indlejr/byg?kommune=0326")
        form, preview = (page.page.locator(name).bounding_box() for name in ("#byg-form", ".byg-visning"))
        assert (preview["x"] > form["x"] + form["width"]) is (width > 760)
        assert not page.page.evaluate(SIDEWAYS)
        page.page.locator("[name=visbredde][value='360']").check()
        assert page.page.locator("#forhaandsvisning").get_attribute("width") == "360"
