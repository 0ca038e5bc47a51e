"""What each figure is: indicators, sources, panels, and how each is made from a StatBank table."""
