/** Whether our panel, with its trend, is that of the kommune with this name. */
(name) => {
  const heading = document.querySelector("#panel-top h2");
  const trend = document.querySelector("#udvikling .js-plotly-plot");
  return Boolean(heading && heading.textContent.startsWith(name) && trend && trend.data[1].name === name);
}
