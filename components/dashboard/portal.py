"""A Dash component of our own: children that stand elsewhere on the page, and only once they are asked for."""

from collections.abc import Callable

from dash.development.base_component import Component


class Portal(Component):
    """Mounts its children once ``open`` is true, in another element of the page or where it stands itself.

    The page round Dash is finished HTML, so a graph that belongs somewhere in it is put there with React's ``createPortal``. A graph
    that is not mounted yet has its properties and takes part in callbacks, but costs nothing. The script is assets/dashboard/portal.js.

    ::

        Portal(dcc.Graph(id="trend"), id="trend-portal", slot="trend-slot")
        # Input("trend-portal", "near"): the slot is near the screen; Output("trend-portal", "open"): the graph is wanted

    Attributes:
        children: what is mounted.
        id: for callbacks.
        slot: id of the element that the children are appended to; without one they stand where the portal stands.
        open: whether they are mounted. The slot bears the class ``med-graf`` meanwhile.
        near: set by the portal: whether the slot is near the screen.
    """

    _namespace = "danmarkskort"  # the script's place: window.danmarkskort.Portal
    _type = "Portal"
    _prop_names = ["children", "id", "slot", "open", "near"]  # noqa: RUF012 # Dash declares it
    _valid_wildcard_attributes = []  # noqa: RUF012

    def __init__(self, children: Component, **properties: str | bool) -> None:
        """Make one that is closed and far from the screen, unless it is said otherwise."""
        initialise: Callable[..., None] = super().__init__  # Dash does not type it
        initialise(children=children, **{"open": False, "near": False} | properties)
