/** Whether the tutorial app's panel, with its bar chart, is that of the kommune with this name. */
(name) => {
  const heading = document.querySelector("#panel h2");
  const title = document.querySelector("#panel .gtitle");
  const done = heading && heading.textContent === name && title && title.textContent === name;
  return Boolean(done && document.querySelector("#panel .bars .point path"));
}
