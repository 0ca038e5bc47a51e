"""Style sheets, scripts and typefaces: kept packed like all other answers. Their own digest is all that counts of their query."""

from flask import Flask, request

from components.address.asset import DIGEST_PARAMETER, PATH, digest_asset
from components.server.caching import cacheable, counts_nothing

OF_ASSETS, OF_DASH = "_dash_assets.static", "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"


def keep_files(server: Flask) -> None:
    """Keep what Dash's server sends of files; to be called when it has its addresses."""
    views = server.view_functions
    for name, counts in ((OF_ASSETS, _count_digest), (OF_DASH, counts_nothing)):
        server.view_functions[name] = cacheable(views[name], counts=counts)  # type: ignore[arg-type]


def _count_digest(_: str) -> str:
    """The digest by which a file may be cached for ever, where it is the file's own."""
    digest = digest_asset(request.path.removeprefix(f"{PATH}/"))
    return f"{DIGEST_PARAMETER}={digest}" if digest and request.args.get(DIGEST_PARAMETER) == digest else ""
