"""Two places in words and lengths: how far they are apart."""

from components.wording.formats import format_difference, format_share
from components.wording.part import measure_part
from data.place import COUNTRY, PlaceKind
from data.profile.profile import Entry, KommuneProfile
from data.registry.indicator import Panel, PanelKind
from data.registry.registry import Registry


def summarise_pair(pair: tuple[KommuneProfile, KommuneProfile], registry: Registry) -> str:
    """How the two differ on the main indicator, in a sentence."""
    main, other = (profile[registry.roles.main] for profile in pair)
    difference = describe_difference(main, other, pair)
    if not difference:
        return "De to kan ikke sammenlignes på andelen af almene boliger: et af tallene mangler."
    return f"Andelen af almene boliger i {pair[0].place.full_name} er {difference}."


def describe_difference(main: Entry, other: Entry, pair: tuple[KommuneProfile, KommuneProfile]) -> str:
    """In words: "2,4 procentpoint over Roskilde"; for a count against the area that it is part of, "4 pct. af Region Sjælland"."""
    mine, theirs = main.reading.value, other.reading.value
    a, b = (profile.place for profile in pair)
    if mine is None or theirs is None:
        return ""
    name = b.full_name if b.kind is PlaceKind.COUNTRY else b.name
    if main.indicator.is_count and b.code in (a.region, COUNTRY):
        return f"{format_share(mine / theirs)} af {name}" if theirs else ""
    return f"{format_difference(mine, theirs, main.indicator)} {name}"


def describe_scale(panel: Panel, profile: KommuneProfile) -> str:
    """What the bars of a panel are parts of; empty where each row has a scale of its own."""
    match panel.kind:
        case PanelKind.PARTS:
            return f"søjlerne viser delen af {panel.whole}"
        case PanelKind.SHARES:
            return f"søjlerne viser delen af {profile.in_panel(panel)[0].indicator.denominator}"
        case PanelKind.KEY_FIGURES:
            return ""


def measure_bars(main: Entry, other: Entry, panel: Panel) -> tuple[float | None, float | None]:
    """How long the two bars of a row are, from 0 to 1; None where there is nothing to draw.

    Parts and shares are parts of their whole. Other figures are measured by the larger of the two, so that a figure alone has no bar.
    """
    if panel.kind is not PanelKind.KEY_FIGURES:
        return measure_part(main, panel), measure_part(other, panel)
    mine, theirs = main.reading.value, other.reading.value
    if mine is None or theirs is None:
        return None, None
    longest = max(mine, theirs) or 1.0
    return mine / longest, theirs / longest
