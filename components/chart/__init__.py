"""Charts: the trend, by plotly and as SVG; swarm, strip, columns, parts of a whole and small signs, as SVG."""
