"""The dashboard's callbacks. All are clientside: their functions stand in assets/dashboard/callbacks.js under the same names.

The address owns the state. A click on the map therefore changes the address, as a search field, a link and Back do; the scripts show
what it has (assets/screen/show.js) and tell the stores, which Dash follows::

    map.clickData -> pick -> the address -> view.data  -> markMap
                                         -> view.data  -> drawTrend -> trend.figure
                                         -> layer.data -> paintMap  -> map.figure
"""

from collections.abc import Callable

from dash import ClientsideFunction, Dash, Input, Output, State

from components.markup import ids

NAMESPACE = "danmarkskort"  # of the functions: window.dash_clientside.danmarkskort
VIEW = Input(ids.VIEW, "data")  # kommune, sammenlign, tal, udgave, as the address has them
LAYER = Input(ids.LAYER, "data")  # the address of the map layer: changes with indicator and edition only
Dependency = Input | Output | State


def register_callbacks(app: Dash) -> None:
    """Each with a sentence. None but the first runs when the page starts: the page came with everything in it."""

    def register(function: str, *dependencies: Dependency, at_start: bool = False) -> None:
        add: Callable[..., None] = app.clientside_callback  # Dash does not type it
        add(ClientsideFunction(NAMESPACE, function), *dependencies, prevent_initial_call=not at_start)

    # When Dash has started: the view and the map layer that the address asks for.
    register("start", Output(ids.VIEW, "data"), Output(ids.LAYER, "data"), at_start=True)
    # A click on the map picks the kommune. Dash stamps every click with its time, so a second one on the same kommune is another.
    register("pick", Input(ids.MAP, "clickData"))
    # Where the pointer rests a click may follow: its panel is fetched ahead, and the pointer says that one can click.
    register("point", Input(ids.MAP, "hoverData"))
    # Another indicator or edition: its colours and hover cards; the first of them opens the map.
    register("paintMap", Output(ids.MAP, "figure"), Output(ids.MAP_PORTAL, "open"), LAYER, State(ids.MAP, "figure"))
    # Another view: outline and letter of its places on the map.
    register("markMap", VIEW)
    # Another view, or the trend comes near the screen: its lines. Far from the screen the drawing stands for it.
    trend = Output(ids.TREND, "figure"), Output(ids.TREND_PORTAL, "open")
    register("drawTrend", *trend, VIEW, Input(ids.TREND_PORTAL, "near"), State(ids.TREND_PORTAL, "open"))
