"""The parts that measure: the load generator on a small server, memory, the old commit, Leaflet's panel, whose bytes are whose."""

import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from components.address.asset import ASYNC_GRAPH, asset_address, borders_address
from components.map.model import build_map_model
from components.wording.formats import format_reading
from data.profile.archive import Archive
from geodata.borders import Borders
from tests.benchmark import leaflet_app
from tests.benchmark.browser_side.traffic import is_graphs
from tests.benchmark.load import put_load
from tests.benchmark.server_side.memory import measure_workers
from tests.benchmark.server_side.old import unpack


class Answering(BaseHTTPRequestHandler):
    """Answers by the path: /200 keeps the connection, /200-last ends it, /503 says to come back."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        status, _, last = self.path[1:].partition("-")
        self.send_response(int(status))
        self.send_header("Content-Length", "2")
        if last:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Says nothing of the connections that end in the middle of an answer, when the time is over."""

    def handle_error(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def port():
    with Server(("127.0.0.1", 0), Answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.mark.parametrize("path", ["/200", "/200-last"])
def test_a_connection_asks_again_also_where_the_server_ends_it(path, port):
    load = put_load(port, [path], 2, 0.3)
    assert len(load.times) > 2
    assert (load.wrong, load.refused) == (0, 0)
    assert 0 < load.median <= load.p95


def test_a_connection_that_is_told_to_come_back_rests(port):
    load = put_load(port, ["/503", "/200"], 2, 0.3)
    assert (load.wrong, load.refused) == (2, 2)


def test_what_is_no_200_is_counted_and_has_no_time(port):
    load = put_load(port, ["/404"], 1, 0.2)
    assert load.wrong > 1
    assert (load.times, load.refused, load.rate) == ([], 0, 0.0)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell what a process holds")
def test_the_memory_of_a_child_is_told():
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(1, flush=True); input()'])"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        server.stdout.readline()
        (held,) = measure_workers(server.pid)
        assert 1 < held < 100
        server.communicate(b"\n")


def test_a_commit_that_is_not_there_is_told():
    with pytest.raises(RuntimeError, match=r"git can't unpack it|git is not installed"), unpack("f" * 40):
        pass


@pytest.fixture(scope="module")
def figures():
    return Archive(with_examples=False, only_newest=True).newest


def test_leaflet_s_panel_has_every_figure_of_ours(figures):
    for code in ("0326", "0825"):
        profile, panel = figures.profile(code), leaflet_app.write_panel(figures.profile(code), figures)
        known = [entry for entry in profile.entries.values() if entry.reading.value is not None]
        assert panel.count("<b>") == len(known) > 10
        for entry in known:
            assert f"<b>{format_reading(entry.reading, entry.indicator)}</b>" in panel


def test_leaflet_s_page_has_colour_and_words_of_every_kommune(figures):
    model = build_map_model(figures.registry.main, figures)
    page = leaflet_app.write_page(model, "Kilde: her")
    for code, name in model.names.items():
        assert f'"{code}":["#' in page
        assert name in page
    assert "{" + "title" not in page


def test_only_what_plotly_needs_is_counted_apart():
    plotly = (ASYNC_GRAPH, asset_address("vendor/plotly-geo.min.js"), borders_address(Borders.load()), "/_dash-component-suites/x.js")
    ours = ("/", "/panel/0326.json", asset_address("map/plot.js"), asset_address("dashboard/answers.js"), "/indlejr/ramme.js")
    assert all(is_graphs(f"http://127.0.0.1:8000{address}") for address in plotly)
    assert not any(is_graphs(f"http://127.0.0.1:8000{address}") for address in ours)
