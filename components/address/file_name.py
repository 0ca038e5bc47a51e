"""What a reader finds in the download folder: names that say what is in a file, and that every file system takes."""

from collections.abc import Iterable, Sequence

from data.place import TO_ASCII, Place
from data.profile.figures import Figures


def slugify(words: str) -> str:
    """In small letters without accents or spaces: "Hele landet" as "hele-landet", "Ærø" as "aeroe"."""
    words = words.lower().replace(" ", "-")
    for letter, plain in TO_ASCII.items():
        words = words.replace(letter, plain)
    return words


def edition_suffix(figures: Figures) -> str:
    """The end of a file's name: "_udgave-2025"."""
    return f"_udgave-{figures.edition.name}" if figures.edition else ""


def name_file(about: Iterable[str], figures: Figures, form: str) -> str:
    """The name of a file with figures: "almene-boliger_0326-kalundborg_udgave-2025.xlsx".

    Args:
        about: what is in it, part by part.
        figures: the edition.
        form: the name's ending.
    """
    parts = ["almene-boliger", *(slugify(part).replace("_", "-") for part in about if part)]
    return f"{'_'.join(parts)}{edition_suffix(figures)}.{form}"


def describe_places(places: Sequence[Place]) -> str:
    """What a file with all figures of one place, or of several, is about."""
    return "-og-".join(place.name for place in places) if len(places) > 1 else f"{places[0].code}-{places[0].name}"
