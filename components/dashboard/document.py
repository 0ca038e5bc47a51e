"""The dashboard's HTML document: the page with a view in it, and Dash's scripts for the graphs."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any

from dash import Dash
from flask import Response, request
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from components.address import pages
from components.address.asset import list_suites
from components.address.edition import edition_query
from components.address.pages import oembed_address
from components.address.place import place_address
from components.address.site import Site
from components.address.view import from_query, link, to_query
from components.atlas import Atlas
from components.chart.shared import draw_shared
from components.dashboard.delayed import write_delayed
from components.dashboard.layout import build_layout
from components.dashboard.setup import build_dashboard_setup
from components.dashboard.shell import build_shell
from components.markup import ids
from components.markup.head import Head, write_head
from components.markup.links import resolve_within, write_view_links
from components.markup.render import to_html
from components.screen.ahead import write_rules
from components.screen.bundle import digest_bundle
from components.screen.screen import Screen, build_screen
from components.screen.scripts import write_first, write_gated_script, write_json
from components.screen.sections import NO_FIELDS
from components.server.caching import cacheable
from components.server.kept.counting import count_view
from components.theme import HATCH_GROUND, HATCH_LINE
from components.wording import texts

SHEETS = (
    "screen/base",
    "screen/fonts",
    "screen/page",
    "screen/stay",
    "map/map",
    "map/legend",
    "map/pointing",
    "map/description",
    "map/listbox",
    "map/tiles",
    "panel/panel",
    "panel/actions",
    "dashboard/actions",
    "panel/topic",
    "panel/further",
    "panel/bars",
    "panel/organisations",
    "chart/trend",
    "chart/graphics",
    "dashboard/graphs",
    "panel/comparison",
    "panel/narrow",
    "screen/picker",
    "panel/table",
    "screen/large",
    "print/print",
)
SCRIPTS = (
    "address/address",
    "panel/pieces",
    "map/drawing",
    "map/legend",
    "map/description",
    "map/hit",
    "map/pointing",
    "map/options",
    "map/listbox",
    "map/tiles",
    "screen/status",
    "screen/focus",
    "screen/search",
    "screen/organisations",
    "screen/picker",
    "panel/table",
    "screen/sharing",
    "dashboard/copy",
    "dashboard/jump",
    "screen/show",
    "dashboard/machine",
    "dashboard/begin",
)

# Of Dash's settings: the token of server callbacks, new for every page, of which we have none; and what runs here, in which version.
UNSAID = {"end_id", "python_version", "dash_version", "dash_version_url", "plotly_version"}

# The hatch of kommuner without a figure: style sheets can't draw one inside an SVG, only point at it.
HATCH = f"""<svg class="skraveringskilde" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="skravering" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" fill="{HATCH_GROUND}"/><rect width="2.2" height="6" fill="{HATCH_LINE}"/></pattern></defs></svg>"""

DOCUMENT = """<!doctype html>
<html lang="da" data-visning="side">
<head>
{head}
{no_fields}
</head>
<body data-a="{a}" data-b="{b}" data-vis="{vis}">
{hatch}
{page}
{setup}
{first}
{rules}
{delayed}
{ours}
</body>
</html>"""


class Danmarkskort(Dash):
    """A Dash app whose page we write ourselves: Dash renders the two graphs into it."""

    def __init__(self, atlas: Atlas, plotly: str, **options: Any) -> None:
        """Make the app.

        Args:
            atlas: what the page is made from.
            plotly: address of the lean plotly bundle, or empty to let Dash load its own.
            options: Dash's.
        """
        prefix = f"{atlas.site.base}/"
        super().__init__(title=texts.TITLE, update_title="", requests_pathname_prefix=prefix, routes_pathname_prefix="/", **options)
        self.layout = build_layout(atlas)
        self.renderer = "new DashRenderer();"
        self.atlas = atlas
        self._plotly = atlas.site.path(plotly) if plotly else ""

    def _config(self) -> dict[str, Any]:
        """Dash's settings for the page, without what is none of its readers' business."""
        build: Callable[[], dict[str, Any]] = super()._config  # Dash does not type it
        config = {name: value for name, value in build().items() if name not in UNSAID}
        within = config["children_props"]  # of every component that there is, which of its properties are elements: most have none
        return config | {"children_props": {name: {one: props for one, props in kinds.items() if props} for name, kinds in within.items()}}

    def list_suites(self) -> list[str]:
        """The addresses of Dash's own scripts."""
        build: Callable[[], str] = self._generate_scripts_html  # Dash does not type it
        return list_suites(build(), self.atlas.site.base)

    def index(self, *_: Any, **__: Any) -> AnyResponse:
        """The page, to be kept like every other."""
        build: Callable[[], str] = super().index  # Dash does not type it
        return cacheable(lambda: Response(build(), mimetype="text/html"), counts=count_view(self.atlas.choices))()

    def interpolate_index(self, **pieces: str) -> str:  # type: ignore[override]  # Dash names each piece; only these are used
        """The document with the view that the address asks for, and Dash's pieces."""
        atlas = self.atlas
        view, junk = from_query(request.query_string.decode(errors="replace"), atlas.choices)
        site, resolve = atlas.site.seen_at(request.host_url), resolve_within(view, atlas.choices)
        figures = atlas.archive.figures(view.udgave)
        screen = build_screen(view, junk, figures, atlas, lambda code: resolve(link(kommune=code)))
        return DOCUMENT.format(
            head=write_head(describe_dashboard(screen, atlas, site), site, SHEETS),
            no_fields=NO_FIELDS,
            a=view.kommune or "",
            b=view.sammenlign or "",
            vis=view.vis,
            hatch=HATCH + str(draw_shared(screen.figures)),
            page=to_html(build_shell(screen, site), write_view_links(site, resolve)),
            setup=self._written_setup,
            first=write_first(screen, to_query(view, atlas.choices.indicators[0])),
            ours=write_gated_script(site.path(script_address()), SCRIPTS),
            rules=write_rules(site),
            delayed=write_delayed(pieces["config"], pieces["scripts"], pieces["renderer"], self._plotly, atlas),
        )

    @cached_property
    def _written_setup(self) -> Markup:
        """The scripts' settings, and by address what Dash asks when it starts (assets/dashboard/answers.js). The same for every view."""
        site = self.atlas.site
        answers = {site.path("/_dash-layout"): self.layout, site.path("/_dash-dependencies"): self._callback_list}
        return write_json(ids.SETUP, build_dashboard_setup(self.atlas) | {"dash": answers})


def script_address() -> str:
    """Where the scripts are served, as one file: "/danmarkskort-9a0b8a91.js"."""
    return f"/danmarkskort-{digest_bundle(SCRIPTS)}.js"


def describe_dashboard(screen: Screen, atlas: Atlas, site: Site) -> Head:
    """Title, description, lasting address and picture of a view of the dashboard."""
    view = screen.view
    title = f"{screen.place.heading} - {texts.TITLE}" if view.kommune else texts.TITLE
    address = "/" + to_query(replace(view, emne=(), vis=""), atlas.choices.indicators[0])
    picture = f"{place_address(screen.figures.places[view.kommune])}.png" if view.kommune else pages.COUNTRY_PREVIEW
    preview = picture + edition_query(screen.figures)
    oembed = oembed_address(address, site)
    return Head(title, texts.DESCRIPTION, address, preview, oembed=oembed, script=script_address())
