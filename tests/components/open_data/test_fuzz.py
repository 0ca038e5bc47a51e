"""The API as a machine asks it that has read the OpenAPI document, and as one that has misread it: what is answered is what it says."""

import os

import pytest
import schemathesis
from hypothesis import given
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from tests.fuzzing import REQUESTS, sample

QUICK = "{"  # of usual runs: the addresses of one place, as all that is asked of a long one takes half a second

UNTOLD = [
    positive_data_acceptance,
    negative_data_rejection,
]  # not every period is listed there, and an empty value is as if it were not set
PLAIN = {"Accept-Encoding": "identity"}  # the library reads no brotli


@pytest.fixture(scope="module")
def operations(client):
    """Every address and form of the document."""
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", client.application)
    found = [operation.ok() for operation in described.get_all_operations()]
    return found if os.environ.get(REQUESTS) else [one for one in found if QUICK in one.path and not one.path.endswith("xlsx")]


@pytest.mark.slow
@pytest.mark.parametrize("mode", GenerationMode)
def test_it_answers_as_its_document_says(operations, mode):
    asked = []
    for operation in operations:
        if mode is GenerationMode.NEGATIVE and not (list(operation.query) or list(operation.path_parameters)):
            continue  # what takes nothing can't be asked wrongly

        @sample(REQUESTS, 3, share=len(operations) * len(GenerationMode))
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            answer = case.call_and_validate(headers=PLAIN, excluded_checks=UNTOLD)
            asked.append(answer.status_code)

        ask()
    assert (200 if mode is GenerationMode.POSITIVE else 400) in asked
    assert set(asked) <= {200, 400, 404, 405, 414}
