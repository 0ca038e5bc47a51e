"""How indicators are put together for readers: panels, of which four are the topics, and the groups that a panel has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.registry.kind import GroupKind
from data.registry.recipe import Agreement


@dataclass(frozen=True)
class Panel:
    """A part of the page with a title. A topic is one that answers a question of its readers in one figure.

    Attributes:
        key: stable slug, in addresses of frames too.
        title: in Danish.
        lead: of a topic: keys of indicators and of groups with parts or shares, in order of preference for the one figure that answers
            it: BL's first, then public ones about almene boliger, then those about all.
        formerly: keys that it had, which old addresses of frames still name.
        icon: of a topic: the lines of its sign, as SVG path data in a square of 24.
    """

    key: str
    title: str
    lead: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    icon: str = ""

    @property
    def is_topic(self) -> bool:
        """Whether the panel is one of the topics."""
        return bool(self.lead)


@dataclass(frozen=True)
class Group:
    """Indicators of a panel that stand together: BL's own, or those of one public table.

    Attributes:
        key: stable slug.
        panel: key of the panel.
        kind: how the indicators belong together.
        title: above them; empty for none.
        about: what they are about, in a sentence that says that they are missing; empty: each is named by itself.
        whole: what the parts add up to, in Danish; only with PARTS.
        agrees: the indicator that the whole should be the same as; None for no such one.
        on_sheet: whether the printed kommuneark has room for it.
        shared: fields that all its indicators have.
    """

    key: str
    panel: str
    kind: GroupKind
    title: str = ""
    about: str = ""
    whole: str = ""
    agrees: Agreement | None = None
    on_sheet: bool = True
    shared: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
