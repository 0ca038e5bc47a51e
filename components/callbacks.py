"""Which scripts give Dash its two graphs. Both run in the browser (assets/visning.js): the server builds, the browser moves.

Dash is asked once, when the page starts. What is picked later is fetched and put in place by the scripts alone, and the
address is the browser's own history: a round through Dash's store for each click costs more than the click.
"""

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output

from components import ids

NAMESPACE = "danmarkskort"


def register_callbacks(app: Dash) -> None:
    """Map and trend, each as soon as its piece is there."""
    register: Callable[..., None] = app.clientside_callback  # Dash does not type it
    register(ClientsideFunction(NAMESPACE, "startKort"), Output(ids.MAP_SLOT, "children"), Input(ids.MAP_SLOT, "id"))
    register(ClientsideFunction(NAMESPACE, "startUdvikling"), Output(ids.TREND_SLOT, "children"), Input(ids.TREND_SLOT, "id"))
