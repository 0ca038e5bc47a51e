"""Colours and fonts of every figure. The same colours stand as custom properties in assets/screen/base.css; a test holds them together."""

INK = "#20262b"
DIM = "#5a646c"
LINE = "#ddd6cb"
PAPER = "#fbf8f3"
CARD = "#ffffff"
ACCENT = "#8c2f23"  # brick red: the one accent
SECOND = "#155e75"  # teal: place B

RAMP = (
    "#f4e0c6",
    "#e6bf93",
    "#cf8c5c",
    "#a6512f",
    "#6a2017",
)  # one hue, lightness falls evenly; readable without colour
MISSING = "#d9d6d1"  # drawn as a hatch by assets/map/map.css
HATCH_GROUND = "#f1efec"
HATCH_LINE = "#b9b5af"
EXAMPLE_NOTE = "#6b4e00"

SANS = "'Source Sans 3 Variable', system-ui, sans-serif"
