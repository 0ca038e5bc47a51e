"""Many ask at once for what is not kept yet: it is made once, and nobody is given another's error."""

from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import sleep

import pytest
from flask import Flask, Response
from werkzeug.test import Client

from components.address.site import Site
from components.server.caching import cacheable, counts_nothing, register_caching
from components.server.kept import flights
from components.server.kept.front import KeptAnswers

READERS = 8


class Crowd:
    """A server whose answer is not made before all readers have come, and may fail so many times."""

    def __init__(self, failures=0, waits_for=READERS):
        self.made, self.came, self.lock, self.failures, self.waits_for = 0, 0, Lock(), failures, waits_for
        server = Flask("crowd")
        register_caching(server, "1")
        server.before_request(self.count)
        server.add_url_rule("/", "page", cacheable(self.make, counts=counts_nothing))
        self.kept = KeptAnswers(server.wsgi_app, Site())

    def count(self):
        with self.lock:
            self.came += 1

    def make(self):
        with self.lock:
            self.made += 1
            made = self.made
        while self.came < self.waits_for:
            sleep(0.001)
        return Response(f"{made}", 500 if made <= self.failures else 200)

    def ask(self, method="GET"):
        with ThreadPoolExecutor(READERS) as pool:
            answers = [pool.submit(lambda turn: Client(self.kept).open(f"/?{turn}", method=method), turn) for turn in range(READERS)]
            return [(answer.result().status_code, answer.result().text) for answer in answers]


def test_it_is_made_once_for_all_however_they_write_the_address():
    crowd = Crowd()
    assert crowd.ask() == [(200, "1")] * READERS
    assert crowd.made == 1
    assert crowd.kept._flights._landings == {}


def test_an_error_is_the_first_one_s_alone():
    crowd = Crowd(failures=1)
    answers = crowd.ask()
    assert sorted(status for status, _ in answers) == [200] * (READERS - 1) + [500]
    assert Client(crowd.kept).get("/").status_code == 200


def test_who_has_waited_long_makes_it(monkeypatch):
    monkeypatch.setattr(flights.Flights.__init__, "__defaults__", (0.01,))
    crowd = Crowd(waits_for=READERS + 1)  # nobody's is finished before all have begun
    with ThreadPoolExecutor(1) as pool:
        answers = pool.submit(crowd.ask)
        while crowd.made < READERS:
            sleep(0.001)
        crowd.count()
        assert [status for status, _ in answers.result()] == [200] * READERS


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_nobody_waits_for_what_will_not_be_kept(method):
    crowd = Crowd()
    assert [status for status, _ in crowd.ask(method)] == [200] * READERS
    assert crowd.made == (READERS if method == "HEAD" else 0)
