"""Which figures do not stand on the map, and why; which ones kommuner are alike by."""

from collections.abc import Iterator

from components.wording.formats import name_figure
from data.profile.figures import MAP_COVERAGE, Figures
from data.registry.indicator import Indicator
from data.registry.kind import GroupKind
from data.registry.registry import Registry
from data.sentence import capitalise, decapitalise, join_words

NOT_ON_MAP = "Ikke på kortet"


def list_unmapped(figures: Figures) -> Iterator[tuple[str, str, str]]:
    """Name, reason, and further words to find it by, of every figure that is not offered on the map.

    Parts of a whole are one: ``("Boligtyper", "antal, som mest viser, hvor stor kommunen er", "Almene familieboliger …")``.
    """
    registry = figures.registry
    for group in registry.groups.values():
        others = [one for one in registry.in_group(group.key) if one not in figures.mappable]
        if others and group.kind is not GroupKind.KEY_FIGURES:
            yield capitalise(group.about or group.title), explain_no_map(others[0], figures), " ".join(one.label for one in others)
            continue
        for one in others:
            yield name_figure(one), explain_no_map(one, figures), one.short


def explain_no_map(indicator: Indicator, figures: Figures) -> str:
    """Why an indicator is not offered on the map, in a few words: what it is, or how many kommuner have it.

    "antal, som mest viser, hvor stor kommunen er", "kun 1 af 98 kommuner har tallet"
    """
    if indicator.provisional_quarters:
        return "foreløbige tal"
    if indicator.is_count:
        return "antal, som mest viser, hvor stor kommunen er"
    covered, kommuner = figures.coverage(indicator), len(figures.kommuner)
    if covered == 0:
        return "tallene er ikke med endnu"
    if covered < MAP_COVERAGE:
        return f"kun {covered} af {kommuner} kommuner har tallet"
    raise ValueError(f"{indicator.key} may stand on the map")


def list_alike_by(registry: Registry) -> str:
    """The figures that similar kommuner are found by: "almen andel, lejeboliger, …, boligstørrelse og almen husleje"."""
    return join_words([decapitalise(registry[key].short) for key in registry.roles.similarity])
