/**
 * Dash's clientside callbacks, under the names that components/dashboard/callbacks.py declares them by, and how the scripts tell Dash
 * of another view. The address owns the state: a callback that picks changes the address.
 */
(function (dk) {
  "use strict";

  const VIEW = "visning"; // ids of the stores (components/markup/ids.py)
  const LAYER = "kortlag";

  let hasStarted = false;
  let isWaiting = false; // to tell Dash
  let toldLayer = null; // the layer that Dash has or is getting

  const unchanged = () => window.dash_clientside.no_update;

  /** Tell Dash what the address has now, unless it has been told. */
  function tell() {
    if (!isWaiting) return;
    isWaiting = false;
    const view = dk.currentView();
    window.dash_clientside.set_props(VIEW, { data: view });
    const layer = dk.layerAddress(view);
    if (layer === toldLayer) return;
    toldLayer = layer;
    window.dash_clientside.set_props(LAYER, { data: layer });
  }

  /**
   * Tell Dash of another view once the page itself is done with it: the panel does not wait for a round of callbacks. Before Dash has
   * started there is nobody to tell: it reads the address itself.
   */
  dk.tellDash = function () {
    if (!hasStarted || isWaiting) return;
    isWaiting = true;
    setTimeout(tell);
  };

  function start() {
    hasStarted = true;
    const view = dk.currentView();
    toldLayer = dk.layerAddress(view);
    return [view, toldLayer];
  }

  const codeOf = (event) => (event ? event.points[0].location : undefined); // the dashed line round Copenhagen has none

  /** What the click leads to is painted already (assets/map/plot.js): the rest follows in a task of its own, which blocks nobody. */
  function pick(click) {
    const code = codeOf(click);
    if (code) setTimeout(follow, 0, "?kommune=" + code);
  }

  function follow(change) {
    dk.goTo(change);
    tell();
  }

  function point(hover) {
    const code = codeOf(hover);
    dk.findMap().classList.toggle("over-kommune", Boolean(code));
    if (code) dk.fetchAhead(dk.applyLink("?kommune=" + code));
  }

  /**
   * The figure with a layer's colours. Where it, or the borders, can't be fetched the drawing stays, and the next pick tries again. The
   * first drawing takes longest of all, and waits until the reader rests.
   */
  async function paintMap(address, figure) {
    try {
      const [layer] = await Promise.all([dk.layerAt(address), dk.prepareMap(), dk.findMap() ? null : dk.rest()]);
      dk.awaitFirstDrawing();
      return [dk.colourFigure(figure, layer), true];
    } catch (error) {
      if (address === toldLayer) toldLayer = null;
      return [unchanged(), unchanged()];
    }
  }

  const markMap = (view) => dk.markMap(view);

  /**
   * The trend's figure. Far from the screen a trend of another view is closed, and the drawing, which has followed the view, stands there
   * again.
   */
  async function drawTrend(view, near, open) {
    const isOther = window.dash_clientside.callback_context.triggered.some(({ prop_id }) => prop_id === VIEW + ".data");
    if (!near) return [unchanged(), isOther && open ? false : unchanged()];
    try {
      const [figure] = await Promise.all([dk.trendOf(view), open ? null : dk.rest()]);
      return [figure, true];
    } catch (error) {
      return [unchanged(), unchanged()]; // assets/screen/show.js says that the piece could not be fetched
    }
  }

  const functions = { start, pick, point, paintMap, markMap, drawTrend };
  window.dash_clientside = Object.assign(window.dash_clientside || {}, { danmarkskort: functions });

  dk.part("dashboard/callbacks");
})(window.danmarkskort);
