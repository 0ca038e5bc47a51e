"""Two workers under load: their lines and their numbers add up to what was answered, and no line says who asked."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.components.serving import PATIENCE, run, stop, wait_for

ASKED = ["/kommuner?kommune=0326", "/panel/0326.json", "/findes-ikke?navn=Anna", "/healthz"]
EACH = 15


def ask(address):
    try:
        with urlopen(Request(address, headers={"User-Agent": "laeser-7"}), timeout=PATIENCE) as response:
            return response.status, response.headers["X-Request-Id"], response.read()
    except HTTPError as refused:
        with refused:
            return refused.code, refused.headers["X-Request-Id"], refused.read()


def read_numbers(text):
    return {
        (worker, status): int(count) for worker, status, count in re.findall(r'answers_total{worker="(\d+)",status="(\d+)"} (\d+)', text)
    }


@pytest.mark.slow
def test_lines_and_numbers_of_two_workers_add_up(tmp_path, monkeypatch):
    monkeypatch.setenv("DANMARKSKORT_LOG", "json")
    monkeypatch.setenv("DANMARKSKORT_MAALINGER", "1")
    with run(tmp_path, "-m", "components.serve", "--workers", "2", "--port", "{port}") as (process, address, said):
        wait_for("Started worker-2", said)
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(ask, [address + path for path in ASKED * EACH]))
        numbers = {}
        while len({worker for worker, _ in numbers}) < 2:  # a scrape meets one of them
            answers.append(ask(f"{address}/metrics"))
            numbers |= read_numbers(answers[-1][2].decode())
        assert stop(process) == 0
    lines = [json.loads(line) for line in said.read_text(encoding="utf-8").splitlines()]  # granian's too
    told = {line["id"]: line["status"] for line in lines if line["logger"] == "danmarkskort.answers"}
    assert told.items() >= {(name, status) for status, name, _ in answers}
    assert len({name for _, name, _ in answers}) == len(answers)
    own = [line for line in lines if line["logger"] == "danmarkskort.answers"]
    counted = sum(numbers.values())
    assert counted <= len(own) <= counted + len(answers) - len(ASKED * EACH)  # a scrape is counted after it is written
    assert not re.search(r"laeser-7|Anna|0326,|127\.0\.0\.1(?!:)", json.dumps(own))
