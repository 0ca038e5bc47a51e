"""The whole job on the smallest phone with letters twice as large: pick Kalundborg, compare it with Roskilde, open the printed sheet.

By the tab key and typing alone. Wherever the reader is, nothing scrolls sideways, what has the focus can be seen whole, and no word is
on two lines.
"""

from tests.browser import script

LARGE = "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })"
BEYOND = "document.documentElement.scrollWidth - innerWidth"
FAULT, BROKEN = script("focus_fault.js"), script("broken_words.js")
FOCUSED = "document.activeElement"
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
PAGES = (
    "/?kommune=0760&sammenlign=0101",
    "/?vis=liste",
    "/kommune/0820-vesthimmerlands",
    "/indlejr?kommune=0326",
    "/indlejr?kommune=0760&sammenlign=0101",
    "/indlejr/byg?kommune=0326",
    "/kommuner",
    "/kilder-og-metode",
    "/tilgaengelighed",
)
STEPS = 12  # of the tab key, from one part of the job to the next


class Reader:
    """A reader with a keyboard, and what must hold wherever the reader is."""

    def __init__(self, opened):
        self.opened, self.page = opened, opened.page

    def press(self, key):
        """Press a key, and look at where it has led to."""
        self.page.keyboard.press(key)
        self.opened.rest()
        assert self.page.evaluate(BEYOND) <= 0
        assert self.page.evaluate(f"({FAULT})()") == ""

    def go_to(self, selector):
        """Press the tab key until what is meant has the focus."""
        for _ in range(STEPS):
            self.press("Tab")
            if self.page.evaluate(f"selector => {FOCUSED}.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} is not within {STEPS} steps of the tab key")

    def pick(self, typed, whole):
        """Type in the search field that has the focus, and take the first suggestion, which is the whole name."""
        self.page.keyboard.type(typed)
        suggestion = self.page.locator("[role=listbox]:not([hidden], .kortliste) [role=option]").first
        suggestion.wait_for()
        assert suggestion.inner_text() == whole
        assert self.find_faults() == []
        self.press("Enter")
        assert self.find_faults() == []

    def find_faults(self):
        """The words that are broken, and how far something reaches beyond the window."""
        beyond = self.page.evaluate(BEYOND)
        return self.page.evaluate(f"({BROKEN})()") + ([beyond] if beyond > 0 else [])


def test_the_whole_job_on_a_small_phone_with_large_letters(visit, production):
    with visit(production, width=320, height=640) as opened:
        reader, page = Reader(opened), opened.page
        page.add_init_script(LARGE)
        page.goto(production + "/")
        opened.rest()
        assert reader.find_faults() == []
        reader.go_to("#vaelg-kommune")
        reader.pick("kalu", "Kalundborg")
        opened.heading("Kalundborg Kommune")
        reader.go_to("#vaelg-sammenligning")
        reader.pick("rosk", "Roskilde")
        page.wait_for_selector(".navn-b")
        reader.go_to(".handlinger a[href*='.pdf']")
        sheet = page.request.get(page.evaluate(f"{FOCUSED}.href"))
        assert (sheet.status, sheet.headers["content-type"]) == (200, "application/pdf")
        assert sheet.body().startswith(b"%PDF-")
        assert page.evaluate(f"{FOCUSED}.href").startswith(f"{production}/kommuneark/0326.pdf?sammenlign=0265")


def test_no_word_is_broken_on_any_kind_of_page(visit, production):
    """Everything unfolded; the frame as well, which has a typeface of the machine."""
    with visit(production, width=320, height=640) as opened:
        reader = Reader(opened)
        opened.page.add_init_script(LARGE)
        for path in PAGES:
            opened.page.goto(production + path, wait_until="load")
            opened.page.evaluate(UNFOLD)
            opened.rest()
            assert (path, reader.find_faults()) == (path, [])


def test_no_word_and_no_number_is_broken_beside_the_map(visit, production):
    """On a screen, where columns stay beside each other: a number in two would be two numbers."""
    with visit(production, width=1280, height=1000) as opened:
        reader = Reader(opened)
        opened.page.add_init_script(LARGE)
        for path in ("/?kommune=0326&sammenlign=0265", "/kommune/0326-kalundborg"):
            opened.page.goto(production + path, wait_until="load")
            opened.rest()
            assert (path, reader.find_faults()) == (path, [])
