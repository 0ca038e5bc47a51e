"""The map: its classes and words (model), and the two ways it is drawn, by plotly and as SVG."""
