/** Whether the tutorial app's panel, with its bar chart, is that of the kommune with this name. */
(() => (name) => {
  const heading = document.querySelector("#panel h2");
  const title = document.querySelector("#panel .gtitle");
  const told = heading?.textContent === name && title?.textContent === name;
  return Boolean(told && document.querySelector("#panel .bars .point path"));
})()
