"""The server as a process: what it says, what it survives, how it ends."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from components.serve import main
from components.server.settings import EXPECTED
from tests.browser import PRODUCTION, ROOT, free_port
from tests.components.serving import PATIENCE, Readers, ask, connect, find_edition, find_workers, hurry, run, stop, wait_for

pytestmark = pytest.mark.slow
MANY = 60


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


def test_a_worker_that_dies_is_started_anew_and_only_what_was_in_flight_fails(tmp_path):
    with run(tmp_path, *hurry("IDLE", 5000, workers=2)) as (process, address, said):
        for number in (1, 2):
            wait_for(f"Started worker-{number}", said)
        with Readers(address, ["/panel/0326.json", "/healthz"], kept_open=2, fresh=2) as readers:
            worker = find_workers(process)[0]
            os.kill(int(worker), signal.SIGKILL)
            wait_for("Started worker-1", said, times=2)
            assert worker not in find_workers(process)
            assert len(readers.failed) <= 4  # one request of each
            seen = len(readers.failed)
            readers.wait_for_more()
            assert len(readers.failed) == seen
        assert stop(process) == 0


def test_a_reload_takes_up_a_new_edition_loses_no_answer_and_mixes_no_two(tmp_path, two_editions, monkeypatch):
    figures = tmp_path / "figures"
    shutil.copytree(two_editions, figures, ignore=shutil.ignore_patterns("2026"))
    monkeypatch.setenv("DANMARKSKORT_TAL", str(figures))
    with run(tmp_path, *hurry("IDLE", 5000)) as (process, address, said):
        (before,) = find_workers(process)
        assert find_edition(address) == "2025"
        with Readers(address, ["/panel/0326.json"], kept_open=4, fresh=4) as readers, connect(address) as idle:
            readers.wait_for_more()
            shutil.copytree(two_editions / "2026", figures / "2026.part")
            (figures / "2026.part").rename(figures / "2026")
            process.send_signal(signal.SIGHUP)
            wait_for("Stopped old worker-1", said)
            readers.wait_for_more()
            assert idle.recv(1) == b""  # what says nothing is closed after IDLE, as ever
        assert before not in find_workers(process)
        assert find_edition(address) == "2026"
        assert stop(process) == 0
    assert readers.failed == []
    assert "Killing" not in said.read_text(encoding="utf-8")
    for seen in readers.seen:
        changes = [pair for pair in pairwise(seen) if pair[0] != pair[1]]
        assert len(changes) == 1  # from the old to the new and never back
    assert {status for seen in readers.seen for status, _, _ in seen} == {200}
    assert len({tuple(seen[0]) for seen in readers.seen}) == len({tuple(seen[-1]) for seen in readers.seen}) == 1
    for seen in readers.seen:
        assert [json.loads(body)["fra"] for _, _, body in (seen[0], seen[-1])] == ["2025", "2026"]  # by which pages know
    assert readers.told_to_close >= 4  # the connections that were kept open


def test_what_can_not_start_leaves_the_workers_serving(tmp_path, two_editions, monkeypatch):
    """The borders lie within the project, so this is a project of links with borders of its own. Its newest edition has a broken table."""
    figures = Path(shutil.copytree(two_editions, tmp_path / "figures"))
    table = figures / "2026" / "dst_bol101.csv"
    table.write_bytes(table.read_bytes()[:-100])
    monkeypatch.setenv("DANMARKSKORT_TAL", str(figures))
    house = tmp_path / "house"
    house.mkdir()
    for name in ("app.py", "components", "data", "assets", "pyproject.toml"):
        (house / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "geodata", house / "geodata")
    borders = house / "geodata" / "kommuner.geojson"
    retrying = "from components.server.process import succession; succession.RETRY = 1.0; "
    command = "-c", retrying + hurry("IDLE", 5000, workers=2)[1]
    with run(tmp_path, *command, folder=house) as (process, address, said):
        wait_for("Started worker-", said, times=2)
        before, whole = find_workers(process), borders.read_bytes()
        borders.write_bytes(whole[:-100])
        process.send_signal(signal.SIGHUP)
        wait_for("The new workers can't start", said)
        assert (find_workers(process), find_edition(address)) == (before, "2025")
        os.kill(int(before[0]), signal.SIGKILL)
        wait_for("A worker that died can't be replaced", said)
        assert find_edition(address) == "2025"  # the other one's
        borders.write_bytes(whole)
        wait_for("Started worker-", said, times=3)  # it was tried again
        borders.unlink()
        for worker in find_workers(process):  # and nobody is left who could serve
            os.kill(int(worker), signal.SIGKILL)
        assert process.wait(PATIENCE) == 1
    told = said.read_text(encoding="utf-8")
    assert "the edition 2026 is not served: dst_bol101.csv has sha256 " in told
    assert "kommuner.geojson has sha256 " in told
    assert "kommuner.geojson can't be read (No such file or directory); restore it, or build it again" in told
    assert "Traceback" not in told


def test_a_connection_that_says_nothing_more_is_closed(tmp_path):
    with run(tmp_path, *hurry("IDLE", 300)) as (process, address, _):
        for sent in (b"", b"GE", b"GET / HTTP/1.1\r\nHost: x\r\n", b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"):
            with connect(address) as client:
                client.sendall(sent)
                while client.recv(65536):
                    continue
        assert stop(process) == 0


@pytest.mark.parametrize("sent", [b"", b"GET /assets/vendor/plotly-geo.min.js HTTP/1.1\r\nHost: x\r\n\r\n" * 3])
def test_it_stops_though_clients_are_connected(tmp_path, sent):
    with run(tmp_path, *hurry("LAST_ANSWERS", 2)) as (process, address, _), ExitStack() as stack:
        for _ in range(MANY):
            client = stack.enter_context(socket.socket())
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            client.connect(("127.0.0.1", int(address.rpartition(":")[2])))
            client.sendall(sent)
        assert ask(f"{address}/healthz") == 200
        assert stop(process) == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--workers", "0"], "'0' is no number of workers; write a number from 1 to 128"),
        (["--port", "70000"], "'70000' is no port; write a number from 1 to 65535"),
        (["--port", "æ"], "'æ' is no port"),
        (["--host", "localhost"], "'localhost' is no address to listen at; write 127.0.0.1 for this machine alone"),
    ],
)
def test_a_wrong_argument_is_told_with_what_to_write(capsys, arguments, sentence):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert sentence in capsys.readouterr().err


def test_a_port_that_another_program_has_is_told_in_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        command = [sys.executable, *PRODUCTION, "--port", port]
        stopped = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE)
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1
    assert f"nothing can listen at 127.0.0.1:{port}: Address already in use (os error 98); stop what has the port, or name another" in said
    assert "backtrace" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_wrong_setting_stops_it_with_a_sentence(workers):
    wrong = os.environ | {"DANMARKSKORT_ADRESSE": "kort.bl.dk"}
    command = [sys.executable, *PRODUCTION, "--workers", workers, "--port", str(free_port())]
    stopped = subprocess.run(command, cwd=ROOT, env=wrong, capture_output=True, text=True, check=False, timeout=PATIENCE)
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1
    assert 1 <= said.count(f"DANMARKSKORT_ADRESSE is 'kort.bl.dk'; write {EXPECTED['adresse']}") <= int(workers)
    assert "Traceback" not in said
