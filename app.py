"""Danmarkskortet over almene boliger: the Dash app, put together.

``python app.py`` serves the map locally, ``python -m components.serve`` in production: the same server, both with real figures only,
unless DANMARKSKORT_EKSEMPELTAL=1 adds example figures.
"""

import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from flask import Flask
from flask_compress import Compress

from components.address import pages
from components.address.asset import FOLDER, asset_address, digest_asset
from components.address.offer import OF_SERVER, Offer
from components.atlas import Atlas
from components.dashboard.callbacks import register_callbacks
from components.dashboard.document import SCRIPTS as PAGE_SCRIPTS
from components.dashboard.document import Danmarkskort
from components.embed.script import SCRIPTS as FRAME_SCRIPTS
from components.export.addresses import list_pairs
from components.routes import register_routes
from components.screen.ahead import list_rules
from components.screen.scripts import list_gate_scripts, read_map_script
from components.server.caching import register_caching
from components.server.encoding import CODINGS, register_encoding, register_whole
from components.server.headers import register_headers
from components.server.kept.files import keep_files
from components.server.kept.front import KeptAnswers
from components.server.memory import limit_heap, register_memory
from components.server.ready import register_ready
from components.server.settings import Environment, Settings, SettingsError
from components.server.version import digest_installation
from components.server.watch.line import asks_for_json
from components.server.watch.log import Watch, log_as_json
from components.server.watch.metrics import Metrics, register_metrics
from data.problem import ProblemsError
from data.profile.archive import Archive
from data.registry.registry import Registry, RegistryError
from geodata.problem import BorderError

UNKNOWN_ADDRESS = (
    "DANMARKSKORT_ADRESSE names no host: no reader's word for it is taken, so links of previews have none and printed pages have "
    "no QR code; set it to the whole public address, such as https://kort.bl.dk/"
)
NO_BOOT = 3  # of a worker; the server then stops as a whole, with 1 (components/serve.py)
PLOTLY_BUNDLE = "vendor/plotly-geo.min.js"
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
WARM = ("/", pages.EMBED, pages.PLACE_LIST, pages.SOURCE_PAGE)  # what is made before anybody asks for it: a quarter of a second
log = logging.getLogger(__name__)


def open_archive(settings: Settings, registry: Registry | None = None) -> Archive:
    """The editions that an installation shows."""
    return Archive(
        with_examples=settings.with_examples,
        examples_in_files=settings.examples_in_files,
        only_newest=settings.only_newest,
        last_good=settings.last_good,
        root=settings.figures,
        registry=registry,
    )


def create_app(settings: Settings, registry: Registry | None = None, offer: Offer = OF_SERVER) -> Danmarkskort:
    """The whole app: load, check, build the shell, register addresses and callbacks.

    Args:
        settings: what differs between installations.
        registry: another registry than the project's own.
        offer: what may be led to besides the pages.

    Raises:
        FiguresError, RegistryError, BorderError, TextError: a file is not sound.
    """
    atlas = Atlas.load(open_archive(settings, registry), settings.site, offer)
    if settings.pairs:
        atlas = replace(atlas, pairs=tuple("-".join(pair) for pair in list_pairs(atlas, settings.pairs)))
    app = Danmarkskort(
        atlas,
        plotly=_plotly_address(),
        name=__name__,
        assets_folder=str(FOLDER),
        assets_ignore=".*",  # our own document says which, with their digests (components/dashboard/document.py)
        health_endpoint="healthz",
    )
    register_callbacks(app)
    register_encoding(app.server)
    register_caching(app.server, _digest(settings, atlas), atlas.site)
    register_routes(app.server, atlas)
    keep_files(app.server, app.list_suites())
    register_ready(app.server, _describe(atlas))
    scripts = [*list_gate_scripts(PAGE_SCRIPTS), *list_gate_scripts(FRAME_SCRIPTS), read_map_script()]
    inline = [*scripts, app.renderer, list_rules(atlas.site)]
    register_headers(app.server, framed=(pages.EMBED,), hosts=settings.hosts, inline=inline, with_hsts=settings.with_hsts)
    _compress(app.server)
    register_memory(app.server)
    app.server.wsgi_app = kept = KeptAnswers(app.server.wsgi_app, atlas.site)
    if settings.with_metrics or settings.logs_json:
        metrics = Metrics(kept.shelf) if settings.with_metrics else None
        if metrics:
            register_metrics(app.server, metrics)
        app.server.wsgi_app = Watch(kept, metrics, with_lines=settings.logs_json)
    kept.warm(WARM if settings.is_warm else ())
    return app


def _describe(atlas: Atlas) -> dict[str, object]:
    """What ``/readyz`` says is served."""
    archive = atlas.archive
    return {"udgave": next(iter(archive.editions)), "graenser": atlas.borders.digest, "ikke_vist": archive.broken}


def _digest(settings: Settings, atlas: Atlas) -> str:
    """What all answers depend on; where the editions lie on this machine is no part of it."""
    editions = [edition.folder for edition in atlas.archive.editions.values()]
    return digest_installation(editions, [replace(settings, figures=Path()), atlas.archive.newest.registry.indicators])


def create_server() -> Flask:
    """The WSGI application for production. A wrong setting, or a file that is not sound, stops the start with a sentence."""
    limit_heap()
    if asks_for_json():
        log_as_json()
    try:
        settings = replace(Settings.from_environment(), last_good=True, is_warm=True)
        if not settings.site.origin:
            log.warning(UNKNOWN_ADDRESS)
        server: Flask = create_app(settings).server
    except (SettingsError, ProblemsError, RegistryError, BorderError) as error:
        if asks_for_json():
            log.critical("%s", error)
        else:
            sys.stderr.write(f"{error}\n")
        sys.exit(NO_BOOT)
    return server


def _plotly_address() -> str:
    """Where the lean plotly bundle is, with its content in the address; empty, and said so, when it has not been fetched."""
    if not digest_asset(PLOTLY_BUNDLE):
        log.warning("%s is missing: Dash serves its full bundle, four times as large; run 'make assets'", PLOTLY_BUNDLE)
        return ""
    return asset_address(PLOTLY_BUNDLE)


def _compress(server: Flask) -> None:
    server.config.update(
        COMPRESS_MIMETYPES=COMPRESSED,
        COMPRESS_ALGORITHM=[*CODINGS],
        COMPRESS_ALGORITHM_STREAMING=[*CODINGS],
        COMPRESS_BR_LEVEL=6,
        COMPRESS_BR_WINDOW=19,  # half a megabyte, more than any answer but the largest files; the default takes eight times the memory
    )
    Compress(server)
    register_whole(server)


def build_static(settings: Settings) -> tuple[Flask, Atlas]:
    """The app that the static export asks for every file."""
    app = create_app(settings, offer=Offer.of_files(settings.site))
    return app.server, app.atlas


def main(arguments: Sequence[str] | None = None) -> int:
    """``python app.py`` serves the map locally; ``export OUT`` writes it as files, ``kommuneark OUT`` prints."""
    from components import command as commands  # the workers never need them, nor what they import
    from components.serve import build_server, serve

    command = commands.read_command(arguments)
    try:
        settings, port = Settings.from_environment(), Environment.read().port
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lies = command.site or settings.site
    site = replace(settings.site, base=lies.base, origin=lies.origin, follows_request=False)
    if command.name == commands.EXPORT:
        static = replace(settings, site=site, only_newest=True, pairs=command.pairs)
        return commands.run_export(partial(build_static, static), command)
    if command.name == commands.PRINT:
        return commands.run_print(partial(open_archive, replace(settings, only_newest=True)), command, site)
    return serve(build_server("127.0.0.1", port, workers=1))


if __name__ == "__main__":
    sys.exit(main())
