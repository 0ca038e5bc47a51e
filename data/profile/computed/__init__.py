"""What is computed from the kommuner's figures: ranks, areas, ratios, and what a new region would have had in earlier periods."""
