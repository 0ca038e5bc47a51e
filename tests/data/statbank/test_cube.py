"""Answers of the service, read into cells or refused."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.problem import FiguresError
from data.statbank.answer.reader import read_cube
from data.statbank.table import read_tableinfo
from tests.data.statbank.fetching import fetch
from tests.data.statbank.statbank_server import OK_INFO
from tests.data.store.test_edition import contents

SHORT = '{"dataset": {"dimension": {"id": ["A"], "size": [1], "A": {"category": {"index": ["x"]}}}, "value": []}}'


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ([OK_INFO, (200, "text/csv", "a;b")], "FAM55N: the answer is neither JSON-stat nor CSV with codes, or not whole"),
        ([OK_INFO, (200, "text/json", SHORT)], "0 values for 1 cells"),
        ([OK_INFO, (200, "text/csv", "OMRÅDE;TID;INDHOLD\n101;2026;5\n")], "OMRÅDE is answered with other values than were asked for"),
        ([OK_INFO, (200, "text/csv", "AMT;TID;INDHOLD\n101;2026;5\n")], "FAM55N: the variables are AMT, TID, not OMRÅDE, TID"),
        ([OK_INFO, (200, "text/csv", "OMRÅDE;TID;INDHOLD\n101;2026;5\n101;2026;7\n")], "row 3 repeats 101 2026"),
        ([OK_INFO, (200, "text/csv", "OMRÅDE;TID;INDHOLD\n101;2026;5.000,5\n")], "'5.000,5' is no number"),
        ([OK_INFO, (200, "text/json", SHORT.replace("[]", '{"1": 5}'))], "a value has the place '1', where 0 to 0 were expected"),
        ([OK_INFO, (200, "text/json", SHORT.replace("[]", '["5"]'))], "'5' is no number"),
        ([OK_INFO, (200, "text/json", SHORT.replace("[]", "[true]"))], "True is no number"),
        ([OK_INFO, (200, "text/json", SHORT.replace("[]", "[NaN]"))], "nan is no number"),
        ([OK_INFO, (200, "text/json", '{"a":' * 100_000)], "not whole (RecursionError"),
        ([OK_INFO, (200, "text/json", SHORT.replace("[]", "[1%s]" % ("0" * 400)))], "not whole (OverflowError"),
    ],
)  # fmt: skip
def test_an_answer_that_is_not_whole_is_refused_and_the_old_edition_stays(root, statbank, faults, said, capsys):
    address, service = statbank
    before = contents(root)
    service.faults = list(faults)
    assert fetch(root, address, "husstande") == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


ANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@ANY
@given(st.text() | JSON.map(json.dumps) | JSON.map(lambda inner: json.dumps({"dataset": inner, "variables": inner})))
def test_any_answer_is_read_or_refused_with_a_sentence(text):
    for read in (read_cube, read_tableinfo):
        try:
            read(text, "BOL101")
        except FiguresError as refused:
            assert refused.problems[0].startswith("BOL101: ")  # noqa: PT017 - either end is right
