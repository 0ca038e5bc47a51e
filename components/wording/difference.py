"""Two places compared, in words and in lengths of bars."""

from components.wording.formats import format_difference, format_share
from components.wording.part import measure_part
from data.place import COUNTRY, PlaceKind
from data.profile.profile import Entry, KommuneProfile
from data.registry.kind import GroupKind
from data.registry.panel import Group
from data.registry.registry import Registry


def summarise_pair(pair: tuple[KommuneProfile, KommuneProfile], registry: Registry) -> str:
    """How two places differ on the main indicator, in a sentence.

    "Andelen af almene boliger i Kalundborg Kommune er 4,3 procentpoint under Roskilde."
    """
    first, second = (profile[registry.roles.main] for profile in pair)
    difference = describe_difference(first, second, pair)
    if not difference:
        return "De to kan ikke sammenlignes på andelen af almene boliger: et af tallene mangler."
    return f"Andelen af almene boliger i {pair[0].place.full_name} er {difference}."


def describe_difference(first: Entry, second: Entry, pair: tuple[KommuneProfile, KommuneProfile]) -> str:
    """The first place's figure compared with the second's: "2,4 procentpoint over Roskilde"; empty where one is missing.

    A count is not compared with that of its own region or of the country, but is a part of it: "4 pct. af hele landet".

    Args:
        first: the indicator of the first place.
        second: the same indicator of the second place.
        pair: the two places.
    """
    mine, theirs = first.reading.value, second.reading.value
    a, b = (profile.place for profile in pair)
    if mine is None or theirs is None:
        return ""
    name = b.full_name if b.kind is PlaceKind.COUNTRY else b.name
    if first.indicator.is_count and (b.code == COUNTRY or a.code in b.members):
        return f"{format_share(mine / theirs)} af {name}" if theirs else ""
    return f"{format_difference(mine, theirs, first.indicator)} {name}"


def describe_scale(group: Group, profile: KommuneProfile) -> str:
    """What the bars of a group are parts of: "søjlerne viser delen af almene boliger i alt"; empty where each row has its own scale."""
    match group.kind:
        case GroupKind.PARTS:
            return f"søjlerne viser delen af {group.whole}"
        case GroupKind.SHARES:
            return f"søjlerne viser delen af {profile.in_group(group)[0].indicator.denominator}"
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
