"""The sentences at the top of a panel: a place in plain Danish, from its figures only."""

from components.wording.formats import format_difference, format_value, round_half_up
from components.wording.standing import RECKONED_APART, is_alike
from components.wording.trend import describe_change
from data.place import COUNTRY, Place
from data.profile.profile import Entry, KommuneProfile
from data.sentence import capitalise, decapitalise

ORDINALS = {2: "anden", 3: "tredje", 4: "fjerde", 5: "femte", 6: "sjette", 7: "syvende", 8: "ottende", 9: "niende", 10: "tiende"}
IN_TEN = {3: "tre", 4: "fire", 6: "seks", 7: "syv", 8: "otte", 9: "ni"}  # of ten; the others are said as one in n
TOLERANCE = 0.02  # a share within 2 pct. of a fraction is that fraction without "knap" (just under) or "godt" (just over)
CLOSE = 0.1  # a share further than 10 pct. from every fraction is told out of a hundred
ALL = 100.0  # per cent


def summarise(profile: KommuneProfile, main: Entry, rent: Entry, *, exactly: bool = False) -> str:
    """Some short sentences on the almene share, its change, and the rent; what is missing is not mentioned.

    "Knap hver sjette bolig i Kalundborg er almen. Det er 3,7 procentpoint lavere end i landet som helhed, og andelen er næsten uændret
    siden 2016. Den almene husleje er 10 pct. lavere pr. m² end den private. De to er opgjort på hver sin måde."

    Args:
        profile: the place.
        main: its almene share.
        rent: its almene rent.
        exactly: whether share and place are told in full, in per cent and as a kommune, for where neither stands beside the sentences.
    """
    return " ".join(list_sentences(profile, main, rent, exactly=exactly))


def list_sentences(profile: KommuneProfile, main: Entry, rent: Entry, *, exactly: bool = False) -> list[str]:
    """What ``summarise`` says: the share, the country's beside it and its change, the rent. The first is always there."""
    sentences = [_describe_share(profile.place, main, exactly=exactly), _place_share(main), _describe_rent(profile, rent)]
    return [sentence for sentence in sentences if sentence]


def _describe_share(place: Place, main: Entry, *, exactly: bool) -> str:
    where = "i Danmark" if place.code == COUNTRY else f"i {place.full_name}" if exactly else place.where
    value = main.reading.value
    if value is None:
        return f"Der er intet tal for de almene boligers andel {where}."
    if exactly:
        return f"{format_value(value, main.indicator)} af boligerne {where} er almene."
    dwellings = describe_fraction(value)
    return f"{dwellings} {where} er {'almen' if dwellings.endswith(' bolig') else 'almene'}."


def describe_fraction(percent: float) -> str:
    """A share of all dwellings as people say it: one in n, some of ten or of a hundred; just under or just over.

    >>> describe_fraction(15.7), describe_fraction(20.0), describe_fraction(54.5)
    ('Knap hver sjette bolig', 'Hver femte bolig', 'Godt hver anden bolig')
    >>> describe_fraction(38.8), describe_fraction(4.7)
    ('Knap fire ud af ti boliger', 'Knap 5 ud af 100 boliger')
    """
    fractions = {ALL / number: f"hver {ordinal} bolig" for number, ordinal in ORDINALS.items()}
    fractions |= {ALL / 10 * number: f"{word} ud af ti boliger" for number, word in IN_TEN.items()}
    nearest = min(fractions, key=lambda fraction: abs(percent / fraction - 1))
    ratio = percent / nearest
    if abs(ratio - 1) <= CLOSE:
        return capitalise(fractions[nearest]) if abs(ratio - 1) <= TOLERANCE else f"{'Knap' if ratio < 1 else 'Godt'} {fractions[nearest]}"
    whole, printed = int(round_half_up(percent, 0)), round_half_up(percent, 1)
    if not whole:
        return "Mindre end 1 ud af 100 boliger" if percent else "Ingen boliger"
    return f"{'Cirka' if printed == whole else 'Knap' if printed < whole else 'Godt'} {whole} ud af 100 boliger"


def _place_share(main: Entry) -> str:
    """How the share lies beside the country's, and how it has changed: one sentence of what there is of the two."""
    change = describe_change(main.series, main.indicator)
    if main.reading.value is None or main.national is None or main.national.value is None:
        return change
    difference = format_difference(main.reading.value, main.national.value, main.indicator)
    beside = f"Det er {f'{difference} end' if difference else 'det samme som'} i landet som helhed"
    return f"{beside}, og {decapitalise(change)}" if change else f"{beside}."


def _describe_rent(profile: KommuneProfile, rent: Entry) -> str:
    """The last sentences of ``summarise``: the almene rent beside the private one, in per cent of the private one."""
    if not rent.indicator.against or rent.reading.value is None:
        return ""
    other = profile[rent.indicator.against].reading.value
    if other is None:
        return ""
    if is_alike(rent.reading.value, other):
        said = "omtrent den samme pr. m² som"
    else:
        said = f"{format_difference(rent.reading.value, other, rent.indicator)} pr. m² end"
    return f"Den almene husleje er {said} den private. {capitalise(RECKONED_APART)}."
