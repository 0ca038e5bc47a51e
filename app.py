"""Danmarkskortet over almene boliger: the Dash app, put together.

``python app.py`` serves the map locally, with example figures. In production: ``gunicorn 'app:create_server()'``, without
them unless DANMARKSKORT_EKSEMPELTAL=1.
"""

import hashlib
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask_compress import Compress

from components.callbacks import register_callbacks
from components.document import Danmarkskort
from components.routes import register_routes
from components.setup import build_setup, list_choices
from components.shell import build_shell
from data.figures import Figures
from geodata.borders import Borders

ASSETS = Path(__file__).parent / "assets"
PLOTLY_BUNDLE = ASSETS / "vendor" / "plotly-geo.min.js"
COMPRESSED = [
    "text/html",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
    "image/svg+xml",
]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What differs between installations.

    Attributes:
        with_examples: show example figures where BL's own are not loaded. Off wherever the public could meet them.
    """

    with_examples: bool = False

    @classmethod
    def from_environment(cls) -> "Settings":
        """Settings of the production server: DANMARKSKORT_EKSEMPELTAL=1 switches example figures on."""
        return cls(with_examples=os.environ.get("DANMARKSKORT_EKSEMPELTAL") == "1")


def create_app(settings: Settings) -> Danmarkskort:
    """The whole app: load, check, build the shell, register addresses and callbacks.

    Raises:
        FiguresError, RegistryError, BorderError: a file is not sound.
    """
    figures = Figures.load(with_examples=settings.with_examples)
    borders = Borders.load()
    borders.check_codes({place.code for place in figures.kommuner})
    app = Danmarkskort(
        build_setup(figures, borders),
        list_choices(figures),
        plotly=_plotly_address(),
        name=__name__,
        assets_folder=str(ASSETS),
        assets_path_ignore=["vendor", "bundle"],
        health_endpoint="healthz",
    )
    app.layout = build_shell(figures)
    register_callbacks(app)
    register_routes(app, figures, borders)
    _compress(app.server)
    return app


def create_server() -> Flask:
    """The WSGI application for production."""
    server: Flask = create_app(Settings.from_environment()).server
    return server


def _plotly_address() -> str:
    """Where the lean plotly bundle is, with its content in the address; empty, and said so, when it has not been fetched."""
    if not PLOTLY_BUNDLE.exists():
        log.warning("%s is missing: Dash serves its full bundle, four times as large; run 'make assets'", PLOTLY_BUNDLE.name)
        return ""
    digest = hashlib.sha256(PLOTLY_BUNDLE.read_bytes()).hexdigest()
    return f"/assets/vendor/{PLOTLY_BUNDLE.name}?m={digest[:8]}"


def _compress(server: Flask) -> None:
    server.config.update(
        COMPRESS_MIMETYPES=COMPRESSED,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["br", "deflate"],
        COMPRESS_BR_LEVEL=5,
    )
    Compress(server)


if __name__ == "__main__":
    create_app(Settings(with_examples=True)).run(host="127.0.0.1", port=int(os.environ.get("PORT", "8050")), debug=False)
