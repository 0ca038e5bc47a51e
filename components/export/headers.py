"""What a server says in headers, for hosts of files: as ``_headers`` for CDNs, and as locations for nginx.

Both are written from what the app itself answers, a family of addresses at a time. No two rules name the same header for the same
address: where two do, Cloudflare Pages and others join the values with a comma, which for a policy means that both must hold, Netlify takes
one of them, and only Cloudflare knows how to take a header back.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from components.address.pages import EMBED
from components.export.addresses import Export
from components.server.headers import FOR_ALL, HSTS, OPEN

NGINX_FILE = "_nginx.conf"
HEADERS_FILE = "_headers"
EVERYWHERE = (*(name for name in FOR_ALL if name != "Server"), HSTS)
OF_A_FAMILY = ("Content-Security-Policy", "X-Robots-Tag", *OPEN)
CACHING = "Cache-Control"
INTRODUCTION = "# What the server says in headers, for hosts that read this file (Cloudflare Pages, Netlify). Written by the export.\n"
NGINX_INTRODUCTION = """# What the server says in headers, by address; written by the export.
# It belongs in a server block, such as the one in components/release/nginx/static.conf.
error_page 404 {base}/404.html;
location / {{ return 404; }}
"""


@dataclass(frozen=True)
class Rule:
    """What is said at some addresses.

    Attributes:
        pattern: an address within the site; at the end, ``*`` stands for anything.
        headers: by name.
    """

    pattern: str
    headers: Mapping[str, str]


def list_rules(exports: Iterable[Export], ask: Callable[[Export], Mapping[str, str]]) -> list[Rule]:
    """What is said everywhere, then each family of addresses by itself.

    Args:
        exports: all files.
        ask: gives the headers of the app's answer.
    """
    families: dict[str, list[Export]] = {}
    for export in exports:
        families.setdefault(find_family(export.file), []).append(export)
    asked = {pattern: ask(min(family, key=_comes_last)) for pattern, family in families.items()}
    common = next(iter(asked.values()))
    told = {pattern: _choose(OF_A_FAMILY, headers) | _find_lasting(headers) for pattern, headers in asked.items()}
    return [Rule("/*", _choose(EVERYWHERE, common)), *(Rule(pattern, headers) for pattern, headers in told.items())]


def find_family(file: str) -> str:
    """The addresses that are told together with a file's: those in the same folder of the site, or, beside the frame, one only.

    >>> find_family("kommune/0326-kalundborg/index.html"), find_family("kommuner/index.html"), find_family("robots.txt")
    ('/kommune/*', '/kommuner/*', '/robots.txt')
    >>> find_family("indlejr/index.html"), find_family("indlejr/byg/index.html"), find_family("index.html")
    ('/indlejr/', '/indlejr/byg/', '/')
    """
    first, _, rest = file.partition("/")
    if rest and f"/{first}" != EMBED:
        return f"/{first}/*"
    return "/" + file.removesuffix("index.html")


def _comes_last(export: Export) -> bool:
    """Of a folder with pages and pictures, the pages say what holds."""
    return not export.file.endswith(".html")


def _choose(names: Iterable[str], headers: Mapping[str, str]) -> dict[str, str]:
    return {name: headers[name] for name in names if name in headers}


def _find_lasting(headers: Mapping[str, str]) -> dict[str, str]:
    """How long an answer is cached, where its address holds for ever what it has."""
    said = headers.get(CACHING, "")
    return {CACHING: said} if "immutable" in said else {}


def write_headers_file(rules: Iterable[Rule], base: str) -> str:
    """The file ``_headers``.

    Args:
        rules: from ``list_rules``.
        base: the path that the site lies under, without a slash at its end.
    """
    blocks = [[f"{base}{rule.pattern}", *(f"  {name}: {value}" for name, value in rule.headers.items())] for rule in rules if rule.headers]
    return INTRODUCTION + "".join(f"{line}\n" for block in blocks for line in block)


def write_nginx(rules: Iterable[Rule], base: str, fresh: str) -> str:
    """The locations of a server block of nginx; an ``add_header`` in one replaces all from outside, so each has the whole.

    Args:
        rules: from ``list_rules``.
        base: the path that the site lies under, without a slash at its end.
        fresh: how long other answers than those that last are cached: the value of Cache-Control.
    """
    everywhere, *families = rules
    hidden = [f"location = {base}/{name} {{ return 404; }}\n" for name in (HEADERS_FILE, NGINX_FILE)]
    said = [_write_location(rule.pattern, {CACHING: fresh, **everywhere.headers, **rule.headers}, base) for rule in families]
    return NGINX_INTRODUCTION.format(base=base) + "".join([*hidden, *said])


def _write_location(pattern: str, headers: Mapping[str, str], base: str) -> str:
    lines = [f"    add_header {name} {_quote(value)}{'' if name == CACHING else ' always'};" for name, value in headers.items()]
    if "Access-Control-Allow-Methods" in headers:  # what a browser asks before a script of another site sends headers of its own
        lines.append("    if ($request_method = OPTIONS) { return 204; }")
    return "\n".join([f"location ~ {match_pattern(base + pattern)} {{", *lines, "    try_files $uri $uri/index.html =404;", "}", ""])


def _quote(value: str) -> str:
    """A value as nginx reads it: none of ours has a quotation mark, a backslash or a variable in it.

    Raises:
        ValueError: it has one.
    """
    if set('"\\$') & set(value):
        raise ValueError(f"{value!r} can't stand in nginx' configuration; a header's value must be without \", \\ and $")
    return f'"{value}"'


def match_pattern(pattern: str) -> str:
    r"""The paths of a rule as an expression of nginx, with the spellings of a folder's page.

    >>> match_pattern("/k/kommuner/*"), match_pattern("/indlejr/"), match_pattern("/robots.txt")
    ('^/k/kommuner(?:/.*)?$', '^/indlejr(?:/(?:index\\.html)?)?$', '^/robots\\.txt$')
    """
    if pattern.endswith("/*"):
        return f"^{re.escape(pattern[:-2])}(?:/.*)?$"
    if pattern.endswith("/"):
        return rf"^{re.escape(pattern[:-1])}(?:/(?:index\.html)?)?$"
    return f"^{re.escape(pattern)}$"
