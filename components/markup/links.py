"""How the links of a tree are written on a page.

Trees know two kinds of address: ``/kilder-og-metode`` is a page of the app, and ``?kommune=0326`` changes only what it names
in the view that is shown (components/address/view.py, ``link``). What the second leads to depends on the page that the tree stands on.
"""

from collections.abc import Callable
from urllib.parse import parse_qsl

from components.address.choices import Choices
from components.address.site import Site
from components.address.view import Parameter, View, to_query
from components.markup.render import LinkWriter
from data.place import normalise_code

Resolve = Callable[[str], str]

KEPT_PARAMETERS = (Parameter.KOMMUNE, Parameter.SAMMENLIGN, Parameter.UDGAVE)


def write_view_links(site: Site, resolve: Resolve | None = None, *, in_frame: bool = False) -> LinkWriter:
    """For pages with our scripts: whole addresses, which work without a script, and beside them what the script needs to know.

    Args:
        site: where the pages lie.
        resolve: gives the query string of the view that ``?kommune=0326`` leads to from here; links stay as they are without it.
        in_frame: say of each such link that it stays in the frame, where all others open a page of their own.
    """
    stays = {"target": "_self"} if in_frame else {}

    def write(address: str) -> tuple[str, dict[str, str]]:
        if not address.startswith("?") or resolve is None:
            return site.path(address), {}
        return resolve(address), {"data-led": address, **stays}

    return write


def write_page_links(site: Site, resolve: Resolve) -> LinkWriter:
    """For pages without a script: ``resolve`` gives the page that ``?kommune=0326`` leads to from here."""
    return lambda address: (site.path(resolve(address) if address.startswith("?") else address), {})


def apply_link(view: View, address: str, default: str) -> View:
    """The view that a link leads to from another: its parameters change, the others stay; assets/address/address.js says the same.

    Args:
        view: the view that is shown.
        address: the link, such as ``?kommune=0326&sammenlign=``.
        default: the indicator of a link that takes the indicator away.
    """
    named = {name: normalise_code(value) for name, value in parse_qsl(address.removeprefix("?"), keep_blank_values=True)}
    kommune, other, udgave = (
        named.get(name, old) or None for name, old in zip(KEPT_PARAMETERS, (view.kommune, view.sammenlign, view.udgave), strict=True)
    )
    tal = named.get(Parameter.TAL, view.tal) or default
    return View(kommune, other if kommune and other != kommune else None, tal, udgave)


def resolve_within(view: View, choices: Choices) -> Resolve:
    """The query string of the view that a link leads to; "?" alone where that is the view of an empty address."""
    default = choices.indicators[0]
    return lambda address: to_query(apply_link(view, address, default), default) or "?"


def resolve_to_dashboard(view: View, choices: Choices) -> Resolve:
    """The dashboard's address of the view that a link leads to."""
    default = choices.indicators[0]
    return lambda address: "/" + to_query(apply_link(view, address, default), default)
