"""The search fields as comboboxes, by the ARIA pattern; what they find; and their colours where readers have their own."""

GROUPS = """[...document.querySelectorAll('#vaelg-sammenligning-liste > *')].map((group) => [
  group.getAttribute('role'), document.getElementById(group.getAttribute('aria-labelledby')).textContent,
  [...group.querySelectorAll('[role=option]')].length])"""
SEARCH = "([field, typed]) => danmarkskort.search(danmarkskort.setup.valg[field], typed).map((option) => option.navn)"
POINTED = "document.activeElement.getAttribute('aria-activedescendant')"
EXPANDED = "document.activeElement.getAttribute('aria-expanded')"
SELECTED = "document.querySelectorAll('[id$=-liste] [aria-selected=true]').length"
IS_SEEN = """() => {
  const option = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
  const box = option.getBoundingClientRect();
  return option.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)) && box.bottom <= innerHeight;
}"""
COLOUR = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"


def find(page, typed, field="vaelg-kommune"):
    return page.page.evaluate(SEARCH, [field, typed])


def check_search(page):
    """Names that begin so come first, then words of names, then other words, from three letters on what stands inside of them."""
    assert all(name.startswith("K") or " K" in name or "-K" in name for name in find(page, "k"))
    assert len(find(page, "k")) == 5
    assert find(page, "kommune") == []
    assert find(page, "kalundborg kommune") == find(page, "326") == find(page, "lundborg") == ["Kalundborg"]
    assert find(page, "skjern")[0] == find(page, "ringkøbing-s")[0] == find(page, "ringkoebing s")[0] == "Ringkøbing-Skjern"
    assert find(page, "ærø") == find(page, "aeroe") == ["Ærø"]
    assert find(page, "å") == find(page, "aa")
    assert find(page, "å")[:3] == ["Aabenraa", "Aalborg", "Aarhus"]  # before the kommuner with such a town
    assert find(page, "ishøj") == find(page, "ishoej") == ["Ishøj"]
    assert find(page, "un") == []  # inside of many
    assert "Kalundborg" in find(page, "und")
    assert find(page, "xyz") == []


def check_keys(page):
    """Of a field whose place is chosen already, in a list of groups."""
    page.page.locator("#vaelg-sammenligning").focus()
    keyboard = page.page.keyboard
    keyboard.press("Alt+ArrowDown")
    assert page.page.evaluate(GROUPS) == [["group", "Kommuner", 98], ["group", "Regioner og landet", 7]]
    assert page.page.evaluate(EXPANDED) == "true"
    assert page.page.evaluate(f"document.getElementById({POINTED}).textContent") == "Roskilde"
    assert page.page.evaluate(IS_SEEN)
    keyboard.press("Alt+ArrowUp")
    assert [page.page.evaluate(each) for each in (EXPANDED, POINTED, SELECTED)] == ["false", None, 0]
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    assert page.page.evaluate(IS_SEEN)
    keyboard.type("hele")
    assert page.page.evaluate(GROUPS) == [["group", "Regioner og landet", 1]]
    keyboard.press("Escape")
    assert [page.page.evaluate(each) for each in (EXPANDED, POINTED, SELECTED)] == ["false", None, 0]
    assert page.page.locator("#vaelg-sammenligning").input_value() == "Roskilde"
    keyboard.press("Escape")
    assert page.page.locator("#vaelg-sammenligning").input_value() == ""
    keyboard.press("Enter")
    page.heading("Kalundborg Kommune")
    assert page.query == "?kommune=0326"


def check_own_colours(page):
    """What is pointed at and what colours tell can be seen among the reader's own colours."""
    page.page.emulate_media(forced_colors="active", color_scheme="dark")
    page.page.locator("#vaelg-kommune").focus()
    page.page.keyboard.press("ArrowDown")
    pointed, other = (
        page.page.evaluate(COLOUR, [f"#vaelg-kommune-liste [aria-selected={each}]", "backgroundColor"]) for each in ("true", "false")
    )
    assert pointed != other
    swatches = page.page.evaluate("[...document.querySelectorAll('.signatur .felt')].map((one) => getComputedStyle(one).backgroundColor)")
    assert len(swatches) == len(set(swatches)) == 5
    assert page.page.evaluate(COLOUR, [".kortramme", "backgroundColor"]) == "rgb(255, 255, 255)"


def test_the_search_fields_follow_the_pattern(visit, production):
    with visit(production, width=390, height=500, reduced_motion="reduce") as page:
        page.page.goto(f"{production}/indlejr?kommune=0326&sammenlign=0265")
        page.rest()
        check_search(page)
        check_keys(page)
        check_own_colours(page)


def test_what_stays_gives_way_on_a_low_screen_and_to_large_letters(visit, production):
    """A reader's own size of letters counts in the em of a media query."""
    with visit(production, width=320, height=640, is_first=True) as page:
        position = "getComputedStyle(document.querySelector('.bundlinje')).position"
        page.page.goto(f"{production}/?kommune=0326")
        assert page.page.evaluate(position) == "fixed"
        page.page.set_viewport_size({"width": 320, "height": 256})
        assert page.page.evaluate(position) == "static"
        page.page.set_viewport_size({"width": 320, "height": 640})
        session = page.page.context.new_cdp_session(page.page)
        session.send("Page.enable")
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        page.page.wait_for_function("getComputedStyle(document.documentElement).fontSize === '32px'")
        assert page.page.evaluate(position) == "static"
        page.page.set_viewport_size({"width": 1280, "height": 400})
        assert page.page.evaluate("getComputedStyle(document.querySelector('.sidehoved')).position") == "static"
