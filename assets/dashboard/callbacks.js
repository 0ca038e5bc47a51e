/**
 * Dash's clientside callbacks, under the names that components/dashboard/callbacks.py declares them by, and how the scripts tell Dash
 * of another view. The address owns the state; a callback that picks changes the address.
 */
(function (dk) {
  "use strict";

  const VIEW = "visning"; // ids of the stores (components/markup/ids.py)
  const LAYER = "kortlag";

  let hasStarted = false;
  let isTelling = false;
  let toldLayer = null; // the layer that Dash has or is getting

  const unchanged = () => window.dash_clientside.no_update;
  const viewOfAddress = () => dk.tolk(window.location.search);

  /** Tell Dash what the address has now. */
  function tell() {
    if (!isTelling) return;
    isTelling = false;
    const view = viewOfAddress();
    window.dash_clientside.set_props(VIEW, { data: view });
    const layer = dk.lagSti(view);
    if (layer === toldLayer) return;
    toldLayer = layer;
    window.dash_clientside.set_props(LAYER, { data: layer });
  }

  /**
   * Tell Dash of another view once the page has been painted with it: a round through its callbacks takes 20 to 30 ms on a slow phone,
   * and the panel does not wait for it. Before Dash has started there is nobody to tell: it reads the address itself.
   */
  dk.tellDash = function () {
    if (!hasStarted || isTelling) return;
    isTelling = true;
    setTimeout(tell);
  };

  function start() {
    hasStarted = true;
    const view = viewOfAddress();
    toldLayer = dk.lagSti(view);
    return [view, toldLayer];
  }

  const codeOf = (event) => (event ? event.points[0].location : undefined); // the dashed line round Copenhagen has none

  function pick(click) {
    const code = codeOf(click);
    if (!code) return;
    dk.gaaTil("?kommune=" + code);
    tell();
  }

  function point(hover) {
    const code = codeOf(hover);
    dk.kortElement().classList.toggle("over-kommune", Boolean(code));
    if (code) dk.hentForud(dk.flet("?kommune=" + code));
  }

  /** The figure with a layer's colours. Where it, or the borders, could not be fetched the drawing stays, and the next pick tries again. */
  async function paintMap(path, figure) {
    try {
      const [layer] = await Promise.all([dk.layerOf(path), dk.prepareMap()]);
      dk.awaitFirstDrawing();
      return [dk.colourFigure(figure, layer), true];
    } catch (error) {
      if (path === toldLayer) toldLayer = null;
      dk.settleMap();
      return [unchanged(), unchanged()];
    }
  }

  const markMap = (view) => dk.markMap(view);

  /**
   * The trend's figure. The map goes first: plotly takes as long for the trend as all the rest of a pick. Far from the screen a trend
   * of another view is closed, and the drawing, which has followed the view, stands there again.
   */
  async function drawTrend(view, near, open) {
    const isOther = window.dash_clientside.callback_context.triggered.some(({ prop_id }) => prop_id === VIEW + ".data");
    if (!near) return [unchanged(), isOther && open ? false : unchanged()];
    try {
      const [figure] = await Promise.all([dk.trendOf(view), dk.mapSettled]);
      return [figure, true];
    } catch (error) {
      return [unchanged(), unchanged()]; // assets/screen/show.js says that the piece could not be fetched
    }
  }

  const functions = { start, pick, point, paintMap, markMap, drawTrend };
  window.dash_clientside = Object.assign(window.dash_clientside || {}, { danmarkskort: functions });
})((window.danmarkskort = window.danmarkskort || {}));
