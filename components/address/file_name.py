"""Names of downloaded files: they say what is in the file, and every file system accepts them."""

from collections.abc import Iterable, Sequence

from data.place import TO_ASCII, Place
from data.profile.figures import Figures


def slugify(words: str) -> str:
    """Lower case, hyphens for spaces, and Danish letters spelt with ASCII.

    >>> slugify("Hele landet"), slugify("Ærø")
    ('hele-landet', 'aeroe')
    """
    words = words.lower().replace(" ", "-")
    for letter, plain in TO_ASCII.items():
        words = words.replace(letter, plain)
    return words


def edition_suffix(figures: Figures) -> str:
    """The end of a file's name, before its extension: "_udgave-2025"; empty for figures of no edition."""
    return f"_udgave-{figures.edition.name}" if figures.edition else ""


def name_file(about: Iterable[str], figures: Figures, extension: str) -> str:
    """The name of a file with figures: "almene-boliger_0326-kalundborg_udgave-2025.xlsx".

    Args:
        about: what is in it, part by part: ``["0326-Kalundborg"]``; empty parts are left out.
        figures: the edition.
        extension: without its point, such as "xlsx" or "dansk.csv".
    """
    parts = ["almene-boliger", *(slugify(part).replace("_", "-") for part in about if part)]
    return f"{'_'.join(parts)}{edition_suffix(figures)}.{extension}"


def describe_places(places: Sequence[Place]) -> str:
    """The places that a file is about, for its name: "0326-Kalundborg" for one, "Kalundborg-og-Roskilde" for several."""
    return "-og-".join(place.name for place in places) if len(places) > 1 else f"{places[0].code}-{places[0].name}"
