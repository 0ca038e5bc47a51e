"""Editions in words. Both functions give an empty text for figures that belong to no edition, as in tests."""

from components.wording.formats import format_date
from data.profile.figures import Figures


def describe_edition(figures: Figures) -> str:
    """Name, date and title: "Udgave 2025 fra 24. november 2026: Kommuneark 2025 og offentlig statistik"."""
    if figures.edition is None:
        return ""
    return f"{describe_edition_briefly(figures)}: {figures.edition.title}"


def describe_edition_briefly(figures: Figures) -> str:
    """Name and date, where there is no room for the title: "Udgave 2025 fra 24. november 2026"."""
    return f"Udgave {figures.edition.name} fra {format_date(figures.edition.date)}" if figures.edition else ""
