"""Style sheets, scripts and typefaces: kept packed like all other answers. Their own digest is all that counts of their query.

What is asked for is looked for among the known names: none leads to the disk by another way, and none is kept under many names.
"""

from collections.abc import Collection
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from components.address.asset import DIGEST_PARAMETER, PATH, digest_asset, list_assets
from components.server.caching import cacheable, counts_nothing
from components.server.turns import in_turn

OF_ASSETS, OF_DASH = "_dash_assets.static", "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"
WHOLE_PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"  # where ours is lost; too large to keep, and a second to pack


def keep_files(server: Flask, suites: Collection[str]) -> None:
    """Keep what Dash's server sends of files; to be called when it has its addresses.

    Args:
        server: the app's.
        suites: the addresses of Dash's own scripts that are asked for.
    """
    views: dict[str, Any] = server.view_functions
    send_asset, send_suite = views[OF_ASSETS], views[OF_DASH]
    senders = dict.fromkeys(suites, send_suite) | {WHOLE_PLOTLY: in_turn(send_suite)}

    def serve_asset(**asked: str) -> Response:
        if request.path.removeprefix(f"{PATH}/") not in list_assets():
            raise NotFound
        response: Response = send_asset(**asked)
        return response

    def serve_suite(**asked: str) -> Response:
        if request.path not in senders:
            raise NotFound
        response: Response = senders[request.path](**asked)
        return response

    views[OF_ASSETS] = cacheable(serve_asset, counts=_count_digest)
    views[OF_DASH] = cacheable(serve_suite, counts=counts_nothing)


def _count_digest(_: str) -> str:
    """The digest by which a file may be cached for ever, where it is the file's own."""
    digest = digest_asset(request.path.removeprefix(f"{PATH}/"))
    return f"{DIGEST_PARAMETER}={digest}" if digest and request.args.get(DIGEST_PARAMETER) == digest else ""
