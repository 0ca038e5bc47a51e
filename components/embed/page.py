"""The page for frames (``iframe``) on other sites: map, search fields and figures as finished HTML and a few small scripts."""

from typing import Any
from urllib.parse import parse_qsl

from flask import request

from components.address import pages
from components.address.edition import edition_query
from components.address.embed_options import Accent, Form, Frame, FrameParameter, list_former_keys, list_panels, read_frame, write_frame
from components.address.pages import oembed_address
from components.address.site import Site
from components.address.view import Parameter, View, from_query, link, to_query
from components.atlas import Atlas
from components.chart.shared import draw_shared
from components.embed.script import SCRIPTS, script_address
from components.embed.shape import build_source_line, strip_to_shape, write_source_lines
from components.markup import html, ids
from components.markup.attribute import aria
from components.markup.head import Head, write_head
from components.markup.html import Element
from components.markup.links import Resolve, resolve_within, write_view_links
from components.markup.render import to_html
from components.screen.screen import Screen, build_screen
from components.screen.scripts import list_layer, write_gated_script, write_json
from components.screen.sections import (
    NO_FIELDS,
    build_head_section,
    build_map_section,
    build_notices,
    build_place_fields,
    build_place_section,
    build_title_field,
)
from components.screen.setup import build_setup
from components.server.kept.counting import write_counted
from components.wording import texts
from data.profile.figures import Figures
from data.registry.registry import Registry

SHEETS = (
    "screen/base",
    "screen/page",
    "map/map",
    "map/legend",
    "map/pointing",
    "map/listbox",
    "panel/panel",
    "panel/topic",
    "panel/further",
    "panel/bars",
    "panel/organisations",
    "chart/trend",
    "chart/graphics",
    "panel/comparison",
    "panel/narrow",
    "screen/picker",
    "embed/frame",
    "embed/shape",
    "embed/map_and_figures",
    "screen/large",
    "print/print",
)
PAGE = """<!doctype html>
<html lang="da" data-visning="indlejr"{frame}>
<head>
{head}
{no_fields}
<base target="_blank">
<style>{panels}</style>
</head>
<body data-a="{a}" data-b="{b}">
{shared}
{page}
{setup}
{first}
{scripts}
</body>
</html>"""


def build_embed(atlas: Atlas, query: str) -> str:
    """The whole page.

    Args:
        atlas: what it is made from. Example figures are shown only where they are switched on for files as well: readers would quote them.
        query: of the address, with or without its question mark.
    """
    view, ignored = from_query(query, atlas.choices)
    figures = atlas.archive.public(view.udgave)
    frame, also_ignored = read_frame(query, figures.registry)
    resolve = resolve_in_frame(view, frame, atlas)
    whole = build_screen(view, [*ignored, *also_ignored], figures, atlas, lambda code: resolve(link(kommune=code)))
    screen = strip_to_shape(whole, frame)
    site = atlas.site.seen_at(request.host_url)
    return PAGE.format(
        frame=_write_frame_attributes(frame, figures.registry),
        head=write_head(_describe(screen, frame, atlas, site), site, SHEETS),
        no_fields=NO_FIELDS,
        panels="".join(_write_rule(key) for key in list_panels(figures.registry)) + _write_gap_rule(figures.registry),
        a=view.kommune or "",
        b=view.sammenlign or "",
        shared=draw_shared(figures),
        page=to_html(_build_page(screen, frame, atlas), write_view_links(site, resolve, in_frame=True)),
        setup=write_json(ids.SETUP, build_setup(figures, atlas) | _list_options(figures)),
        first=write_json(ids.FIRST, _list_first(screen, frame, atlas)),
        scripts=write_gated_script(atlas.site.path(script_address()), SCRIPTS),
    )


def _list_first(screen: Screen, frame: Frame, atlas: Atlas) -> dict[str, Any]:
    """The view that came with the frame. Classes and trend are for plotly, which a frame has not."""
    _, with_map = frame.shown(screen.figures.registry.topic_keys)
    layer = list_layer(screen, with_map=with_map)
    return {
        "adresse": to_query(screen.view, atlas.choices.indicators[0]),
        "sted": {},
        "lag": {"kort": layer["kort"], "naale": layer["naale"]},
    }


def count_embed(atlas: Atlas, query: str) -> str:
    """What of a query string makes a difference to the page (``components/server/kept/counting.py``)."""
    view, told = from_query(query, atlas.choices)
    registry = atlas.archive.public(view.udgave).registry
    frame, also_told = read_frame(query, registry)
    return write_counted(embed_address(view, frame, atlas), [*told, *also_told])


def embed_address(view: View, frame: Frame, atlas: Atlas) -> str:
    """The address of a frame with a view, within the app: "/indlejr?kommune=0326&kort=nej"."""
    query = to_query(view, atlas.choices.indicators[0])
    more = write_frame(frame)
    return pages.EMBED + query + (("&" if query else "?") + more if more else "")


def resolve_in_frame(view: View, frame: Frame, atlas: Atlas) -> Resolve:
    """Without a script, links stay in the frame: they lead to the query string of the new view with the same options."""
    within, more = resolve_within(view, atlas.choices), write_frame(frame)

    def resolve(address: str) -> str:
        query = within(address)
        return f"{query}{'' if query == '?' or not more else '&'}{more}"

    return resolve


def _describe(screen: Screen, frame: Frame, atlas: Atlas, site: Site) -> Head:
    title = f"{screen.place.heading} - {texts.TITLE}"
    address = embed_address(screen.view, frame, atlas)
    oembed = oembed_address(address, site)
    return Head(title, texts.DESCRIPTION, is_hidden=True, oembed=oembed, script=script_address())


def _write_frame_attributes(frame: Frame, registry: Registry) -> str:
    """The frame's options as attributes of ``html``, which the style sheets select by; assets/embed/frame.js sets the same."""
    panels, with_map = frame.shown(registry.topic_keys)
    form = "" if frame.form is None else f' data-form="{frame.form.value}"'
    named = "" if panels is None else f' data-paneler="{" ".join(panels)}"'
    return f'{form}{named} data-kort="{"ja" if with_map else "nej"}" data-farve="{frame.accent.value}"'


def _write_rule(key: str) -> str:
    """CSS that hides a panel where the frame's options name others."""
    return f'[data-paneler]:not([data-paneler~="{key}"]) .panel--{key}{{display:none}}'


def _write_gap_rule(registry: Registry) -> str:
    """CSS that hides what is said of missing figures where a frame shows none of the panels that miss any."""
    told = [panel.key for panel in registry.panels.values() if panel.is_topic or panel == registry.panel_of(registry.main)]
    without = "".join(f':not([data-paneler~="{key}"])' for key in told)
    return f"[data-paneler]{without} .panel--mangler{{display:none}}"


def _list_options(figures: Figures) -> dict[str, object]:
    """What assets/embed/frame.js needs to read a frame's options from its address, and the source lines."""
    topics = figures.registry.topic_keys
    frames = {form: Frame(form=form) for form in Form}
    return {
        "rammens": [name.value for name in FrameParameter],
        "rammeformer": {form.value: dict(zip(("paneler", "kort"), frame.shown(topics), strict=True)) for form, frame in frames.items()},
        "paneler": list(list_panels(figures.registry)),
        "tidligerePaneler": list_former_keys(figures.registry),
        "rammefarver": [each.value for each in Accent],
        "rammekilder": write_source_lines(figures),
    }


def _build_page(screen: Screen, frame: Frame, atlas: Atlas) -> Element:
    """The parts are named after us: a listener finds them beside those of the host page."""
    _, with_map = frame.shown(screen.figures.registry.topic_keys)
    shown = [build_map_section(screen, build_title_field(), described=False)] if with_map else []
    return html.Div(
        [
            html.Header(
                [
                    html.H1(texts.TITLE, className="skaermlaeser"),
                    html.P(texts.BANNER, className="banner", role="note") if screen.figures.with_examples else None,
                    *build_notices(screen),
                    _build_plain_form(screen, frame),
                    html.Div(build_place_fields(screen.figures), className="felter"),
                ],
                **aria(label=texts.FRAME_HEAD),
            ),
            html.Main(
                [build_head_section(screen), *shown, build_place_section(screen)], className="spalter", **aria(label=texts.FRAME_MAIN)
            ),
            _build_foot(screen, frame, atlas),
        ],
        id="side",
    )


def _build_plain_form(screen: Screen, frame: Frame) -> Element:
    """A form that finds a kommune without a script; it sends the rest of the view and the frame's options along."""
    kept = {Parameter.SAMMENLIGN: screen.view.sammenlign, Parameter.TAL: screen.view.tal, Parameter.UDGAVE: screen.view.udgave}
    hidden = [html.Input(type="hidden", name=name.value, value=value) for name, value in kept.items() if value]
    hidden += [html.Input(type="hidden", name=name, value=value) for name, value in parse_qsl(write_frame(frame))]
    options = [html.Option(place.name, value=place.code, selected=place.code == screen.view.kommune) for place in screen.figures.kommuner]
    field = html.Label([f"{texts.PICK_KOMMUNE} ", html.Select(options, name=Parameter.KOMMUNE.value)])
    return html.Noscript(
        html.Form([field, " ", *hidden, html.Button(texts.SHOW, type="submit")], action=pages.EMBED, target="_self", className="findform")
    )


def _build_foot(screen: Screen, frame: Frame, atlas: Atlas) -> Element:
    full = "/" + to_query(screen.view, atlas.choices.indicators[0])
    return html.Footer(
        [
            build_source_line(screen, frame, atlas.borders),
            html.A(texts.FRAME_OPEN, id="fuld-stoerrelse", href=full),
            html.A(texts.SOURCE_PAGE_TITLE, href=pages.SOURCE_PAGE + edition_query(screen.figures), className="baer-udgave"),
        ],
        className="rammefod",
        **aria(label=texts.FRAME_FOOT),
    )
