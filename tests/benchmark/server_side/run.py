"""The server's part of the benchmark: rates by turns in one run, so that their ratios cancel the machine out."""

import http.client
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

from data.place import PlaceKind
from data.place_table import load_places
from tests.benchmark.load import HEADERS, put_load
from tests.benchmark.measure import Measure, Samples
from tests.benchmark.process import Server, serve, serve_ours
from tests.benchmark.server_side import measures as of
from tests.benchmark.server_side.memory import measure_workers
from tests.benchmark.server_side.old import measure_old, serve_old
from tests.days import TODAY

WARM_UP = 16  # connections, each of which stays with one worker: so many find both
PDF_SECONDS = 3  # times as long as a page is asked for: a sheet takes half a second
OLD_SECONDS = 2  # likewise: the old commit made some 50 pages a second
PRINTERS = 4  # readers that ask for one PDF after another
CODES = [code for code, place in load_places(TODAY).items() if place.kind is PlaceKind.KOMMUNE]
SHEETS = [f"/kommuneark/{code}.pdf" for code in CODES]
PANELS = [f"/panel/{code}.json" for code in CODES]


def measure_server(samples: Samples, rounds: int, seconds: float) -> list[str]:
    """Start the production server and the old one, and ask them.

    Args:
        samples: where figures are noted.
        rounds: how often each is asked for.
        seconds: for how long each time.

    Returns:
        A line for everything that could not be measured.

    Raises:
        RuntimeError: an answer was wrong, or our server did not start.
    """
    for _ in range(rounds - 1):
        with serve(*serve_ours(of.WORKERS)) as server:
            samples.add(of.SERVER, {of.STARTED: server.started})
    with serve(*serve_ours(of.WORKERS)) as server, serve_old() as old:
        samples.add(of.SERVER, {of.STARTED: server.started})
        untold = _note_memory(samples, of.MEMORY_AT_START, server)
        warm_up(server.port, of.KEPT)
        if isinstance(old, Server):
            warm_up(old.port, of.PAGES)
        for turn in range(rounds):
            _measure_rates(samples, server.port, seconds, step=-1 if turn % 2 else 1)
            if isinstance(old, Server):
                measure_old(samples, old, seconds * OLD_SECONDS)
        _measure_sheets(samples, server.port, seconds * PDF_SECONDS)
        _measure_pieces(samples, server.port, seconds * PDF_SECONDS)
        _note_memory(samples, of.MEMORY_AFTER, server)
    return [line for line in (untold, old if isinstance(old, str) else "") if line]


def _note_memory(samples: Samples, measure: Measure, server: Server) -> str:
    try:
        samples.add(of.SERVER, {measure: max(measure_workers(server.pid))})
    except OSError as error:
        return f"{measure.name}: this system does not tell ({error})"
    return ""


def warm_up(port: int, paths: Sequence[str]) -> None:
    """Have every worker make all of these, so that what it keeps is there: asked for as the load generator asks."""
    for _ in range(WARM_UP):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for path in paths:
            connection.request("GET", path, headers=HEADERS)
            connection.getresponse().read()
        connection.close()


def _measure_rates(samples: Samples, port: int, seconds: float, step: int) -> None:
    """All addresses with all numbers of connections; with a step of -1 in the opposite order."""
    for connections in of.CONNECTIONS:
        for path in (of.HEALTH, *of.KEPT)[::step]:
            load = put_load(port, [path], connections, seconds)
            if load.wrong:
                raise RuntimeError(f"{load.wrong} of {load.wrong + len(load.times)} answers at {path} were no 200")
            samples.add(path, {of.rate(connections): load.rate, of.p95(connections): load.p95})


def _measure_sheets(samples: Samples, port: int, seconds: float) -> None:
    """Sheets of all kommuner in turn, so that nearly all have to be made."""
    for turn, connections in enumerate(of.CONNECTIONS):
        first = len(SHEETS) * turn // len(of.CONNECTIONS)  # the last few sheets are kept
        load = put_load(port, SHEETS[first:] + SHEETS[:first], connections, seconds)
        if load.wrong > load.refused:
            raise RuntimeError(f"{load.wrong - load.refused} answers at {SHEETS[0]} and its like were neither 200 nor 503")
        told = 100 * load.refused / connections
        samples.add(of.PDF, {of.rate(connections): load.rate, of.p95(connections): load.p95, of.refused(connections): told})


def _measure_pieces(samples: Samples, port: int, seconds: float) -> None:
    warm_up(port, PANELS)
    with _print_sheets(port) as made:
        load = put_load(port, PANELS, of.CROWD, seconds)
    if load.wrong:
        raise RuntimeError(f"{load.wrong} of {load.wrong + len(load.times)} panels were no 200 while PDFs were made")
    figures = {of.rate(of.CROWD): load.rate, of.p95(of.CROWD): load.p95, of.MADE: len(made) / seconds}
    samples.add(of.PIECES, figures)


@contextmanager
def _print_sheets(port: int) -> Iterator[list[str]]:
    """Some readers ask for PDFs until the block ends; gives what they have got so far."""
    made: list[str] = []
    is_over = Event()

    def read(paths: list[str]) -> None:
        for path in paths:
            if is_over.is_set():
                return
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", path)
            if connection.getresponse().status == http.client.OK:
                made.append(path)
            else:
                is_over.wait(0.2)
            connection.close()

    with ThreadPoolExecutor(PRINTERS) as readers:
        reading = [readers.submit(read, SHEETS[turn::PRINTERS]) for turn in range(PRINTERS)]
        try:
            yield made
        finally:
            is_over.set()
            for each in reading:
                each.result()
