/**
 * When Dash and plotly start. The drawn map and trend do all that a reader needs at first, so both wait in a template at the end of the
 * page (components/dashboard/delayed.py), where they cost nothing. On a large and quick machine (machine.js) they start by themselves
 * while the reader rests; anywhere when the reader uses what only plotly gives: the trend that answers the pointer. They start in
 * pieces, each in a pause, so that a click waits for one piece at most.
 */
(function (dk) {
  "use strict";

  const REST = 2000; // milliseconds without any input before a piece that nobody has asked for
  const BREATH = 300; // after a click or key, before one that was asked for
  const PATIENCE = { timeout: 200 }; // milliseconds: a page in which something always moves has no pause
  const PRESSES = ["pointerdown", "pointerup", "keydown"];
  const MOVES = ["pointermove", "wheel", "scroll", "touchmove"];

  /** A browser without pauses of its own (Safari) has one as soon as it has done what it was about. */
  dk.whenIdle = (task) => (window.requestIdleCallback ? window.requestIdleCallback(task, PATIENCE) : window.setTimeout(task));

  let isAsked = false;
  let isRunning = false;
  let moved = Date.now(); // when there was input last: any, and such as may be a pick
  let pressed = 0;
  const waiting = new Set(); // each looks whether the reader rests

  const left = () => (isAsked ? pressed + BREATH : moved + REST) - Date.now();

  /** Kept when the reader rests, the page is seen, and the browser has nothing else to do. */
  dk.rest = () =>
    new Promise(function (rests) {
      const look = function () {
        if (document.hidden) return document.addEventListener("visibilitychange", look, { once: true });
        if (left() > 0) return window.setTimeout(look, left());
        return dk.whenIdle(() => (left() > 0 ? look() : end()));
      };
      const end = function () {
        waiting.delete(look);
        rests();
      };
      waiting.add(look);
      look();
    });

  const pieces = () => [...document.getElementById("dash").content.children];
  const come = new Set(); // our own scripts that have said that they are there
  const part = dk.part;

  /** The gate is open: who comes now starts at once. */
  function letIn(name, starts = () => {}) {
    come.add(name);
    starts();
  }

  /** An element such as the template has; it does its work when it is put into the page. */
  function copy(element) {
    const made = document.createElement(element.localName);
    for (const { name, value } of element.attributes) made.setAttribute(name, value);
    made.textContent = element.textContent;
    return made;
  }

  /** Put a piece of the template into the page; kept when it has run. Where it is lost, the drawings stay. */
  async function put(element) {
    const made = copy(element);
    const { del: name, undvaeres } = element.dataset; // components/dashboard/delayed.py
    const ran = new Promise(function (runs, fails) {
      made.onload = runs;
      made.onerror = () => (undvaeres === undefined ? fails(new Error(made.src)) : runs()); // without our bundle Dash takes its own
      if (!element.hasAttribute("src")) runs();
    });
    document.body.append(made);
    await ran;
    if (name && !come.has(name)) throw new Error(element.src);
    element.remove();
  }

  /**
   * Start all that is still in the template, one after the other: so a pick in between waits for one file at most. What failed is tried
   * again when the reader asks again.
   */
  async function start() {
    if (isRunning) return;
    isRunning = true;
    dk.part = letIn;
    try {
      for (let [first] = pieces(); first; [first] = pieces()) {
        await dk.rest();
        await put(first);
      }
    } catch (error) {
      isAsked = false;
      window.reportError(error);
    }
    dk.part = part;
    isRunning = false;
  }

  function ask() {
    if (isAsked) return;
    isAsked = true;
    waiting.forEach((look) => look());
    start();
  }

  /** Of a click or Enter on the heading that opens the trend. */
  const askIfOpened = (click) => click.target.closest("summary") && !click.currentTarget.open && ask();

  async function startUnasked() {
    await dk.rest();
    if (await dk.canDrawUnasked()) start();
  }

  function begin() {
    const options = { passive: true, capture: true };
    PRESSES.forEach((name) => window.addEventListener(name, () => (moved = pressed = Date.now()), options));
    MOVES.forEach((name) => window.addEventListener(name, () => (moved = Date.now()), options));
    document.getElementById("panel-udvikling").addEventListener("click", askIfOpened);
    const trend = document.getElementById("udvikling-plads");
    for (const name of ["pointermove", "pointerdown"]) trend.addEventListener(name, ask);
    startUnasked();
  }

  dk.part("dashboard/begin", begin);
})(window.danmarkskort);
