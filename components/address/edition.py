"""How an address names an edition."""

from components.address.view import edition_parameter
from data.profile.figures import Figures


def edition_query(figures: Figures) -> str:
    """The query string that leads to the edition of these figures: "?udgave=2025"; empty for the newest, which is shown without."""
    return edition_parameter(figures.edition.name) if figures.edition and not figures.is_newest else ""
