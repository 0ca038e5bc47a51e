"""The sentences at the top of a panel: a place in plain Danish, from its figures only."""

from components.wording.formats import format_difference, format_value
from components.wording.trend import describe_change
from data.profile.profile import Entry, KommuneProfile

ORDINALS = {
    2: "anden",
    3: "tredje",
    4: "fjerde",
    5: "femte",
    6: "sjette",
    7: "syvende",
    8: "ottende",
    9: "niende",
    10: "tiende",
}
TOLERANCE = 0.02  # a share within 2 pct. of one in n is "hver n'te" without "knap" (just under) or "godt" (just over)
HALF = 50  # per cent: from here on "hver anden" says less than the number


def summarise(profile: KommuneProfile, main: Entry, rent: Entry) -> str:
    """Two or three short sentences on the almene share, its change, and the rent; what is missing is not mentioned.

    "Knap hver sjette bolig i Kalundborg Kommune er almen (15,7 pct.): 3,7 procentpoint under hele landet. Andelen er næsten
    uændret siden 2016. Almen husleje pr. m² ligger 10 pct. under privat leje, men de to er ikke opgjort på samme måde."
    """
    sentences = [_describe_share(profile, main), describe_change(main.series, main.indicator), _describe_rent(profile, rent)]
    return " ".join(sentence for sentence in sentences if sentence)


def _describe_share(profile: KommuneProfile, main: Entry) -> str:
    where = profile.place.full_name
    value = main.reading.value
    if value is None:
        return f"Andelen af almene boliger i {where} er ikke opgjort."
    opening = (
        f"{describe_fraction(value)} i {where} er almen"
        if value < HALF
        else f"{format_value(value, main.indicator)} af boligerne i {where} er almene"
    )
    exact = f" ({format_value(value, main.indicator)})" if value < HALF else ""
    if main.national is None or main.national.value is None:
        return f"{opening}{exact}."
    difference = format_difference(value, main.national.value, main.indicator)
    return f"{opening}{exact}: {difference} hele landet."


def describe_fraction(percent: float) -> str:
    """A share of all dwellings as people say it: one in n, just under or just over.

    >>> describe_fraction(15.7), describe_fraction(17.2), describe_fraction(20.0)
    ('Knap hver sjette bolig', 'Godt hver sjette bolig', 'Hver femte bolig')
    >>> describe_fraction(4.7)
    'Omkring en af 21 boliger'
    """
    one_in = round(100 / percent)
    ratio = percent * one_in / 100
    degree = "Hver" if abs(ratio - 1) <= TOLERANCE else "Knap hver" if ratio < 1 else "Godt hver"
    if one_in not in ORDINALS:
        return f"Omkring en af {one_in} boliger"
    return f"{degree} {ORDINALS[one_in]} bolig"


def _describe_rent(profile: KommuneProfile, rent: Entry) -> str:
    if not rent.indicator.against or rent.reading.value is None:
        return ""
    other = profile[rent.indicator.against].reading.value
    if other is None:
        return ""
    difference = format_difference(rent.reading.value, other, rent.indicator)
    return f"Almen husleje pr. m² ligger {difference} {rent.indicator.against_words}, men de to er ikke opgjort på samme måde."
