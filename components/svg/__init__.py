"""SVG: the element, text that wraps, blocks below each other, and PNG from them."""
