"""The server as a process: what it says, what it survives, how it ends."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.client import RemoteDisconnected
from pathlib import Path
from threading import Event
from time import sleep
from urllib.request import Request, urlopen

import pytest

from components.server.settings import EXPECTED
from tests.browser import PRODUCTION, ROOT, free_port

pytestmark = pytest.mark.slow
MANY = 60
PATIENCE = 60  # seconds, for a busy machine
HURRIED = "from components import serve; serve.{name} = {value}; serve.main(['--workers', '1', '--port', '{port}', '--access-log'])"


@contextmanager
def run(tmp_path, *command):
    """A server, its address, and the file with what it says; it is killed if a test leaves it running."""
    port, said = free_port(), tmp_path / "said"
    arguments = [part.replace("{port}", str(port)) for part in command or (*PRODUCTION, "--port", "{port}", "--access-log")]
    with said.open("wb") as out:
        process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        wait_for_answer(address := f"http://127.0.0.1:{port}", process)
        yield process, address, said
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)  # with its workers
        process.wait()


def wait_for_answer(address, process):
    """A worker listens a moment after it has said that it has started."""
    while process.poll() is None:
        try:
            return ask(f"{address}/healthz")
        except OSError:
            continue
    raise AssertionError(f"it ended with {process.returncode}")


def ask(address):
    with urlopen(address, timeout=PATIENCE) as response:
        return response.status


def find_workers(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()


def stop(process):
    process.send_signal(signal.SIGTERM)
    return process.wait(PATIENCE)


def test_it_says_neither_who_asked_nor_what_it_is(tmp_path):
    with run(tmp_path) as (process, address, said):
        with urlopen(Request(f"{address}/kommuner?kommune=0326", headers={"User-Agent": "laeser-7"}), timeout=PATIENCE) as response:
            answered = str(response.headers).lower()
        assert ask(f"{address}/healthz") == 200
        assert stop(process) == 0
    for name in ("granian", "gunicorn", "werkzeug", "flask", "python", "hyper"):
        assert name not in answered
    lines = re.findall(r"^\[.*\] GET .*$", said.read_text(encoding="utf-8"), re.MULTILINE)
    assert [line.split()[4] for line in lines if "/kommuner" in line] == ["/kommuner"]
    assert not re.search(r"127\.0\.0\.1(?!:)|laeser-7|0326", "".join(lines))


def test_a_worker_that_dies_is_started_anew(tmp_path):
    with run(tmp_path) as (process, address, _):
        (worker,) = find_workers(process)
        os.kill(int(worker), signal.SIGKILL)
        wait_for_answer(address, process)
        assert find_workers(process) != [worker]
        assert stop(process) == 0


def test_a_reload_takes_new_workers_and_loses_no_answer(tmp_path):
    with run(tmp_path, "-c", HURRIED.replace("{name}", "BOOT").replace("{value}", "15.0")) as (process, address, said):
        before = find_workers(process)
        process.send_signal(signal.SIGHUP)
        while "Stopped old worker-1" not in said.read_text(encoding="utf-8"):
            assert ask(f"{address}/healthz") == 200
        assert not set(before) & set(find_workers(process))
        assert stop(process) == 0


def test_a_reload_takes_up_a_new_edition_and_no_answer_mixes_two(tmp_path, two_editions, monkeypatch):
    figures = tmp_path / "figures"
    shutil.copytree(two_editions, figures, ignore=shutil.ignore_patterns("2026"))
    monkeypatch.setenv("DANMARKSKORT_TAL", str(figures))
    seen, ended, closed = set(), Event(), []

    def read(address):
        while not ended.is_set():
            try:
                with urlopen(f"{address}/panel/0326.json", timeout=PATIENCE) as response:
                    seen.add((response.status, response.headers["ETag"], response.read()))
            except (RemoteDisconnected, ConnectionResetError) as error:  # taken by the old worker the moment it stopped: asked again
                closed.append(error)

    with run(tmp_path, "-c", HURRIED.replace("{name}", "BOOT").replace("{value}", "15.0")) as (process, address, said):
        with ThreadPoolExecutor() as pool:
            readers = [pool.submit(read, address) for _ in range(4)]
            assert find_edition(address) == "2025"
            shutil.copytree(two_editions / "2026", figures / "2026.part")
            (figures / "2026.part").rename(figures / "2026")
            process.send_signal(signal.SIGHUP)
            while "Stopped old worker-1" not in said.read_text(encoding="utf-8"):
                sleep(0.1)
            ended.set()
            for reader in readers:
                reader.result()  # raises what went wrong
        assert find_edition(address) == "2026"
        with urlopen(f"{address}/panel/0326.json", timeout=PATIENCE) as response:
            after = response.read()
        assert stop(process) == 0
    assert len(closed) <= 4  # what was in flight: one of each reader at most
    bodies = {body for _, _, body in seen}
    assert {status for status, _, _ in seen} == {200}
    assert len(seen) == len({etag for _, etag, _ in seen}) == len(bodies) <= 2  # of before or of after, each under its own tag
    assert len(bodies - {after}) == 1


def find_edition(address):
    with urlopen(f"{address}/readyz", timeout=PATIENCE) as response:
        return json.load(response)["udgave"]


@pytest.mark.parametrize("sent", [b"", b"GE", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"])
def test_a_connection_that_says_nothing_more_is_closed(tmp_path, sent):
    with run(tmp_path, "-c", HURRIED.replace("{name}", "IDLE").replace("{value}", "300")) as (process, address, _):
        with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), timeout=PATIENCE) as client:
            client.sendall(sent)
            while client.recv(65536):
                continue
        assert stop(process) == 0


@pytest.mark.parametrize("sent", [b"", b"GET /assets/vendor/plotly-geo.min.js HTTP/1.1\r\nHost: x\r\n\r\n" * 3])
def test_it_stops_though_clients_are_connected(tmp_path, sent):
    hurried = HURRIED.replace("{name}", "LAST_ANSWERS").replace("{value}", "2")
    with run(tmp_path, "-c", hurried) as (process, address, _), ExitStack() as stack:
        for _ in range(MANY):
            client = stack.enter_context(socket.socket())
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            client.connect(("127.0.0.1", int(address.rpartition(":")[2])))
            client.sendall(sent)
        assert ask(f"{address}/healthz") == 200
        assert stop(process) == 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_wrong_setting_stops_it_with_a_sentence(workers):
    wrong = os.environ | {"DANMARKSKORT_ADRESSE": "kort.bl.dk"}
    command = [sys.executable, *PRODUCTION, "--workers", workers, "--port", str(free_port())]
    stopped = subprocess.run(command, cwd=ROOT, env=wrong, capture_output=True, text=True, check=False, timeout=PATIENCE)
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1
    assert 1 <= said.count(f"DANMARKSKORT_ADRESSE is 'kort.bl.dk'; write {EXPECTED['adresse']}") <= int(workers)
    assert "Traceback" not in said
