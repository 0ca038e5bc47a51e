"""The map of an indicator in sentences, for those who do not see it: made from the figures by rules, and by nothing else.

The examples are the almene share's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from statistics import median

from components.wording.formats import format_figure, format_missing, format_period, format_value, name_figure, name_unit, round_half_up
from components.wording.spoken.pattern import describe_pattern
from data.place import Place
from data.profile.computed.measure import order_by_value
from data.profile.profile import Entry
from data.registry.indicator import Indicator
from data.sentence import capitalise, decapitalise, join_words

HEADING = "Beskriv kortet"
NAMED = 5  # of the highest and of the lowest, and those that share the last one's value
MOST_NAMED = 8  # more that share a value are counted instead
FEW_MISSING = 5  # that are named; more are counted
FEWEST = 20  # kommuner with a value: fewer are no map to describe
SEVERAL = {2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks", 7: "syv", 8: "otte", 9: "ni", 10: "ti"}  # in words, before a noun


@dataclass(frozen=True)
class MapWords:
    """What the sentences are made from.

    Attributes:
        indicator: what the map shows.
        entries: its figure in each kommune, by code in Danish order of name.
        places: all places by code.
        national: the country's figure.
    """

    indicator: Indicator
    entries: Mapping[str, Entry]
    places: Mapping[str, Place]
    national: Entry

    @cached_property
    def known(self) -> dict[str, float]:
        """The known values by code, in Danish order of name."""
        return {code: entry.reading.value for code, entry in self.entries.items() if entry.reading.value is not None}

    @cached_property
    def printed(self) -> dict[str, float]:
        """The known values as they are printed, by code, lowest first."""
        return {code: self.print_value(code) for code in order_by_value(self.known)}

    def print_value(self, code: str) -> float:
        """A known value as it is printed."""
        return round_half_up(self.known[code], self.indicator.decimals)


def describe_map(words: MapWords) -> list[str]:
    """Paragraphs: what is shown and from where to where it goes, the ends, where they lie, what is missing.

    ::

        ["Kortet viser almene boligers andel af alle boliger, 1. januar 2026. Tallet går fra 3,4 pct. på Samsø til 54,5 pct. i Brøndby. …",
         "Højest (pct.): Brøndby 54,5; Herlev 53,8; Albertslund 53,2; Ballerup 50,2; Ishøj 46,7.",
         "Lavest (pct.): Samsø 3,4; Gentofte 4,7; Læsø 4,8; Stevns 6,3; Rebild 6,4.",
         "Blandt de 24 højeste er 13 af de 29 kommuner i Region Hovedstaden. …"]
    """
    shown = f"Kortet viser {decapitalise(name_figure(words.indicator))}, {_name_period(words)}."
    missing = list(_tell_missing(words))
    if len(words.printed) < FEWEST:
        return [f"{shown} {capitalise(_count(len(words.printed)))} har et tal. Det er for få til at beskrive et mønster.", *missing]
    told = [f"{shown} {_tell_range(words)} {_tell_middle(words)}"]
    if len(set(words.printed.values())) > 1:
        told += _tell_ends(words)
        told.append(describe_pattern(words.printed, words.places))
    return [*told, *missing]


def _name_period(words: MapWords) -> str:
    reading = next(iter(words.entries.values())).reading
    return format_period(words.indicator.period, reading.period)


def _tell_range(words: MapWords) -> str:
    """From where to where: "Tallet går fra 3,4 pct. på Samsø til 54,5 pct. i Brøndby."."""
    values = list(words.printed.values())
    low, high = values[0], values[-1]
    if low == high:
        return _stop(f"Alle {_count(len(values))} med et tal har {format_value(low, words.indicator)}")
    return f"Tallet går fra {_tell_end(low, words)} til {_tell_end(high, words)}."


def _tell_end(value: float, words: MapWords) -> str:
    """A value and whose it is: "3,4 pct. på Samsø"; of several their number: "0 boliger i tre kommuner"."""
    whose = [code for code, other in words.printed.items() if other == value]
    where = words.places[whose[0]].where if len(whose) == 1 else f"i {_count(len(whose))}"
    return f"{format_value(value, words.indicator)} {where}"


def _count(number: int) -> str:
    """Kommuner in a sentence, as many as there are: "tre kommuner", "98 kommuner"."""
    return "1 kommune" if number == 1 else f"{SEVERAL.get(number, number)} kommuner"


def _tell_middle(words: MapWords) -> str:
    """The median of the kommuner as equals, and beside it the country's figure, in which a large kommune counts for more."""
    country = words.national.reading.value
    said = [f"Medianen, tallet i midten, er {format_value(median(words.known.values()), words.indicator)}"]
    said += [] if country is None else [f"Hele landet har {format_value(country, words.indicator)}"]
    return " ".join(map(_stop, said))


def _stop(sentence: str) -> str:
    """A full stop at its end, of which a unit may have one already."""
    return f"{sentence.removesuffix('.')}."


def _tell_ends(words: MapWords) -> Iterator[str]:
    """The five highest and the five lowest, the outermost first."""
    unit = name_unit(0, words.indicator)
    for word, is_high in (("Højest", True), ("Lavest", False)):
        ordered = [(code, words.print_value(code)) for code in order_by_value(words.known, highest_first=is_high)]
        yield f"{word} ({unit}): {'; '.join(_list_end(ordered, words))}."


def _list_end(ordered: Sequence[tuple[str, float]], words: MapWords) -> Iterator[str]:
    """Names with their values; of many that share one, how many they are: "Brøndby 54,5", "17 kommuner med 6"."""
    told = 0
    for value, group in groupby(ordered, key=lambda pair: pair[1]):
        codes = [code for code, _ in group]
        number = format_figure(value, words.indicator)
        if told + len(codes) <= MOST_NAMED:
            yield from (f"{words.places[code].name} {number}" for code in codes)
        else:
            yield f"{_count(len(codes))} med {number}"
        told += len(codes)
        if told >= NAMED:
            return


def _tell_missing(words: MapWords) -> Iterator[str]:
    """Who has no figure and why: "Fanø, Læsø og Samsø har intet tal: udeladt i kilden af hensyn til fortrolighed."."""
    reasons: dict[str, list[str]] = {}
    for code, entry in words.entries.items():
        if entry.reading.value is None:
            reasons.setdefault(decapitalise(format_missing(entry.reading)), []).append(words.places[code].name)
    for reason, names in reasons.items():
        whom = join_words(names) if len(names) <= FEW_MISSING else f"{len(names)} kommuner"
        yield f"{whom} har intet tal: {reason}."
