"""The server as a process, and readers of it that never rest."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from urllib.request import urlopen

from tests.browser import PRODUCTION, ROOT, free_port

PATIENCE = 60  # seconds, for a busy machine
HURRIED = "from components import serve; serve.{} = {}; serve.main(['--workers', '{}', '--port', '{{port}}', '--access-log'])"


def hurry(name, value, workers=1):
    """The command of a server with another limit."""
    return "-c", HURRIED.format(name, value, workers)


@contextmanager
def run(tmp_path, *command, folder=ROOT):
    """A server, its address, and the file with what it says; it is killed if a test leaves it running."""
    port, said = free_port(), tmp_path / "said"
    arguments = [part.replace("{port}", str(port)) for part in command or (*PRODUCTION, "--port", "{port}", "--access-log")]
    with said.open("wb") as out:
        process = subprocess.Popen([sys.executable, *arguments], cwd=folder, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
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
            sleep(0.05)  # it needs the processor to start
    raise AssertionError(f"it ended with {process.returncode}")


def ask(address):
    with urlopen(address, timeout=PATIENCE) as response:
        return response.status


def find_workers(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()


def stop(process):
    process.send_signal(signal.SIGTERM)
    return process.wait(PATIENCE)


class Readers:
    """Threads that ask again as soon as they are answered, over connections that are kept open or over one for each request."""

    def __init__(self, address, paths, kept_open, fresh):
        self.host, self.paths = address.removeprefix("http://"), paths
        self.failed, self.told_to_close, self.seen = [], 0, [[] for _ in range(kept_open + fresh)]
        self._ended = Event()
        self._threads = [Thread(target=self._read, args=(seen, turn < kept_open)) for turn, seen in enumerate(self.seen)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def wait_for_more(self, answers=20):
        """Until each has been answered so often more."""
        wanted = [len(seen) + answers for seen in self.seen]
        while any(len(seen) < want for seen, want in zip(self.seen, wanted, strict=True)):
            sleep(0.05)

    def _read(self, seen, kept_open):
        client = HTTPConnection(self.host, timeout=PATIENCE)
        while not self._ended.wait(0.01):  # the server needs the processor as well
            try:
                client.request("GET", self.paths[len(seen) % len(self.paths)])
                with client.getresponse() as response:
                    seen.append((response.status, response.headers["ETag"], response.read()))
                    self.told_to_close += response.headers["Connection"] == "close"
            except (OSError, HTTPException) as error:
                self.failed.append(error)
                client.close()
            if not kept_open:
                client.close()
        client.close()


def connect(address):
    return socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), timeout=PATIENCE)


def wait_for(sentence, said, times=1):
    """Until the server has said it."""
    until = monotonic() + PATIENCE
    while said.read_text(encoding="utf-8").count(sentence) < times:
        assert monotonic() < until, said.read_text(encoding="utf-8")
        sleep(0.05)


def find_edition(address):
    with urlopen(f"{address}/readyz", timeout=PATIENCE) as response:
        return json.load(response)["udgave"]
