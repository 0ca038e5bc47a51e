"""The map: what it says, and how it is drawn, by plotly and as SVG."""
