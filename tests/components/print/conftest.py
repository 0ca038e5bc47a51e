"""The sheets of this folder's tests, each put together and set once."""

from functools import cache

import pytest

from components.print.sheet import build_sheet
from tests.page import HOST

ADDRESS = f"{HOST}/"


@pytest.fixture(scope="module")
def press(typeset, official, figures, drawing):
    """The PDF of a sheet. On one page and on two stands the same, as test_story.py says; to put it together takes a third of the time."""

    @cache
    def build_once(code, other, examples):
        return build_sheet(code, figures if examples else official, drawing, ADDRESS, other)

    @cache
    def set_once(code, other, pages, examples):
        return typeset.set(build_once(code, other, examples) | {"pages": pages})

    return lambda code, other=None, pages=2, *, examples=False: set_once(code, other, pages, examples)
