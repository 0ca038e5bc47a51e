"""Which of a kommune's figures stand in a press picture, and how their sources are named there."""

from data.profile.profile import Entry, KommuneProfile
from data.reading import Reason
from data.registry.indicator import PanelKind
from data.registry.registry import Registry

FIGURES = 4  # beside the big number


def choose_figures(profile: KommuneProfile, registry: Registry) -> list[Entry]:
    """The figures beside the big one: the first that can be told, in the registry's order.

    A figure that is missing in its source is told with its reason; one that this edition does not have is shown only where
    there are no others. Of two that are held up against each other the first stands alone: they are not reckoned alike.
    """
    held_up = {indicator.against for indicator in registry.indicators.values()}
    panels = [panel for panel in registry.panels.values() if panel.kind is PanelKind.KEY_FIGURES]
    fit = [
        entry
        for panel in panels
        for entry in profile.in_panel(panel)
        if entry.indicator.mappable and entry.indicator.key not in held_up | {registry.roles.main}
    ]
    told = [entry for entry in fit if entry.reading.reason is not Reason.IKKE_INDLAEST]
    return [*told, *(entry for entry in fit if entry not in told)][:FIGURES]
