"""Where the pages are published: the host, the path before every address, and where their publisher can be reached."""

import re
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlsplit

LOOPBACK = re.compile(r"https?://(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?/?", re.ASCII)
PATH = re.compile(r"(/(?!\.\.?(/|$))[A-Za-z0-9._~-]+)*/?")
# A host as it may stand in every link: letters, digits and hyphens (an IDN in its xn-- form), or an address of IPv6; no user, no password.
PUBLIC_HOST = re.compile(r"([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]+\])(:(\d{1,5}))?", re.ASCII)


def without_scheme(address: str) -> str:
    """An address as it is printed on paper.

    >>> without_scheme("https://kort.bl.dk/")
    'kort.bl.dk'
    """
    return address.split("://", 1)[-1].removesuffix("/")


@dataclass(frozen=True)
class Site:
    """Addresses within the app begin with a slash and know nothing of host and base path; this puts them in front.

    Attributes:
        base: the path that the app lies under, such as ``/danmarkskort``; empty at the root of a host.
        origin: scheme and host, such as ``https://kort.bl.dk``; empty where it is not known.
        follows_request: where the host is not known, take the one that the server is asked at, if it is the machine's own. An export is
            asked at none.
        statement: the whole address of the accessibility statement, which is made elsewhere (was.digst.dk); empty where there is none yet.
        contact: whom readers turn to with what they can't use, an e-mail address or a whole address; empty where nobody is named.
    """

    base: str = ""
    origin: str = ""
    follows_request: bool = True
    statement: str = ""
    contact: str = ""

    @classmethod
    def parse(cls, address: str) -> Self:
        """A path (``/danmarkskort/``) or a whole address (``https://kort.bl.dk/danmarkskort/``).

        Raises:
            ValueError: it is neither.
        """
        parts = urlsplit(address)
        is_whole = parts.scheme in {"http", "https"} and _is_host(parts.netloc)
        is_path = not parts.scheme and not parts.netloc and (not address or parts.path.startswith("/"))
        if not (is_whole or is_path) or parts.query or parts.fragment or not PATH.fullmatch(parts.path) or not address.isprintable():
            raise ValueError(f"{address!r} is no address to lie under; write a path such as /danmarkskort/ or https://host/danmarkskort/")
        return cls(parts.path.rstrip("/"), f"{parts.scheme}://{parts.netloc}" if is_whole else "")

    def path(self, address: str) -> str:
        """An address within the app with the base path before it; anything else (a query, a whole address) as it is.

        >>> Site(base="/danmarkskort").path("/kommuner"), Site(base="/danmarkskort").path("?kommune=0326")
        ('/danmarkskort/kommuner', '?kommune=0326')
        """
        return self.base + address if address.startswith("/") and not address.startswith("//") else address

    def whole(self, address: str) -> str:
        """An address within the app with host and base path before it; only the base path where the host is not known.

        >>> Site.parse("https://kort.bl.dk/danmarkskort/").whole("/kommuner")
        'https://kort.bl.dk/danmarkskort/kommuner'
        """
        return self.origin + self.path(address)

    def seen_at(self, origin: str) -> Self:
        """The same site with the host that it is asked at, where no setting says which one it is and that host is this machine.

        Any other name could be one that the reader made up: it must not come to stand in links, in previews or on paper.

        >>> Site().seen_at("http://127.0.0.1:8050/").origin, Site().seen_at("https://kort.bl.dk/").origin
        ('http://127.0.0.1:8050', '')
        """
        is_here = self.follows_request and not self.origin and LOOPBACK.fullmatch(origin)
        return replace(self, origin=origin.rstrip("/")) if is_here else self


def _is_host(text: str) -> bool:
    found = PUBLIC_HOST.fullmatch(text)
    return found is not None and int(found[4] or 1) in range(1, 65_536)
