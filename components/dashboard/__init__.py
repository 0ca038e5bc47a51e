"""The dashboard: the page with the map, and what Dash has of it."""
