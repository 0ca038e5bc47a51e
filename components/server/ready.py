"""Whether this worker can answer, and with what: ``/healthz`` is Dash's and says only that it lives, ``/readyz`` names what it serves."""

from collections.abc import Mapping

from flask import Flask, Response

from components.server.caching import write_json_answer
from components.server.version import read_version

ADDRESS = "/readyz"


def register_ready(server: Flask, serving: Mapping[str, object]) -> None:
    """Add the address.

    Args:
        server: the app's server, which has loaded all that it needs.
        serving: the edition, the borders, and what is wrong with an edition that is not served.
    """

    def tell() -> Response:
        response = write_json_answer({"version": read_version(), **serving})
        response.cache_control.no_store = True
        return response

    server.add_url_rule(ADDRESS, "readyz", tell)
