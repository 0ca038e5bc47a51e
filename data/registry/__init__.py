"""What each figure is: indicators, sources, topics, and how the StatBank gives them."""
