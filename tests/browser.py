"""A real server and a real browser, for the browser tests and the benchmark."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# All pages of one host in one process, which has compiled their scripts once, and none in reserve: a third less work for a page. A list of
# features replaces Playwright's own: those that touch our pages stand here as well.
ONE_PROCESS = (
    "--process-per-site",
    (
        "--disable-features=SpareRendererForSitePerProcess,PaintHolding,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
        "AvoidUnnecessaryBeforeUnloadCheckSync,AvoidCorsURLLoaderRestartOnRedirect,MediaRouter,OptimizationHints,PreconnectToSearch"
    ),
)
CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser")  # the first has no windows: it opens a page twice as fast
SCRIPTS = Path(__file__).parent / "js"
PRODUCTION = ("-m", "components.serve", "--workers", "1")  # as in the README, with the fewest workers
PATIENCE = 60  # seconds for a server to start on a busy machine


def ask_for_plotly(page: Page) -> None:
    """Have Dash and plotly start, as a reader does: by pointing at the trend (assets/dashboard/begin.js)."""
    page.wait_for_selector("#vaelg-kommune")  # the scripts have started
    page.locator("#udvikling-plads").dispatch_event("pointermove")


def script(name: str) -> str:
    """The text of a script in tests/js."""
    return (SCRIPTS / name).read_text(encoding="utf-8")


def find_chromium() -> str:
    """Debian's Chromium, or the one that CHROMIUM names.

    Raises:
        FileNotFoundError: there is none.
    """
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not found:
        raise FileNotFoundError("Chromium is missing; 'make test' installs it on Debian and Ubuntu, or name one in CHROMIUM")
    return found


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(*command: str, port: int, **environment: str) -> Iterator[str]:
    """Run a server until the block ends; gives its address once it answers."""
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode} before it answered")
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(f"{process.args!r} did not answer at {address} within {PATIENCE} s")


@contextmanager
def open_browser(*flags: str) -> Iterator[Browser]:
    """Headless Chromium, perhaps with more flags than it needs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, *flags])
        yield browser
        browser.close()
