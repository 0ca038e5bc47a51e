"""Which of a kommune's figures stand in a press picture."""

from data.profile.profile import Entry, KommuneProfile
from data.reading import Reason
from data.registry.indicator import PanelKind
from data.registry.registry import Registry

FIGURES = 4  # besides the main one


def choose_figures(profile: KommuneProfile, registry: Registry) -> list[Entry]:
    """The figures besides the main one: the first key figures in the registry's order that say something.

    A figure that is missing in its source is shown with its reason; one that is not loaded in this edition only where there are no others.
    An indicator that another is compared with (the private rent) is left out: the two are computed differently and must not stand side by
    side without saying so.
    """
    references = {indicator.against for indicator in registry.indicators.values()}
    panels = [panel for panel in registry.panels.values() if panel.kind is PanelKind.KEY_FIGURES]
    suitable = [
        entry
        for panel in panels
        for entry in profile.in_panel(panel)
        if entry.indicator.mappable and entry.indicator.key not in references | {registry.roles.main}
    ]
    loaded = [entry for entry in suitable if entry.reading.reason is not Reason.IKKE_INDLAEST]
    return [*loaded, *(entry for entry in suitable if entry not in loaded)][:FIGURES]
