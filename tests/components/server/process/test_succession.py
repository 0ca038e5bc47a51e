"""What the main process makes of workers, without any; with real ones: tests/components/test_serve.py."""

import logging
import time
from types import SimpleNamespace

import pytest

from components.serve import build_server
from components.server.process.succession import ListenError, wait_for_end

LONG = 3600  # seconds


def make_worker(lives):
    """A worker that is said to live so many times more."""
    said = iter([True] * lives)
    killed = []
    return SimpleNamespace(
        idx=0, is_alive=lambda: not killed and next(said, False), kill=lambda: killed.append(1), join=lambda: None
    ), killed


def test_a_worker_that_has_just_ended_is_not_killed(caplog):
    worker, killed = make_worker(2)  # granian's thread was told first, and has not written it down yet
    with caplog.at_level(logging.WARNING, "_granian"):
        wait_for_end(worker, time.monotonic() + LONG)
    assert (killed, caplog.text) == ([], "")


def test_one_that_does_not_end_is_killed():
    worker, killed = make_worker(9)
    wait_for_end(worker, time.monotonic() - 1)
    assert killed == [1]


def test_an_address_that_is_not_this_machine_s_is_told():
    server = build_server("192.0.2.1", 8000, 1)  # of nobody: RFC 5737
    with pytest.raises(ListenError, match=r"nothing can listen at 192\.0\.2\.1:8000: .*; stop what has the port, or name another address"):
        server._init_shared_socket()
