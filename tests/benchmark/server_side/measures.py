"""What is measured of the server, and what must hold."""

from tests.benchmark.limit import Limit
from tests.benchmark.measure import Measure

WORKERS, USUAL, CROWD = 2, 8, 200  # connections: the usual number, and that of an election night
CONNECTIONS = (1, USUAL, 64, CROWD)
HEALTH, PDF, SERVER, PIECES = "/healthz", "/kommuneark/….pdf", "server", "/panel/….json while PDFs are made"
PAGES = ("/", "/indlejr", "/kommune/0326-kalundborg")
KEPT = (*PAGES, "/panel/0326.json")  # what is kept finished
OLD = "5fc117e"  # the commit before all this

STARTED = Measure("start to first 200", "s", 1)
MEMORY_AT_START = Measure("memory of a worker (PSS), started", "MB")
MEMORY_AFTER = Measure("memory of a worker (PSS), after all this", "MB")
MADE = Measure("PDFs made", "a second", 1)


def rate(connections: int) -> Measure:
    """Answers a second, with so many connections."""
    return Measure(f"answers, {connections} connections", "a second", 1)


def p95(connections: int) -> Measure:
    """Milliseconds that 19 of 20 answers take at most, with so many connections."""
    return Measure(f"p95, {connections} connections", "ms", 1)


def refused(connections: int) -> Measure:
    """Share of the connections that were told to come back later (503), with so many of them."""
    return Measure(f"told to come back, {connections} connections", "%")


def name_old(page: str) -> str:
    """A page of the old commit.

    >>> name_old("/indlejr")
    '/indlejr at 5fc117e'
    """
    return f"{page} at {OLD}"


LIMITS = (
    *(Limit(page, rate(USUAL), 1 / 2, of=HEALTH, is_least=True) for page in PAGES),
    *(Limit(page, rate(USUAL), 200, of=name_old(page), is_least=True, may_lack=True) for page in PAGES),
    Limit(PIECES, p95(CROWD), 100),
)
