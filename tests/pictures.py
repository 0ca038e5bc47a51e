"""The pictures of the README: four states at three widths, from the production server. ``make pictures`` takes them anew."""

from pathlib import Path

from tests.browser import PRODUCTION, ROOT, free_port, open_browser, serve

FOLDER = ROOT / "assets" / "pictures"
STATES = {
    "start": "/",
    "kommune": "/?kommune=0326",
    "emne": "/?kommune=0326&emne=boligtyper",
    "sammenligning": "/?kommune=0326&sammenlign=0265",
}
HEIGHTS = {390: 844, 820: 1180, 1280: 800}  # of the window by its width
QUALITY = 72  # of JPEG: a dozen pictures are to be less than a megabyte
FINISHED = "#vaelg-kommune"  # the scripts have started


def take_pictures(folder: Path) -> list[Path]:
    """Take all pictures into a folder, as ``kommune-1280.jpg``; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    taken = []
    with serve(*PRODUCTION, "--port", str(port), port=port) as address, open_browser() as browser:
        for width, height in HEIGHTS.items():
            page = browser.new_page(viewport={"width": width, "height": height}, locale="da-DK")
            for name, path in STATES.items():
                page.goto(address + path)
                page.wait_for_selector(FINISHED, state="attached")
                page.evaluate("document.fonts.ready.then(() => true)")
                taken.append(folder / f"{name}-{width}.jpg")
                page.screenshot(path=taken[-1], type="jpeg", quality=QUALITY)
            page.close()
    return taken


if __name__ == "__main__":
    for picture in take_pictures(FOLDER):
        print(picture.relative_to(ROOT))
