"""Everybody but a frame's reader sees the typefaces at the first visit, and nothing moves when they come."""

import pytest

from components.typeface.cut import CHARACTERS, NAME, WEIGHTS
from components.typeface.stand_in import SANS, SANS_STAND_INS, SERIF
from tests.pages.test_first_paint import SHIFTS

PATHS = ["/", "/?kommune=0326", "/kommune/0326-kalundborg"]
WIDTHS = [(390, 844), (1280, 800)]
TEXTS = {"sans": ".resume", "serif": ".sidetitel a, .sidehoved h1 span"}
OURS = {
    "sans": {("Source Sans 3 ExtraLight", True)},
    "serif": {(NAME, True)},
}  # the files' own names: of the lightest weight, and of the cut
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
HAVE_COME = """() => [...document.fonts].filter(font => /Variable/.test(font.family)).every(font => font.status === 'loaded')"""
HAS_ONE = """names => Promise.any(names.map(name => new FontFace('x', `local("${name}")`).load())).then(() => true, () => false)"""
FETCHED = """() => performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.woff2'))
  .map(entry => [entry.name.split('/').pop(), entry.initiatorType])"""
# Of every text that is set in the serif: its letters and its weight.
IN_SERIF = """() => { const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) { const style = getComputedStyle(texts.currentNode.parentElement);
    if (style.fontFamily.startsWith('"Source Serif 4 Variable"')) found.push([texts.currentNode.textContent, Number(style.fontWeight)]) }
  return found }"""


def list_fonts(page, selector):
    """Each font that the first such element's text is painted in, and whether it is one of the page's files."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    return {(font["familyName"], font["isCustomFont"]) for font in fonts}


@pytest.mark.parametrize("path", PATHS)
def test_the_first_visit_is_painted_in_the_typefaces(visit, production, path):
    with visit(production, is_first=True) as page:
        page.page.goto(production + path)
        page.page.wait_for_function(HAVE_COME)
        page.rest()
        assert {kind: list_fonts(page.page, selector) for kind, selector in TEXTS.items()} == OURS
        assert page.page.evaluate(FETCHED) == [[SANS.name, "link"], [SERIF.name, "css"]]  # the sans is asked for by the head


@pytest.mark.parametrize(("width", "height"), WIDTHS)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_when_the_typefaces_come_late(visit, production, path, width, height):
    with visit(production, width=width, height=height, is_first=True, quiet=False) as page:  # a preload unused for long is warned of
        waiting = []
        page.page.route("**/*.woff2", lambda route: waiting.append(route))
        page.page.add_init_script(SHIFTS)
        page.page.goto(production + path, wait_until="domcontentloaded")
        page.page.wait_for_function(PAINTED)
        page.rest(held=2)
        assert len(waiting) == 2
        if not page.page.evaluate(HAS_ONE, [name for each in SANS_STAND_INS for name in each.local]):
            pytest.skip("this machine has none of the fonts that stand in")
        before = {kind: list_fonts(page.page, selector) for kind, selector in TEXTS.items()}
        assert not any(before[kind] & OURS[kind] for kind in TEXTS)
        for route in waiting:
            route.continue_()
        page.page.wait_for_function(HAVE_COME)
        page.rest()
        assert {kind: list_fonts(page.page, selector) for kind, selector in TEXTS.items()} == OURS
        assert page.page.evaluate("window.shifts") < 0.01


@pytest.mark.parametrize(
    "path",
    [*PATHS, "/?kommune=0787&sammenlign=0151", "/kommune/0400-bornholm", "/kommuner", "/kilder-og-metode", "/indlejr/byg", "/findes-ikke"],
)
def test_the_cut_serif_has_all_that_is_set_in_it(visit, production, path):
    with visit(production, quiet=False) as page:
        page.page.goto(production + path)
        set_in_it = page.page.evaluate(IN_SERIF)
    assert set_in_it
    assert {*"".join(text for text, _ in set_in_it)} - {"\n"} <= {*CHARACTERS}
    assert all(WEIGHTS[0] <= weight <= WEIGHTS[1] for _, weight in set_in_it)


def test_a_frame_is_read_in_the_machine_s_fonts(visit, production):
    with visit(production, is_first=True) as page:
        page.open("/indlejr?kommune=0326").rest()
        assert page.page.evaluate(FETCHED) == []
        assert page.page.evaluate("document.fonts.size") == 0
