"""Whatever keys are pressed: the focus is somewhere, and can be seen."""

import random

import pytest

from tests.browser import script

PRESSES = 200
KEYS = {  # how often each is pressed, of a hundred
    "Tab": 38, "Shift+Tab": 12, "ArrowDown": 10, "ArrowUp": 5, "ArrowLeft": 2, "ArrowRight": 2, "Enter": 12, "Space": 3, "Escape": 3,
    "Home": 2, "End": 2, "k": 3, "r": 2, "s": 2, "Backspace": 2,
}  # fmt: skip
ACTS = {"Enter", "Space"}
FAULT = script("focus_fault.js")
# Links that lead to other pages and to files lead nowhere: the test stays.
STAY = """addEventListener("click", (click) => {
  const link = click.target.closest && click.target.closest("a[href]");
  const isHere = link && link.origin + link.pathname === location.origin + location.pathname;
  if (link && (!isHere || link.target === "_blank" || link.download)) click.preventDefault();
}, true)"""
SCROLLS = {"ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Space", "Home", "End"}
PLACE = "JSON.stringify(document.activeElement.getBoundingClientRect())"
SETTLED = f"""new Promise((rests) => {{
  let last, same = 0;
  const look = () => {{ same = {PLACE} === last ? same + 1 : 0; last = {PLACE}; same < 4 ? requestAnimationFrame(look) : rests(); }};
  look();
}})"""


def press(page, key):
    """Press a key and wait until what it leads to has come; past the last element it is pressed once more, as by a reader."""
    page.page.keyboard.press(key)
    page.rest(frames=3 if key in ACTS else 1)
    if key in SCROLLS:
        page.page.evaluate(SETTLED)
    if "Tab" in key and page.page.evaluate("document.activeElement === document.body"):
        page.page.keyboard.press(key)


def press_many(page, keys):
    """Press keys; gives the faults, each with the keys before it.

    Keys that only scroll may leave the focus behind, as on any page, and it stays behind until it moves.
    """
    faults, pressed, is_behind = [], [], False
    for key in keys:
        before = page.page.evaluate(f"window.held = document.activeElement; {PLACE}")
        press(page, key)
        pressed.append(key)
        fault, is_same, place = page.page.evaluate(f"[({FAULT})(), document.activeElement === window.held, {PLACE}]")
        is_behind = bool(fault) and is_same and (is_behind or (key in SCROLLS and place != before))
        if fault and not is_behind:
            faults.append(f"{fault} after {' '.join(pressed[-8:])} at {page.query}")
    return faults


@pytest.mark.parametrize(
    ("path", "sizes"),
    [
        ("/", [(1280, 800), (390, 640), (320, 256)]),
        ("/indlejr?kommune=0326&sammenlign=0265", [(700, 700), (360, 500)]),
        ("/kommune/0326-kalundborg", [(1280, 800), (390, 500)]),
    ],
)
def test_after_any_key_the_focus_can_be_seen(visit, production, path, sizes):
    chance = random.Random(path)  # the same keys each time
    with visit(production, reduced_motion="reduce") as page:
        page.page.add_init_script(STAY)
        page.page.goto(production + path)
        page.page.locator("#vaelg-kommune").all() and page.page.locator("#vaelg-kommune").focus()  # has the organisations fetched
        for width, height in sizes:
            page.page.set_viewport_size({"width": width, "height": height})
            page.rest()
            assert press_many(page, ["Tab", *chance.choices(list(KEYS), KEYS.values(), k=PRESSES // len(sizes))]) == []
