"""How the links of a tree are written on a page.

Trees have two kinds of address: ``/kilder-og-metode`` is a page of the app; ``?kommune=0326`` changes only the named parameters
of the view that is shown (components/address/view.py, ``link``). Where the second kind leads depends on the page that the tree is on.
"""

from collections.abc import Callable
from urllib.parse import parse_qsl

from components.address.choices import Choices
from components.address.site import Site
from components.address.view import Parameter, View, to_query
from components.markup.render import LinkWriter
from data.place import normalise_code

Resolve = Callable[[str], str]  # from a link such as "?kommune=0326" to the address that it leads to from a page

KEPT_PARAMETERS = (Parameter.KOMMUNE, Parameter.SAMMENLIGN, Parameter.UDGAVE)


def write_view_links(site: Site, resolve: Resolve | None = None, *, in_frame: bool = False) -> LinkWriter:
    """For pages with our scripts: complete addresses, which work without a script, and the link itself as ``data-led`` for the script.

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
    """For pages without a script.

    Args:
        site: where the pages lie.
        resolve: gives the page that ``?kommune=0326`` leads to from here.
    """
    return lambda address: (site.path(resolve(address) if address.startswith("?") else address), {})


def apply_link(view: View, address: str, default: str) -> View:
    """The view that a link leads to: the parameters that it names change, the others stay; assets/address/address.js has the same rules.

    >>> apply_link(View("0326", None, "beboere"), "?sammenlign=101", default="andel")
    View(kommune='0326', sammenlign='0101', tal='beboere', udgave=None, emne=(), vis='')
    >>> apply_link(View("0326", "0101", "beboere"), "?kommune=&tal=", default="andel")
    View(kommune=None, sammenlign=None, tal='andel', udgave=None, emne=(), vis='')

    Args:
        view: the view that is shown.
        address: the link, such as ``?kommune=0326&sammenlign=``.
        default: the indicator of a link whose ``tal`` is empty.
    """
    named = {name: normalise_code(value) for name, value in parse_qsl(address.removeprefix("?"), keep_blank_values=True)}
    kommune, other, udgave = (
        named.get(name, old) or None for name, old in zip(KEPT_PARAMETERS, (view.kommune, view.sammenlign, view.udgave), strict=True)
    )
    tal = named.get(Parameter.TAL, view.tal) or default
    emne = tuple(named[Parameter.EMNE].split(",")) if named.get(Parameter.EMNE) else () if Parameter.EMNE in named else view.emne
    return View(kommune, other if kommune and other != kommune else None, tal, udgave, emne, named.get(Parameter.VIS, view.vis))


def resolve_within(view: View, choices: Choices) -> Resolve:
    """For links that stay on the same page: they lead to the query string of the new view.

    That of the default view is "?", not "": an empty ``href`` would lead to the page with its old query string.
    """
    default = choices.indicators[0]
    return lambda address: to_query(apply_link(view, address, default), default) or "?"
