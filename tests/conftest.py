"""The project's own figures and borders, loaded once."""

import pytest

from components.address.site import Site
from components.atlas import Atlas
from data.profile.archive import Archive
from data.profile.figures import Figures
from data.profile.table import join_tables
from data.store.check import check_table
from data.store.edition import list_editions, read_snapshots
from geodata.borders import Borders
from geodata.drawing import Drawing


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
