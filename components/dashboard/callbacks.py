"""The one question that Dash puts to the scripts (assets/screen/show.js): the server builds, the browser moves.

Dash is asked once, when the page starts. What is picked later is fetched and put in place by the scripts alone, and the
address is the browser's own history: a round through Dash's store for each click costs more than the click.
"""

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output

from components.markup import ids


def register_callbacks(app: Dash) -> None:
    """The map, as soon as its pieces are there."""
    register: Callable[..., None] = app.clientside_callback  # Dash does not type it
    register(ClientsideFunction("danmarkskort", "start"), Output(ids.MAP_SLOT, "children"), Input(ids.MAP_SLOT, "id"))
