"""The address of the dashboard's scripts as one file. Its digest is part of it, so that it can be kept for ever."""

from flask import Flask, Response

from components.atlas import Atlas
from components.dashboard.document import SCRIPTS, script_address
from components.screen.bundle import bundle
from components.server.caching import cacheable, counts_nothing
from components.server.headers import make_immutable


def register_dashboard(server: Flask, _: Atlas) -> None:
    """Add it to the app's server; the page itself is Dash's."""

    def serve_scripts() -> Response:
        response = Response(bundle(SCRIPTS), mimetype="text/javascript")
        make_immutable(response)
        return response

    server.add_url_rule(script_address(), "danmarkskort-js", cacheable(serve_scripts, counts=counts_nothing))
