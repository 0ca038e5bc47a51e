"""Two places compared, in words and in lengths of bars."""

from components.wording.formats import format_difference, format_share, format_value
from components.wording.part import measure_part
from data.place import COUNTRY
from data.profile.profile import Entry, KommuneProfile
from data.registry.kind import GroupKind
from data.registry.panel import Group
from data.registry.registry import Registry
from data.sentence import capitalise


def summarise_pair(pair: tuple[KommuneProfile, KommuneProfile], registry: Registry) -> str:
    """How two places differ on the main indicator, in short sentences that name the higher place first.

    "I Roskilde er 20,0 pct. af alle boliger almene. I Kalundborg er det 15,7 pct. Det er 4,3 procentpoint lavere."
    """
    first, second = (profile[registry.roles.main] for profile in pair)
    mine, theirs = first.reading.value, second.reading.value
    if mine is None or theirs is None:
        return "De to kan ikke sammenlignes her. Andelen af almene boliger mangler for en af dem."
    places = [profile.place.where for profile in pair]
    if mine < theirs:
        mine, theirs, places = theirs, mine, places[::-1]
    difference = format_difference(theirs, mine, first.indicator)
    told = f"{capitalise(places[0])} er {format_value(mine, first.indicator)} af alle boliger almene."
    if not difference:
        return f"{told} Det samme gælder {places[1]}."
    return f"{told} {capitalise(places[1])} er det {format_value(theirs, first.indicator)} Det er {difference}."


def describe_difference(first: Entry, second: Entry, pair: tuple[KommuneProfile, KommuneProfile]) -> str:
    """Which place's figure is the higher, and by how much: "2,4 procentpoint højere i Roskilde"; empty where one is missing.

    Per cent are of the lower figure, so that they are the same whichever place comes first. A count is not compared with that of its own
    region or of the country, but is a part of it: "4 pct. af tallet for hele landet".

    Args:
        first: the indicator of the first place.
        second: the same indicator of the second place.
        pair: the two places.
    """
    mine, theirs = first.reading.value, second.reading.value
    a, b = (profile.place for profile in pair)
    if mine is None or theirs is None:
        return ""
    if first.indicator.is_count and (b.code == COUNTRY or a.code in b.members):
        return f"{format_share(mine / theirs)} af tallet for {b.full_name}" if theirs else ""
    difference = format_difference(max(mine, theirs), min(mine, theirs), first.indicator)
    return f"{difference} {(a if mine > theirs else b).where}" if difference else "det samme begge steder"


def describe_scale(group: Group, profile: KommuneProfile) -> str:
    """What the bars of a group are parts of: "bjælkerne viser andelen af almene boliger i alt"; empty where each row has its own scale."""
    match group.kind:
        case GroupKind.PARTS:
            return f"bjælkerne viser andelen af {group.whole}"
        case GroupKind.SHARES:
            return f"bjælkerne viser andelen af {profile.in_group(group)[0].indicator.denominator}"
        case GroupKind.KEY_FIGURES:
            return ""


def measure_bars(first: Entry, second: Entry, group: Group) -> tuple[float | None, float | None]:
    """The lengths of a row's two bars, from 0 to 1; None where there is nothing to draw.

    Parts and shares are parts of their whole. Of other figures the larger has the whole length, so that a figure alone has no bar:
    15,7 beside 20,0 pct. gives ``(0.785, 1.0)``.
    """
    if group.kind is not GroupKind.KEY_FIGURES:
        return measure_part(first, group), measure_part(second, group)
    mine, theirs = first.reading.value, second.reading.value
    if mine is None or theirs is None:
        return None, None
    longest = max(mine, theirs) or 1.0
    return mine / longest, theirs / longest
