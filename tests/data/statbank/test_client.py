"""The client: a service that is slow, busy, broken or changed."""

import json
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.problem import FiguresError
from data.statbank.client import StatBank
from tests.data.statbank.fetching import REGISTRY, fetch, newest
from tests.data.statbank.statbank_server import OK_INFO
from tests.data.statbank.tables import describe
from tests.data.store.test_edition import contents


@pytest.mark.parametrize(
    "faults",
    [
        [(429, "text/plain", "too many", ("Retry-After", "0"))],
        [(503, "text/html", "<html>busy</html>"), (502, "text/html", "")],
        [(500, "text/plain", "")] * 4,
        [OK_INFO, (504, "text/plain", "late")],
        [OK_INFO, (200, "text/json", "{}", "cut")],
    ],
)
def test_a_service_that_fails_is_asked_again(root, statbank, faults):
    address, service = statbank
    service.faults = list(faults)
    assert fetch(root, address, "husstande") == 0
    assert not service.faults
    assert newest(root).coverage(REGISTRY["husstande"]) == 98


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ([(500, "text/plain", "out of order")] * 9, "/v1/tableinfo answers 500: out of order"),
        ([(400, "application/json", '{"errorTypeCode": "EXTRACT-NOTFOUND", "message": "Tabel findes ikke: FAM55N"}')],
         "answers 400: EXTRACT-NOTFOUND, Tabel findes ikke: FAM55N"),
        ([(404, "text/html", "<html>Not found</html>")], "answers 404: Not found"),
        ([(429, "text/plain", "too many", ("Retry-After", "0"))] * 9, "answers 429: too many; it asks to be left for 0 (seconds"),
        ([(301, "text/html", "", ("Location", "https://ny.invalid/v1/tableinfo"))], "moved to https://ny.invalid/v1/tableinfo; give"),
        ([(200, "text/html", "<html>Vi er snart tilbage")], "a web page instead of data, 'Vi er snart tilbage'; try again later"),
        ([OK_INFO, (200, "text/html", "\n<!DOCTYPE html>")], "/v1/data answers with a web page instead of data"),
        ([(200, "text/json", "")], "/v1/tableinfo answers with nothing; try again later"),
        ([(200, "text/json", '{"text": "Område"}'.encode("latin-1"))], "is not UTF-8 (invalid continuation byte at byte 13); try"),
        ([(200, "text/json", "[]")], "FAM55N: the description of the table can't be read"),
        ([(200, "text/json", "{}", "cut")] * 9, "/v1/tableinfo gives no answer (RemoteProtocolError"),
        ([(200, "text/json", '{"a":' * 100_000)], "can't be read (RecursionError"),
        ([(200, "text/json", json.dumps(describe("FAM55N") | {"updated": "for nylig"}))], "Invalid isoformat string"),
    ],
)  # fmt: skip
def test_a_failure_of_the_service_is_reported_and_the_old_edition_stays(root, statbank, faults, said, capsys):
    address, service = statbank
    before = contents(root)
    service.faults = list(faults)
    assert fetch(root, address, "husstande") == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


def test_the_service_says_how_long_to_wait(root, statbank):
    address, service = statbank
    service.faults = [(429, "text/plain", "too many", ("Retry-After", "1"))]
    assert fetch(root, address, "husstande") == 0
    (first, second, *_) = [moment for *_, moment in service.questions]
    assert second - first >= 0.95  # not the hundredth of a second that it would have been


def test_a_table_that_is_closed_is_told(root, statbank, capsys):
    address, service = statbank
    service.change_description = lambda info: info | {"active": False}
    assert fetch(root, address, "husstande") == 0
    assert "FAM55N is no longer kept up; look for the table that has taken its place" in capsys.readouterr().err


def test_a_slow_service_is_not_waited_for_without_end(statbank):
    address, service = statbank
    service.faults = [(200, "slow", "")] * 2
    with StatBank(address, timeout=0.2, tries=1, backoff=0.01, pause=0) as bank, pytest.raises(FiguresError, match="gives no answer"):
        bank.tableinfo("FAM55N")


def test_an_answer_that_stops_coming_is_asked_for_again(statbank):
    address, service = statbank
    service.faults = [(200, "slow", "")]
    with StatBank(address, timeout=0.2, tries=1, backoff=0.01, pause=0) as bank:
        assert bank.tableinfo("FAM55N").table == "FAM55N"


@pytest.mark.parametrize("proxy", ["http://{}", "{}"])
def test_the_proxy_of_the_environment_is_used(statbank, monkeypatch, proxy):
    address, service = statbank
    monkeypatch.setenv("http_proxy", proxy.format(urlsplit(address).netloc))
    with StatBank("http://127.0.0.2:9/v1", tries=0) as bank:
        assert bank.tableinfo("FAM55N").table == "FAM55N"
    assert service.questions[0][0] == "http://127.0.0.2:9/v1/tableinfo"
    monkeypatch.setenv("no_proxy", "127.0.0.2")
    with StatBank("http://127.0.0.2:9/v1", tries=0) as bank, pytest.raises(FiguresError, match="gives no answer"):
        bank.tableinfo("FAM55N")


@pytest.mark.parametrize(
    ("address", "proxy", "said"),
    [
        ("api.statbank.dk/v1", "", "'api.statbank.dk/v1' is no address of a service, which begins with https:// and a name"),
        ("ftp://api.statbank.dk", "", "write one such as https://api.statbank.dk/v1"),
        ("http://a:b/", "", "is no address of a service .Invalid port"),
        ("", "", "'' is no address of a service"),
        ("http://x/v1", "gopher://x", "the proxy in HTTP_PROXY can't be used .+; correct it, or take it away"),
    ],
)
def test_an_invalid_address_is_named(monkeypatch, address, proxy, said):
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(FiguresError, match=said):
        StatBank(address)


def test_questions_come_at_a_polite_rate(statbank):
    address, service = statbank
    with StatBank(address, pause=0.2) as bank:
        for _ in range(3):
            bank.tableinfo("FAM55N")
    times = [moment for *_, moment in service.questions]
    assert all(later - earlier >= 0.19 for earlier, later in pairwise(times))


def test_a_service_that_is_not_there_is_named(root, capsys):
    assert fetch(root, "http://127.0.0.1:9/v1", "husstande") == 1
    assert "FAM55N: http://127.0.0.1:9/v1/tableinfo gives no answer (ConnectError" in capsys.readouterr().err


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.booleans(), st.sampled_from([200, 400, 500]))
def test_any_bytes_from_the_service_end_in_a_sentence(root, statbank, capsys, body, first, status):
    address, service = statbank
    service.faults = [*([] if first else [OK_INFO]), *[(status, "application/json", body)] * 9]
    before = contents(root)
    assert fetch(root, address, "husstande", "--backoff", "0") == 1
    assert "FAM55N: " in capsys.readouterr().err
    assert contents(root) == before
