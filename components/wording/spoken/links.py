"""The whole names of links that are short on the screen, where what they lead to is seen by where they stand.

A name begins or ends with the words that are seen: whoever speaks to a computer says those.
"""

from collections.abc import Sequence

from components.wording.formats import name_figure
from data.place import Place, PlaceKind
from data.registry.indicator import Indicator
from data.sentence import decapitalise

ALL_FIGURES = "Tabel med alle tal for alle kommuner"


def name_source_link(indicator: Indicator, before: str = "") -> str:
    """What folds out below a figure: "Kilde: Boliger i etagehuse (alle boliger)".

    Args:
        indicator: the figure.
        before: what stands before the word "Kilde": "1. januar 2026 · ".
    """
    return f"{before}Kilde: {name_figure(indicator)}"


def name_map_link(indicator: Indicator) -> str:
    """The link that shows a figure on the map: "Vis på kortet: Boliger i etagehuse (alle boliger)"."""
    return f"Vis på kortet: {name_figure(indicator)}"


def list_names(places: Sequence[Place]) -> str:
    """One place or two, to stand in a sentence.

    >>> from data.place_table import load_places
    >>> places = load_places("2026-09-01")
    >>> list_names([places["0326"], places["0265"]]), list_names([places["0000"]])
    ('Kalundborg og Roskilde', 'hele landet')
    """
    return " og ".join(place.full_name if place.kind is PlaceKind.COUNTRY else place.name for place in places)


def name_table_of_places(places: Sequence[Place]) -> str:
    """What a file with all figures of one place or two holds: "Tabel for Kalundborg og Roskilde"."""
    return f"Tabel for {list_names(places)}"


def name_table_of_figure(indicator: Indicator) -> str:
    """What a file with a figure of all kommuner holds: "Tabel over almene boligers andel af alle boliger for alle kommuner"."""
    return f"Tabel over {decapitalise(name_figure(indicator))} for alle kommuner"


def name_file_link(holds: str, words: str) -> str:
    """A link to a file by what it holds.

    >>> name_file_link("Tabel for Kalundborg", "CSV (dansk Excel)")
    'Tabel for Kalundborg som CSV (dansk Excel)'
    """
    return f"{holds} som {words}"


def name_paper_link(words: str, places: Sequence[Place]) -> str:
    """A link to something printed or drawn of one place or two: "Kommuneark (PDF) for Kalundborg og Roskilde"."""
    return f"{words} for {list_names(places)}"
