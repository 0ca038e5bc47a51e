"""Danmarkskortet over almene boliger: the Dash app, put together.

``python app.py`` serves the map locally, with example figures. In production: ``gunicorn 'app:create_server()'``, without
them unless DANMARKSKORT_EKSEMPELTAL=1.
"""

import hashlib
import logging
import os
from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask
from flask_compress import Compress

from components.callbacks import register_callbacks
from components.document import Danmarkskort
from components.routes import register_routes
from components.setup import build_setup, list_choices
from components.shell import build_shell
from data.archive import Archive
from data.edition import FOLDER
from data.registry import Registry
from geodata.borders import Borders

ASSETS = Path(__file__).parent / "assets"
PLOTLY_BUNDLE = ASSETS / "vendor" / "plotly-geo.min.js"
COMPRESSED = [
    "text/html",
    "text/css",
    "text/csv",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/problem+json",
    "application/geo+json",
    "image/svg+xml",
]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What differs between installations.

    Attributes:
        with_examples: show example figures where BL's own are not loaded. Off wherever the public could meet them.
        examples_in_files: have them in API and files as well.
        figures: the folder of editions.
    """

    with_examples: bool = False
    examples_in_files: bool = False
    figures: Path = FOLDER

    @classmethod
    def from_environment(cls) -> "Settings":
        """Settings of the production server.

        DANMARKSKORT_EKSEMPELTAL=1 switches example figures on, everywhere; DANMARKSKORT_TAL names the folder of editions.
        """
        switched_on = os.environ.get("DANMARKSKORT_EKSEMPELTAL") == "1"
        return cls(switched_on, switched_on, Path(os.environ.get("DANMARKSKORT_TAL", FOLDER)))


def create_app(settings: Settings, registry: Registry | None = None) -> Danmarkskort:
    """The whole app: load, check, build the shell, register addresses and callbacks.

    Args:
        settings: what differs between installations.
        registry: another registry than the project's own.

    Raises:
        FiguresError, RegistryError, BorderError: a file is not sound.
    """
    archive = Archive(
        with_examples=settings.with_examples, examples_in_files=settings.examples_in_files, root=settings.figures, registry=registry
    )
    figures, borders = archive.newest, Borders.load()
    borders.check_codes({place.code for place in figures.kommuner})
    choices = list_choices(figures, archive.editions)
    app = Danmarkskort(
        build_setup(figures, borders, choices),
        choices,
        plotly=_plotly_address(),
        name=__name__,
        assets_folder=str(ASSETS),
        assets_path_ignore=["vendor", "bundle"],
        health_endpoint="healthz",
    )
    app.layout = build_shell(figures)
    register_callbacks(app)
    register_routes(app, archive, choices, borders)
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
    local = replace(Settings.from_environment(), with_examples=True)
    create_app(local).run(host="127.0.0.1", port=int(os.environ.get("PORT", "8050")), debug=False)
