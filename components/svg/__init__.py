"""SVG: text, blocks, and PNG from them."""
