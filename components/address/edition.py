"""How an address names an edition."""

from components.address.view import name_edition
from data.profile.figures import Figures


def edition_query(figures: Figures) -> str:
    """What an address needs in order to lead to this edition; nothing for the newest."""
    return name_edition(figures.edition.name) if figures.edition and not figures.is_newest else ""
