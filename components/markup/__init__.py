"""HTML: rendering trees, links, attributes, the head of a page."""
