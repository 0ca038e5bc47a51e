/** Whether our panel is that of the kommune with this name; where the trend is drawn already, it must be that kommune's too. */
(() => {
  const line = () => document.querySelector("#udvikling .scatterlayer .trace:nth-child(2) path.js-line")?.getAttribute("d");
  const before = line();
  return (name) => {
    const heading = document.querySelector("#panel-hoved h2");
    const trend = document.querySelector("#udvikling .js-plotly-plot");
    const told = heading?.textContent.startsWith(name);
    return Boolean(told && (!trend || (trend.data[1].name === name && line() && line() !== before)));
  };
})()
