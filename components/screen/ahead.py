"""The next page ahead: which links the browser may follow while the reader still points at them."""

import json

from markupsafe import Markup

from components.address.pages import PLACE_LIST, SOURCE_PAGE
from components.address.place import PREFIX
from components.address.site import Site

LED_TO = (f"{PREFIX}*", PLACE_LIST, f"{PLACE_LIST}/*", SOURCE_PAGE)  # whole pages that links of others lead to, as URL patterns


def list_rules(site: Site) -> str:
    """Speculation rules, the same for every page. Nothing is fetched before a reader rests on a link ("moderate") or presses it.

    Browsers that know them fetch nothing where the reader saves data or energy, and two pages at most; the others pass them over. The links
    of a drawn map are none to them.

    >>> list_rules(Site("/k"))
    '{"prefetch":[{"where":{"href_matches":["/k/kommune/*","/k/kommuner","/k/kommuner/*","/k/kilder-og-metode"]},"eagerness":"moderate"}]}'
    """
    rule = {"where": {"href_matches": [site.path(pattern) for pattern in LED_TO]}, "eagerness": "moderate"}
    return json.dumps({"prefetch": [rule]}, separators=(",", ":"))


def write_rules(site: Site) -> Markup:
    """The element. Browsers heed it because its hash is in a header (components/server/policy.py)."""
    return Markup(f'<script type="speculationrules">{list_rules(site)}</script>')  # noqa: S704 # our own addresses
