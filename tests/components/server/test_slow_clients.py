"""The production command, with clients that are idle or slow: others must be answered meanwhile. Counts, no times."""

import socket
import time
from contextlib import ExitStack
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from components.print.sheet_routes import AT_ONCE
from components.serve import CONNECTIONS, OTHER_FILES, THREADS, allow_connections
from tests.browser import PRODUCTION, free_port, serve

pytestmark = pytest.mark.slow
MANY = 60
CROWD = 1500  # more than the server's own limits would let in
PATIENCE = 60  # seconds, for a busy machine
POST = b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
GET = b"GET %s HTTP/1.1\r\nHost: x\r\n\r\n"
SLOW = {  # what each has sent, and what it sends between two answers to others
    "idle": (b"", b""),
    "half a request line": (b"GE", b"T"),
    "a header at a time": (b"GET / HTTP/1.1\r\nHost: x\r\n", b"X-A: 1\r\n"),
    "a body a byte at a time, for Dash": (POST % b"/_dash-update-component", b" "),
    "a body a byte at a time, for a page": (POST % b"/", b" "),
    "a body with what is only read": ((POST % b"/kommuner").replace(b"POST", b"GET"), b" "),
    "a large file that nobody reads": (GET % b"/assets/vendor/plotly-geo.min.js" * 3, b""),
    "large pages that nobody reads": (GET % b"/", b""),
    "all kommuneark that nobody reads": (GET % b"/kommuneark/alle.zip?sider=1", b""),
    "a connection kept open after its answer": (GET % b"/healthz", b""),
    "half a request after a whole one": (GET % b"/healthz" + b"GET /", b"k"),
}
ASKED = ["/healthz", "/kommuner", "/panel/0326.json", "/assets/favicon.svg"]


@pytest.fixture(scope="module")
def address():
    port = free_port()
    with serve(*PRODUCTION, "--port", str(port), port=port) as address:
        yield address


@pytest.mark.parametrize("kind", SLOW)
def test_others_are_answered(address, kind):
    first, more = SLOW[kind]
    with ExitStack() as stack:
        clients = [stack.enter_context(socket.socket()) for _ in range(MANY)]
        for client in clients:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            client.connect(("127.0.0.1", int(address.rpartition(":")[2])))
            client.sendall(first)
        answered = []
        for path in ASKED * 2:
            with urlopen(address + path, timeout=PATIENCE) as response:
                answered.append(response.status)
            for client in clients:
                _send(client, more)
        assert answered == [200] * len(ASKED) * 2


def _send(client, more):
    try:
        client.sendall(more)
    except OSError:  # it was answered and closed: also right
        return


def test_a_crowd_of_idle_connections_keeps_nobody_waiting(address):
    assert allow_connections(CONNECTIONS) >= CROWD  # this process has them open as well
    with ExitStack() as stack:
        for _ in range(CROWD):
            stack.enter_context(socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2]))))
        for path in ASKED:
            with urlopen(address + path, timeout=PATIENCE) as response:
                assert response.status == 200


def open_when_free(address):
    """The answer, once those who asked before, in another test, are served: a busy machine is slow, not wrong."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return urlopen(address, timeout=PATIENCE)
        except HTTPError as refused:
            if refused.code != 503 or time.monotonic() > until:
                raise
            refused.close()
            time.sleep(0.2)


def test_whoever_comes_too_late_for_a_whole_collection_is_told_when_to_ask_again(address):
    path = "/kommuneark/alle.zip?sider=1"
    with ExitStack() as stack:
        readers = [stack.enter_context(open_when_free(address + path)) for _ in range(AT_ONCE)]
        with pytest.raises(HTTPError) as refused:
            urlopen(address + path, timeout=PATIENCE)
        assert (refused.value.code, int(refused.value.headers["Retry-After"]) > 0) == (503, True)
        refused.value.close()
        assert len(readers) == AT_ONCE < THREADS


LIMITS = [  # of open files: soft, hard, and how many connections then find room; -1 is without limit
    (1024, 524288, CONNECTIONS),
    (1024, 1024, 1024 - OTHER_FILES),
    (20000, 20000, CONNECTIONS),
    (1024, -1, CONNECTIONS),
    (-1, -1, CONNECTIONS),
    (100, 100, 1),
]


@pytest.mark.parametrize(("soft", "hard", "taken"), LIMITS)
def test_where_few_files_may_be_open_fewer_connections_are_taken(monkeypatch, soft, hard, taken):
    asked_for = []
    monkeypatch.setattr("resource.getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr("resource.setrlimit", lambda _, limits: asked_for.append(limits))
    assert allow_connections(CONNECTIONS) == taken
    ((new, unchanged),) = asked_for
    assert unchanged == hard
    assert new == soft or soft < new <= max(hard, CONNECTIONS + OTHER_FILES)
