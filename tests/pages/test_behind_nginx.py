"""The server behind the proxy that is delivered with it, and the static export behind the same nginx."""

import json
import os
import shutil
import signal
import socket
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import brotli
import pytest

from app import build_static
from components.address.site import Site
from components.export.pack import pack_file
from components.server.settings import Settings
from tests.components.serving import run
from tests.nginx import ask, find_nginx, run_nginx
from tests.pages.conftest import export
from tests.pages.strict_page import open_and_pick
from tests.sharing import share

UPSTREAM = "server kort:8000 max_fails=1 fail_timeout=5s;"
FORGED = dict.fromkeys(
    ("Forwarded", "X_Forwarded_For", "X_Forwarded_Host", "X_Forwarded_Proto", "X_Forwarded_Prefix", "X_Forwarded_Port", "X_Real_IP"),
    "http://ond.example/",
)
KINDS = [
    "/", "/kommuner", "/kommune/0825-laesoe", "/kilder-og-metode", "/indlejr", "/indlejr/byg", "/indlejr/ramme.js", "/indlejr/hoejde.js",
    "/panel/0326.json", "/kort/almene_andel.json", "/hele-landet.png", "/api/v1/kommuner.json",
    "/api/v1/kommuner.csv", "/api/v1/kommuner.xlsx", "/assets/favicon.svg", "/assets/screen/base.css", "/robots.txt",
    "/was",
]  # fmt: skip
SECURITY = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "X-Robots-Tag",
            "Access-Control-Allow-Origin")  # fmt: skip
# A script that is none of ours; ends when the browser has said that it breaks the policy.
FOREIGN = """() => new Promise((told) => {
    document.addEventListener("securitypolicyviolation", told);
    document.body.append(Object.assign(document.createElement("script"), { textContent: "window.foreign = true" }));
})"""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def _nginx():
    find_nginx()


def name_servers(*addresses):
    return {UPSTREAM: " ".join(UPSTREAM.replace("kort:8000", address.removeprefix("http://")) for address in addresses)}


def test_the_server_behind_the_proxy(tmp_path, monkeypatch):
    monkeypatch.setenv("DANMARKSKORT_MAALINGER", "1")
    monkeypatch.setenv("DANMARKSKORT_ADRESSE", "https://kort.bl.dk/")
    for name in ("a", "b", "proxy"):
        (tmp_path / name).mkdir()
    with ExitStack() as stack:
        servers = [stack.enter_context(run(tmp_path / name)) for name in ("a", "b")]
        addresses = [address for _, address, _ in servers]
        own = int(addresses[0].rpartition(":")[2])
        port = stack.enter_context(run_nginx("proxy.conf", tmp_path / "proxy", name_servers(*addresses)))
        for path in ("/", "/kommune/0326-kalundborg", "/panel/0326.json", "/assets/screen/base.css"):
            passes_on_as_it_came(own, port, path)
        for path in ("/metrics", "/metrics?x=1", "/%6detrics", "//metrics", "/x/../metrics"):
            assert ask(port, path)[0].status == 404, path
        assert ask(own, "/metrics")[0].status == 200  # the server has them
        limits_what_is_sent(port)
        stops_do_not_show(port, servers)
    written = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "proxy").glob("*.log"))
    assert "/kommune/0326-kalundborg 200" in written
    assert "127.0.0.1" not in written  # who asked


def passes_on_as_it_came(own, port, path):
    direct, packed = ask(own, path, Accept_Encoding="br")
    answer, body = ask(port, path, Accept_Encoding="br")
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "br")
    assert brotli.decompress(body) == brotli.decompress(packed)
    assert answer.headers["ETag"].startswith('"')  # a weak one would say that it was packed anew
    assert int(answer.headers["Content-Length"]) == len(body)
    for name in (*SECURITY, "Content-Type", "Cache-Control", "Vary", "Server"):
        assert answer.headers[name] == direct.headers[name], name
    again, nothing = ask(port, path, Accept_Encoding="br", If_None_Match=answer.headers["ETag"])
    assert (again.status, nothing) == (304, b"")
    assert ask(port, path, "HEAD")[0].status == 200


def limits_what_is_sent(port):
    """The server says itself what is too long for it; what is longer than any need never comes to it. None is an error of the server."""
    long, said = ask(port, "/?kommune=" + "1" * 9000)
    assert (long.status, "Danmarkskortet" in said.decode()) == (414, True)
    assert ask(port, "/", X="a" * 12_000)[0].status == 200
    assert ask(port, "/", X="a" * 40_000)[0].status == 400
    assert ask(port, "/?" + "1" * 40_000)[0].status == 414
    assert ask(port, "/", "POST", b"x" * 100_000)[0].status == 413


def stops_do_not_show(port, servers):
    """One replica dies, and nobody notices; both, and it is said."""
    for (process, _, _), expected in zip(servers, (200, 503), strict=True):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        answers = [ask(port, "/healthz") for _ in range(8)]
        assert {answer.status for answer, _ in answers} == {expected}
    answer, body = answers[-1]
    assert (answer.headers["Retry-After"], answer.headers["X-Content-Type-Options"]) == ("10", "nosniff")
    assert body.decode() == "Kortet er ved at starte. Prøv igen om lidt.\n"


class Echo(BaseHTTPRequestHandler):
    """A server that tells what came, and is busy at one address."""

    def do_GET(self):
        body = json.dumps(dict(self.headers)).encode()
        self.send_response(503 if self.path == "/optaget" else 200)
        self.send_header("Retry-After", "7")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


def test_the_server_hears_the_host_and_nobody_s_word_for_the_rest(tmp_path):
    echo = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    Thread(target=echo.serve_forever, daemon=True).start()
    with echo, run_nginx("proxy.conf", tmp_path, name_servers(f"127.0.0.1:{echo.server_address[1]}")) as port:
        heard = json.loads(ask(port, "/", Host="kort.bl.dk", X_Request_Id="7", **FORGED)[1])
        with socket.create_connection(("127.0.0.1", port)) as old, old.makefile("rb") as told:
            old.sendall(b"GET / HTTP/1.0\r\n\r\n")  # as load balancers ask how somebody is
            assert b'"Host": "kort"' in told.read()
        busy, body = ask(port, "/optaget")
        echo.shutdown()
    assert heard["Host"] == "kort.bl.dk"
    assert "ond.example" not in str(heard)
    assert (busy.status, busy.headers["Retry-After"]) == (503, "7")  # passed on: the server's own word
    assert b"Host" in body


@pytest.fixture(scope="module")
def files(shared_folder, tmp_path_factory):
    """The export behind nginx, some of it packed; its address."""
    folder = tmp_path_factory.mktemp("nginx")
    root = folder / "srv"
    shutil.copytree(share(shared_folder / "web", export), root, copy_function=os.link)
    for name in ("index.html", "panel/0326.json", "indlejr/index.html"):
        assert pack_file(root / "danmarkskort" / name)
    ours = {"/srv/kort/_nginx.conf": f"{root}/danmarkskort/_nginx.conf", "root /srv/kort": f"root {root}"}
    with run_nginx("static.conf", folder, ours) as port:
        yield port


def test_files_have_the_server_s_headers(files):
    site = Site("/danmarkskort", follows_request=False)
    client = build_static(Settings(site=site, with_examples=True, only_newest=True))[0].test_client()
    for path in KINDS:
        answer, _ = ask(files, f"/danmarkskort{path}")
        assert answer.status == 200, path
        with client.get(path) as served:
            said = answer.headers["Content-Type"], served.content_type
            assert said[0].replace("; charset=utf-8", "") == said[1].replace("; charset=utf-8", ""), path
            for name in SECURITY[1:] if path.endswith((".json", ".csv", ".js", ".css", ".xlsx", ".png", ".svg")) else SECURITY:
                assert answer.headers[name] == served.headers.get(name), (path, name)
    borders = next(
        line
        for line in ask(files, "/danmarkskort/")[1].decode().replace("\\u002f", "/").split('"')
        if line.startswith("/danmarkskort/geodata/")
    )
    assert ask(files, borders)[0].headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert ask(files, "/danmarkskort/indlejr/")[0].headers["X-Robots-Tag"] == "noindex"


def test_files_are_found_packed_and_not_sent_twice(files):
    for path in ("/danmarkskort/", "/danmarkskort/panel/0326.json"):
        for form in ("br", "gzip"):
            answer, body = ask(files, path, Accept_Encoding=form)
            assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == (form, "Accept-Encoding")
            assert int(answer.headers["Content-Length"]) == len(body)  # as it lies there
        assert ask(files, path, If_None_Match=ask(files, path)[0].headers["ETag"])[0].status == 304
    assert ask(files, "/danmarkskort/kommune/kalundborg")[0].status == 200
    for path in ("/danmarkskort/findes-ikke", "/danmarkskort/panel/9999.json", "/danmarkskort/_headers", "/danmarkskort/_nginx.conf", "/x"):
        answer, body = ask(files, path)
        assert (answer.status, b"Danmarkskortet" in body) == (404, True)
        assert "default-src 'none'; style-src" in answer.headers["Content-Security-Policy"], path
    asked, _ = ask(files, "/danmarkskort/api/v1/kommuner.json", "OPTIONS", Origin="https://bl.dk")
    assert (asked.status, asked.headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert ask(files, "/danmarkskort/", "POST", b"x")[0].status == 405


def test_a_browser_finds_nothing_that_breaks_the_policy(files, open_page):
    page, broken = open_page(bypass_csp=False), []
    page.expose_function("tell", lambda said: broken.append(said))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (event) => tell(event.violatedDirective + event.blockedURI))"
    )
    page.on("pageerror", lambda error: broken.append(str(error)))
    address = f"http://127.0.0.1:{files}/danmarkskort"
    for path in ("/", "/indlejr"):
        open_and_pick(page, address, path)
    for path in ("/indlejr/byg", "/kommune/0326-kalundborg", "/kommuner", "/kilder-og-metode", "/findes-ikke"):
        page.goto(address + path, wait_until="networkidle")
    assert broken == []
    page.evaluate(FOREIGN)
    assert broken  # what is no script of ours is told
