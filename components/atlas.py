"""What every page and piece is made from, loaded once."""

from dataclasses import dataclass

from components.address.choices import Choices, list_choices
from components.address.site import Site
from data.profile.archive import Archive
from geodata.borders import Borders
from geodata.drawing import Drawing


@dataclass(frozen=True)
class Atlas:
    """The figures of all editions, the borders as degrees and as drawing, what an address may name, and where the pages lie.

    ``pairs`` are the comparisons that there are, as "0326-0101"; None where every one can be had.
    """

    archive: Archive
    borders: Borders
    drawing: Drawing
    choices: Choices
    site: Site
    pairs: tuple[str, ...] | None = None

    @property
    def has_sheets(self) -> bool:
        """Whether kommuneark can be had: they bear the page's whole address, which files may not know."""
        return bool(self.site.origin) or self.site.is_guessed

    @property
    def makes_on_request(self) -> bool:
        """Whether those of two places, and press pictures, can be had: they are made when they are asked for, which files can't be."""
        return self.site.is_guessed

    @classmethod
    def load(cls, archive: Archive, site: Site) -> "Atlas":
        """Load the borders and see that they are those of the figures' kommuner.

        Raises:
            BorderError: the borders or their drawing are not sound, or of other kommuner.
        """
        borders = Borders.load()
        borders.check_codes({place.code for place in archive.newest.kommuner})
        return cls(archive, borders, Drawing.load(), list_choices(archive.newest, archive.editions), site)
