"""The project's own figures, borders and apps, made once for each process: tests read them and change nothing."""

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from components.address.site import Site
from components.atlas import Atlas
from components.print import package_routes, sheet_routes
from components.print.typesetter import SHEET
from components.server.settings import Settings
from data.profile.archive import Archive
from data.profile.figures import Figures
from data.profile.table import join_tables
from data.store.check import check_table
from data.store.edition import FOLDER, list_editions, publish, read_snapshots
from geodata.borders import Borders
from geodata.drawing import Drawing
from tests.components.print.press import Kept, Press
from tests.delivery import DELIVERY
from tests.lists import make_listed
from tests.page import HOST
from tests.rehearsal import fetch_invented
from tests.sharing import find_shared_folder, share
from tests.two_days import make_edition_after, make_edition_before

TESTS = Path(__file__).parent
# What a test needs tells what it is; where that does not tell it, it is marked by hand (pytest.mark.slow, pytest.mark.pdf).
MARKS = {"browser": "browser", "typeset": "pdf", "workbooks": "slow", "statbank": "slow", "newer": "slow", "two_editions": "slow"}
MARKED_FOLDERS = {"components/print": "pdf", "components/typeset": "pdf", "data/intake": "slow"}
FIRST = (  # the long ones; the first waits for the export, and the next keep the other processes from waiting for it as well
    "pages/test_dashboard.py",
    "components/print/test_sheet.py",
    "pages/test_axe.py",
    "pages/test_random_keys.py",
    "pages/test_zoom.py",
    "test_architecture.py",  # the memory of a worker
    "components/print/test_package_pdf.py",
    "pages",
    "components/print",
    "data/intake",
    "components/picture",
    "data/spreadsheet",
    "test_same_figures.py",
    "components",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is no unit test; put the long ones first, so that no process is left with one in the end."""
    for item in items:
        for mark in _find_marks(item):
            item.add_marker(mark)
    items.sort(key=lambda item: _find_turn(item.path))


def _find_marks(item: pytest.Item) -> set[str]:
    return {MARKS[name] for name in getattr(item, "fixturenames", ()) if name in MARKS} | _find_marks_of_folders(item.path)


@cache
def _find_marks_of_folders(path: Path) -> set[str]:
    return {mark for folder, mark in MARKED_FOLDERS.items() if TESTS / folder in path.parents}


@cache
def _find_turn(path: Path) -> int:
    """From 0 for those that run first."""
    return next((turn for turn, place in enumerate(FIRST) if TESTS / place in (path, *path.parents)), len(FIRST))


@pytest.fixture(scope="session")
def figures() -> Figures:
    """Real figures, with example figures where BL's are missing."""
    return Figures.load(with_examples=True)


@pytest.fixture(scope="session")
def official() -> Figures:
    """Real figures only: what the public sees."""
    return Figures.load(with_examples=False)


@pytest.fixture(scope="session")
def nothing(official: Figures) -> Figures:
    """An edition in which one kommune has no row at all, and no other has a figure of BL's."""
    edition = list_editions()[-1]
    table = join_tables(read_snapshots(edition))
    table = table[table["kommune_kode"].ne("0326")].reset_index(drop=True)
    checked = check_table(table, official.registry, official.places)
    return Figures(checked, official.registry, official.places, with_examples=False, edition=edition, facts=official.facts)


@pytest.fixture(scope="session")
def archive() -> Archive:
    """All editions of the project, real figures only."""
    return Archive(with_examples=False)


@pytest.fixture(scope="session")
def atlas(archive: Archive) -> Atlas:
    """What the pages are made from, at the root of a host that is not known."""
    return Atlas.load(archive, Site())


@pytest.fixture(scope="session")
def borders() -> Borders:
    """The project's borders."""
    return Borders.load()


@pytest.fixture(scope="session")
def drawing() -> Drawing:
    """The borders drawn as SVG paths."""
    return Drawing.load()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all its processes see."""
    return find_shared_folder(tmp_path_factory)


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    """The app as the public meets it, at a host that is not known."""
    return _open(Settings())


@pytest.fixture(scope="session")
def client_at_host() -> FlaskClient:
    """The app as the public meets it, at a known host and under a path (HOST)."""
    return _open(Settings(site=Site.parse(HOST)))


@pytest.fixture(scope="session")
def client_with_examples() -> FlaskClient:
    """As ``python app.py``: example figures on the page, and none in the files."""
    return _open(Settings(with_examples=True))


@pytest.fixture(scope="session")
def client_all_examples() -> FlaskClient:
    """Example figures wherever figures are."""
    return _open(Settings(with_examples=True, examples_in_files=True))


def _open(settings: Settings) -> FlaskClient:
    client: FlaskClient = create_app(settings).server.test_client()
    return client


@pytest.fixture(scope="session")
def rehearsal(shared_folder: Path) -> Path:
    """A fetch of everything: a folder of editions (``figures``), and what the service was asked (``questions.json``)."""

    def fetch(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("data.intake.refresh.PAUSE", 0)
            patch.setenv("no_proxy", "127.0.0.1")
            status, service = fetch_invented(folder / "figures")
        assert status == 0
        (folder / "questions.json").write_text(json.dumps(service.questions), encoding="utf-8")

    return share(shared_folder / "rehearsal", fetch)


@pytest.fixture(scope="session")
def rehearsed_editions(rehearsal: Path) -> Path:
    """A folder of editions, the newest of which has invented figures for all that Danmarks Statistik is asked for."""
    return rehearsal / "figures"


@pytest.fixture(scope="session")
def client_rehearsed(rehearsed_editions: Path) -> FlaskClient:
    """The app as the public would meet it after a fetch."""
    return _open(Settings(figures=rehearsed_editions))


@pytest.fixture(scope="session")
def editions_before(shared_folder: Path) -> Path:
    """Editions of which the newest is as of 31 December 2026, when there are five regioner."""
    return share(shared_folder / "before", make_edition_before)


@pytest.fixture(scope="session")
def editions_after(shared_folder: Path) -> Path:
    """Those and one as of 1 January 2027, when there are four."""
    return share(shared_folder / "after", make_edition_after)


@pytest.fixture(scope="session")
def editions_listed(shared_folder: Path) -> Path:
    """Editions of which the newest has a list of housing organisations."""
    return share(shared_folder / "listed", make_listed)


@pytest.fixture(scope="session")
def client_listed(editions_listed: Path) -> FlaskClient:
    """The app with a list of housing organisations."""
    return _open(Settings(figures=editions_listed))


@pytest.fixture(scope="session")
def client_before(editions_before: Path) -> FlaskClient:
    """The app on the last day of five regioner."""
    return _open(Settings(figures=editions_before))


@pytest.fixture(scope="session")
def client_after(editions_after: Path) -> FlaskClient:
    """The app on the first day of four regioner."""
    return _open(Settings(figures=editions_after))


@pytest.fixture(scope="session")
def typeset(shared_folder: Path) -> Iterator[Press]:
    """Sets sheets and packages, each once."""
    press = Press(shared_folder / "pdf")
    yield press
    press.close()


@pytest.fixture
def typeset_answers(typeset: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed for an address is set once as well, whichever app and test asks for it."""
    for routes in (sheet_routes, package_routes):
        monkeypatch.setattr(routes, "Typesetter", lambda template=SHEET: Kept(typeset))


@pytest.fixture(scope="session")
def two_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of editions with an edition 2026, in which one figure of Kalundborg is new: 15 pct. for 2025, before 14 pct. for 2024."""
    root = Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("editions") / "figures"))
    publish([DELIVERY], "2026", "Kommuneark 2026", "Nye tal: fraflytning.", root)
    return root
