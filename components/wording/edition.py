"""Editions in words."""

from components.wording.formats import format_date
from data.profile.figures import Figures


def describe_edition(figures: Figures) -> str:
    """The edition's name, title and date, in one line."""
    if figures.edition is None:
        return ""
    return f"{date_edition(figures)}: {figures.edition.title}"


def date_edition(figures: Figures) -> str:
    """The edition's name and date: what stands where there is no room for its title."""
    return f"Udgave {figures.edition.name} fra {format_date(figures.edition.date)}" if figures.edition else ""
