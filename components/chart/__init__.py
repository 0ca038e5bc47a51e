"""Charts: the trend, by plotly and as SVG."""
