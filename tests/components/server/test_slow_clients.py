"""The production command, with clients that are idle or slow: others must be answered meanwhile. Counts, no times."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from urllib.request import urlopen

import pytest

from components.server.settings import EXPECTED
from tests.browser import PRODUCTION, ROOT, free_port, serve

pytestmark = pytest.mark.slow
MANY = 60
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


def test_it_stops_gracefully_though_clients_are_connected():
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, *PRODUCTION, "--port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with ExitStack() as stack:
        clients = _connect(port, stack)
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == 0
        assert len(clients) == MANY


def _connect(port, stack):
    while True:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=PATIENCE):
                return [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(MANY)]
        except OSError:
            continue


def test_a_wrong_setting_stops_it_with_a_sentence_and_once():
    wrong = os.environ | {"DANMARKSKORT_ADRESSE": "kort.bl.dk"}
    command = [sys.executable, *PRODUCTION, "--port", str(free_port())]
    stopped = subprocess.run(command, cwd=ROOT, env=wrong, capture_output=True, text=True, check=False, timeout=PATIENCE)
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1
    assert said.count(f"DANMARKSKORT_ADRESSE is 'kort.bl.dk'; write {EXPECTED['adresse']}") == 1
    assert "Traceback" not in said
