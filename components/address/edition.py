"""How an address names an edition."""

from components.address.view import edition_parameter
from data.profile.figures import Figures


def edition_query(figures: Figures) -> str:
    """What an address needs in order to lead to this edition; nothing for the newest."""
    return edition_parameter(figures.edition.name) if figures.edition and not figures.is_newest else ""
