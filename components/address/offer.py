"""What can be had besides the pages: a server makes it when it is asked for, files can't."""

from dataclasses import dataclass
from typing import Self

from components.address.site import Site


@dataclass(frozen=True)
class Offer:
    """What pages may lead to. A server offers everything.

    Attributes:
        sheets: the kommuneark of one kommune. Its QR code bears the page's whole address, which files may not know.
        on_request: the kommuneark of two places, the welcome package and press pictures: made when they are asked for.
    """

    sheets: bool = True
    on_request: bool = True

    @classmethod
    def of_files(cls, site: Site) -> Self:
        """What a static export can offer.

        >>> Offer.of_files(Site(base="/danmarkskortet"))
        Offer(sheets=False, on_request=False)
        >>> Offer.of_files(Site(origin="https://kort.bl.dk"))
        Offer(sheets=True, on_request=False)
        """
        return cls(sheets=bool(site.origin), on_request=False)


OF_SERVER = Offer()
