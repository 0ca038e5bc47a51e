"""Debian's nginx with the very configuration that is delivered; only ports and paths are replaced."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.browser import ROOT, free_port

CONFIGURATION = ROOT / "components" / "release" / "nginx"
MODULE = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
PATIENCE = 60  # seconds


def find_nginx() -> Path:
    """The folder that Debian's packages are unpacked in: by ``make test``, the one that NGINX_FOLDER names, or the system's own.

    Skips the test where there is none.
    """
    folders = [Path(os.environ.get("NGINX_FOLDER") or Path(sys.prefix) / "nginx"), Path("/")]
    for folder in folders:
        if (folder / "usr/sbin/nginx").exists() and (folder / MODULE).exists():
            return folder
    pytest.skip("nginx with its brotli module is missing; 'make test' fetches it on Debian and Ubuntu")


@contextmanager
def run_nginx(name: str, folder: Path, replaced: Mapping[str, str]) -> Iterator[int]:
    """Run nginx until the block ends; gives its port.

    Args:
        name: of the configuration.
        folder: an empty one for its files.
        replaced: what stands in the configuration, and what is to stand there; each must be in it.
    """
    packages, port = find_nginx(), free_port()
    ours = {
        "/etc/nginx/danmarkskortet": str(folder),
        "listen 8080": f"listen 127.0.0.1:{port}",
        "pid /tmp/": f"pid {folder}/",
        "worker_processes auto": "worker_processes 2",
        **replaced,
    }
    if "load_module" in (text := (CONFIGURATION / name).read_text(encoding="utf-8")):
        ours["modules/ngx_http_brotli_static_module.so"] = str(packages / MODULE)
    for before, after in ours.items():
        assert before in text, before
        text = text.replace(before, after)
    (folder / name).write_text(text, encoding="utf-8")
    common = (CONFIGURATION / "http.conf").read_text(encoding="utf-8")
    logs = {" /tmp/": f" {folder}/", "/dev/stdout": f"{folder}/answers.log", "/dev/stderr": f"{folder}/errors.log"}
    for before, after in logs.items():
        assert before in common, before
        common = common.replace(before, after)
    (folder / "http.conf").write_text(common, encoding="utf-8")
    alone = "daemon off;" + (" user root;" if os.getuid() == 0 else "")  # root's tests lie where nobody else may read
    command = [str(packages / "usr/sbin/nginx"), "-p", str(folder), "-c", str(folder / name), "-e", str(folder / "start.log"), "-g", alone]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, process, folder / "start.log")
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait(port: int, process: "subprocess.Popen[bytes]", said: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"nginx ended with {process.returncode}: {said.read_text(encoding='utf-8')}")
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"nginx did not answer within {PATIENCE} s")


def ask(port: int, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> tuple[HTTPResponse, bytes]:
    """An answer and its body, which stays packed; ``_`` in a header's name stands for ``-``."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content
