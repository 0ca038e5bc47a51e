"""What the service says instead of figures: its own message is passed on whole, whatever it is wrapped in and whatever the status."""

import json

import pytest

from data.statbank.answer.refusal import read_error, tell
from data.statbank.table import read_tableinfo
from tests.data.statbank.answer.nearly import refuse
from tests.data.statbank.fetching import fetch
from tests.data.statbank.statbank_server import OK_INFO

LONG = "Der er valgt 1499400 celler, og der kan højst vælges 1000000; " + "vælg færre værdier af en variabel, " * 12 + "tak."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"errorTypeCode": "EXTRACT-NOTALLOWED", "message": LONG}, f"EXTRACT-NOTALLOWED, {LONG}"),
        ({"ErrorTypeCode": "EXTRACT-NOTALLOWED", "Message": LONG}, f"EXTRACT-NOTALLOWED, {LONG}"),
        ({"message": "To linjer:\r\n  den anden"}, "To linjer: den anden"),
        ({"error": {"message": LONG, "code": 17}}, f"{LONG}, code: 17"),
        ({"errors": [{"message": "den ene"}, {"message": "den anden", "parameter": "Tid"}]}, "den ene, den anden, parameter: Tid"),
        ({"title": "Bad Request", "detail": LONG, "status": 400}, f"Bad Request, {LONG}, status: 400"),
        ({"dataset": None, "message": LONG}, LONG),
        ({"error": None}, "it does not say which"),
    ],
)
@pytest.mark.parametrize("status", [400, 200])
def test_a_message_in_json_is_passed_on_whole(root, statbank, body, said, status, capsys):
    address, service = statbank
    service.faults = [OK_INFO, (status, "application/json", json.dumps(body))]
    assert fetch(root, address, "husstande") == 1
    told = capsys.readouterr().err
    assert f"answers {status}" in told
    assert said in told
    assert f"an error came instead of data: {said}" in refuse(json.dumps(body))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LONG, LONG),
        ("Fejl; prøv igen", "Fejl; prøv igen"),
        ('"Tabellen opdateres"', '"Tabellen opdateres"'),
        (
            "<html><head><title>Lukket</title><style>p{}</style></head><body><p>Vi er snart <b>tilbage</b></body>",
            "Lukket Vi er snart tilbage",
        ),
        ('<?xml version="1.0"?><error code="17" text="Lukket"/>', 'code="17" text="Lukket"'),
    ],
)
def test_a_message_that_is_no_json_is_passed_on_whole(root, statbank, text, said, capsys):
    address, service = statbank
    for status in (400, 200):
        service.faults = [OK_INFO, (status, "text/plain", text)]
        assert fetch(root, address, "husstande") == 1
        assert said in capsys.readouterr().err
    assert said in refuse(text)


def test_of_what_is_no_message_the_beginning_is_told():
    assert "(it goes on for " in tell("<p>" + "menu " * 1000)
    assert len(tell("101,2026,5\n" * 5000)) < 700
    assert "OMRÅDE,TID 101,2026" in refuse("OMRÅDE,TID\n" + "101,2026\n" * 5000)


def test_an_error_that_is_nested_without_end_is_no_message():
    assert read_error('{"error":' * 5000 + "1" + "}" * 5000) is None


def test_an_answer_that_is_an_error_is_told_from_one_with_figures():
    assert read_error(OK_INFO[2]) is None
    assert read_tableinfo(OK_INFO[2], "FAM55N").table == "FAM55N"
