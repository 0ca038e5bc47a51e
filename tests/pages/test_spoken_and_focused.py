"""What is said after each act, and where the focus goes: with the keyboard, on the dashboard and in a frame."""

import pytest

HEARD = """window.heard = [];
addEventListener("DOMContentLoaded", () => {
  const status = document.querySelector("[role=status]");
  new MutationObserver(() => status.textContent && heard.push(status.textContent.replaceAll("\\u00a0", " ")))
    .observe(status, { childList: true, characterData: true, subtree: true });
})"""
KALUNDBORG = "Kalundborg Kommune. Almene boligers andel af alle boliger: 15,7 pct."
DIFFERENCE = "I Roskilde er 20,0 pct. af alle boliger almene. I Kalundborg er det 15,7 pct. Det er 4,3 procentpoint lavere."
PAIR, SWAPPED = (
    f"{one} Kommune og {other} Kommune. {DIFFERENCE}" for one, other in (("Kalundborg", "Roskilde"), ("Roskilde", "Kalundborg"))
)
FOCUSED = "document.activeElement.id || document.activeElement.tagName"
SHEET = "document.activeElement.matches('[href*=\"/kommuneark/0326.pdf\"]')"
FIELD, OPTION = "document.activeElement.id === 'vaelg-kommune'", "document.activeElement.role === 'option'"
STEPS = 12  # of the tab key, from the first to a kommune's sheet


class Listener:
    """A page and what its status says."""

    def __init__(self, page, address):
        self.page, self.keyboard = page, page.page.keyboard
        self.page.page.add_init_script(HEARD)
        self.page.page.goto(address)
        self.page.rest()

    def hear(self, act, *what):
        """All that is said after an act."""
        self.page.page.evaluate("heard.length = 0")
        act(*what)
        self.page.rest()
        self.page.page.wait_for_function("heard.length > 0")
        self.page.rest()
        return self.page.page.evaluate("heard")

    def pick(self, field, typed):
        """What is said when a name has been typed, and when its first suggestion has been taken."""
        box = self.page.page.locator(field)
        box.focus()
        return self.hear(box.press_sequentially, typed), self.hear(box.press, "Enter")

    def follow(self, selector):
        """What is said when a link or button has been used."""
        self.page.page.locator(selector).first.focus()
        return self.hear(self.keyboard.press, "Enter")

    @property
    def focused(self):
        return self.page.page.evaluate(FOCUSED)


def test_picks_are_said_once_and_the_focus_stays_or_goes_to_what_is_new(visit, production):
    with visit(production, reduced_motion="reduce") as opened:
        page = Listener(opened, production)
        assert opened.page.evaluate("heard") == []  # nothing of the first view
        assert opened.page.locator("[role=status]").count() == 1
        assert page.pick("#vaelg-kommune", "kal") == (["1 forslag."], [KALUNDBORG])
        assert page.focused == "vaelg-kommune"
        page.keyboard.press("Tab")
        assert page.focused == "vaelg-sammenligning"
        assert page.pick("#vaelg-sammenligning", "roskilde")[1] == [PAIR]
        assert page.focused == "vaelg-sammenligning"
        assert page.follow(".byt") == [SWAPPED]
        assert page.focused == "H2"
        assert page.hear(opened.page.go_back) == [PAIR]
        assert page.focused == "H2"
        assert page.hear(opened.page.get_by_label("Fjern Roskilde").click) == [KALUNDBORG]
        assert page.focused == "vaelg-sammenligning"
        assert page.follow(".forslag a")[0].startswith("Kalundborg Kommune og ")
        assert page.focused == "H2"
        assert page.hear(opened.page.get_by_label("Fjern Kalundborg").click)[0].startswith("Vordingborg Kommune. ")  # B takes A's place
        assert page.focused == "vaelg-kommune"
        assert page.hear(page.keyboard.press, "Delete") == ["98 forslag."]
        assert page.hear(page.keyboard.press, "Enter")[0].startswith("Hele landet. Almene boligers andel af alle boliger: 19,4 pct.")
        assert (opened.query, page.focused) == ("", "vaelg-kommune")


def test_figures_sorting_and_copying_are_said(visit, production):
    with visit(production, permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce") as opened:
        page = Listener(opened, f"{production}/?kommune=0326")
        assert page.pick("#vaelg-tal", "lejebol")[1][0].startswith("Lejeboliger")
        assert page.focused == "vaelg-tal"
        assert page.hear(opened.page.go_back)[0].startswith("Almene boligers andel af alle boliger. Pct. af alle boliger")
        assert page.follow("#kopier-link") == page.follow("#kopier-link") == ["Linket er kopieret"]
        opened.page.locator(".til-sammenligning").press("Enter")
        opened.rest()
        assert page.focused == "vaelg-sammenligning"
        opened.page.locator(".spring").nth(1).press("Enter")
        opened.rest()
        assert (opened.query, page.focused) == ("?kommune=0326&vis=liste", "tabel")
        assert page.follow("[data-sorter=vaerdi]") == ["Sorteret efter tallet, højeste først"]
        assert page.follow("[data-sorter=vaerdi]") == ["Sorteret efter tallet, laveste først"]
        assert page.follow("[data-sorter=navn]") == ["Sorteret efter kommune, fra A til Å"]
        opened.page.locator(".spring").nth(2).press("Enter")
        opened.rest()
        assert page.focused == "filer"


def test_a_frame_says_and_keeps_the_same(visit, production):
    with visit(production, width=700, reduced_motion="reduce") as opened:
        page = Listener(opened, f"{production}/indlejr?form=sammenligning")
        assert page.pick("#vaelg-kommune", "kal")[1] == [KALUNDBORG]
        assert page.focused == "vaelg-kommune"
        assert page.pick("#vaelg-sammenligning", "roskilde")[1] == [PAIR]
        assert page.focused == "vaelg-sammenligning"
        assert opened.page.locator("[role=status]").count() == 1
        assert page.hear(opened.page.get_by_label("Fjern Kalundborg").click)[0].startswith("Roskilde Kommune. ")
        assert page.focused == "vaelg-kommune"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_sheet_is_few_steps_of_the_tab_key_away(visit, production, width):
    with visit(production, width=width) as page:
        for path in ("/?kommune=0326", "/kommune/0326-kalundborg"):
            page.page.goto(production + path)
            page.rest()
            assert count_steps(page) <= STEPS
        for keys, place in (((), FIELD), (("Tab", "Enter"), OPTION)):  # to the map by the first link, past the head of the page
            page.page.goto(production)
            page.page.wait_for_selector(".kortliste", state="attached")  # it comes when the browser has a pause
            page.rest()
            for key in keys:
                page.page.keyboard.press(key)
            if keys:
                page.page.wait_for_function("document.activeElement.id === 'laesning'")
            steps = keys.count("Tab") + count_steps(page, place)
            page.page.keyboard.type("kal")
            page.page.keyboard.press("Enter")
            page.heading("Kalundborg Kommune")
            if place == OPTION:
                page.page.keyboard.press("Escape")  # after a pick it leads to its figures
                assert page.page.evaluate(FOCUSED) == "H2"
            assert steps + count_steps(page) <= STEPS, place


def count_steps(page, place=SHEET):
    """How often the tab key is pressed until the sheet has the focus, or another place; more than enough where it never does."""
    for step in range(1, STEPS + 2):
        page.page.keyboard.press("Tab")
        if page.page.evaluate(place):
            return step
    return STEPS + 1
