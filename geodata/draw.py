"""``python -m geodata.draw``: draw the committed border file again, ``geodata/builder/draw.py``."""

from geodata.builder.draw import redraw

if __name__ == "__main__":
    redraw()
