"""The app that gives the open data."""

import pytest
from flask.testing import FlaskClient


@pytest.fixture(scope="session")
def client(client_with_examples: FlaskClient) -> FlaskClient:
    """As ``python app.py``: example figures on the page, and none in the files."""
    return client_with_examples
