"""What every page and piece is made from, loaded once."""

from dataclasses import dataclass

from components.setup import list_choices
from components.site import Site
from components.view import Choices
from data.archive import Archive
from geodata.borders import Borders
from geodata.drawing import Drawing


@dataclass(frozen=True)
class Atlas:
    """The figures of all editions, the borders as degrees and as drawing, what an address may name, and where the pages lie."""

    archive: Archive
    borders: Borders
    drawing: Drawing
    choices: Choices
    site: Site

    @classmethod
    def load(cls, archive: Archive, site: Site) -> "Atlas":
        """Load the borders and see that they are those of the figures' kommuner.

        Raises:
            BorderError: the borders or their drawing are not sound, or of other kommuner.
        """
        borders = Borders.load()
        borders.check_codes({place.code for place in archive.newest.kommuner})
        return cls(archive, borders, Drawing.load(), list_choices(archive.newest, archive.editions), site)
