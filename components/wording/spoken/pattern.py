"""Where on the map high and low values lie, by region, in sentences.

The rule: the highest fourth of the kommuner are the high ones, and the lowest fourth the low ones. A region is named for one of them if
at least half of its kommuner are among them, or if at least half of them are its own and that is half as many again as its share of all
kommuner would give. Where values are spread by chance, one map in ten has a region named; a test holds that.
"""

from collections.abc import Iterator, Mapping, Sequence

from data.place import Place, PlaceKind
from data.sentence import join_words

FOURTH = 4
ENOUGH = 0.5  # of a region's kommuner, or of those at an end
MORE = 1.5  # times what its share of all kommuner would give: a region with half of all has half of either end by chance
MOST = 1 / 3  # of all kommuner: where more share the values of an end, it is no end


def describe_pattern(values: Mapping[str, float], places: Mapping[str, Place]) -> str:
    """Which regioner have the high and the low values, or that none has.

    "Blandt de 24 højeste er 13 af de 19 kommuner i Region X. Blandt de 24 laveste er 7 af de 11 kommuner i Region Y."

    Args:
        values: of the kommuner that have one, by code, lowest first; alike where they are printed alike.
        places: all places by code.
    """
    ascending = list(values.items())
    ends = {"højeste": _find_end(ascending[::-1]), "laveste": _find_end(ascending)}
    found = {word: list(_find_regions(end, values, places)) for word, end in ends.items()}
    if all(ends.values()) and not any(found.values()):
        both = " og ".join(f"de {len(end)} {word}" for word, end in ends.items())
        return f"Både {both} er spredt over flere regioner."
    return " ".join(_tell_end(word, end, found[word]) for word, end in ends.items())


def _find_end(ordered: Sequence[tuple[str, float]]) -> set[str]:
    """The outermost fourth, with all that share the last one's value; nobody where they are too many to be an end."""
    last = ordered[max(len(ordered) // FOURTH, 1) - 1][1]
    end = [code for code, value in ordered[: _count_to(ordered, last)]]
    return set(end) if len(end) <= MOST * len(ordered) else set()


def _count_to(ordered: Sequence[tuple[str, float]], last: float) -> int:
    return max(number for number, (_, value) in enumerate(ordered, 1) if value == last)


def _tell_end(word: str, end: set[str], found: Sequence[str]) -> str:
    if not end:
        return f"De {word} tal deles af så mange kommuner, at de ikke peger på bestemte regioner."
    if not found:
        return f"De {len(end)} {word} er spredt over flere regioner."
    return f"Blandt de {len(end)} {word} er {join_words(found)}."


def _find_regions(end: set[str], values: Mapping[str, float], places: Mapping[str, Place]) -> Iterator[str]:
    """Each region that has enough of an end, the largest part of a region first: "13 af de 19 kommuner i Region X"."""
    counted = []
    for region in (place for place in places.values() if place.kind is PlaceKind.REGION):
        known = values.keys() & set(region.members)
        inside = len(end & known)
        by_chance = len(end) * len(known) / len(values)
        if inside and (inside >= ENOUGH * len(known) or inside >= max(ENOUGH * len(end), MORE * by_chance)):
            which = "kommuner" if len(known) == len(region.members) else "kommuner med tal"
            counted.append((-inside / len(known), f"{inside} af de {len(known)} {which} i {region.name}"))
    return (said for _, said in sorted(counted))
