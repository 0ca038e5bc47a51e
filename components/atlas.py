"""What every page and piece is made from, loaded once."""

from dataclasses import dataclass

from components.address.choices import Choices, list_choices
from components.address.offer import OF_SERVER, Offer
from components.address.site import Site
from data.profile.archive import Archive
from geodata.borders import Borders
from geodata.drawing import Drawing
from geodata.tiling import Tiling


@dataclass(frozen=True)
class Atlas:
    """What every page and piece is made from.

    Attributes:
        archive: the figures of all editions.
        borders: in degrees, as plotly draws them.
        drawing: the same as SVG paths.
        tiling: where the tiles of the tile map lie.
        choices: what an address may name.
        site: where the pages lie.
        offer: what they may lead to besides one another.
        pairs: the comparisons that there are, as "0326-0101"; None where every one can be had.
    """

    archive: Archive
    borders: Borders
    drawing: Drawing
    tiling: Tiling
    choices: Choices
    site: Site
    offer: Offer = OF_SERVER
    pairs: tuple[str, ...] | None = None

    @classmethod
    def load(cls, archive: Archive, site: Site, offer: Offer = OF_SERVER) -> "Atlas":
        """Load the borders and see that they are those of the figures' kommuner.

        Raises:
            BorderError: the borders, their drawing or the tiles are not sound, or of other kommuner.
        """
        borders = Borders.load()
        borders.check_codes({place.code for place in archive.newest.kommuner})
        tiling = Tiling.load()
        tiling.check_codes(set(borders.boxes))
        return cls(archive, borders, Drawing.load(), tiling, list_choices(archive.newest, archive.editions), site, offer)
