"""Colours and fonts of all that is drawn. assets/screen/base.css has the same colours as custom properties; a test compares them."""

INK = "#20262b"  # text and place A
DIM = "#5a646c"  # less important text, the country
LINE = "#ddd6cb"  # rules and grids
PAPER = "#fbf8f3"  # the page
CARD = "#ffffff"  # what lies on the page
ACCENT = "#8c2f23"  # brick red, the only accent: links, bars, the main number
SECOND = "#115468"  # teal: place B; dark enough for its mark on the middle class (tests/components/test_contrast.py)

SEA = "#d5e1e5"  # around the map, and nowhere else
COAST = "#5d727b"  # the land's edge: sea and palest class differ little in grey, this line parts them

RAMP = (
    "#faecd4",
    "#ebc193",
    "#d48f5c",
    "#a8512f",
    "#6a2017",
)  # of the map's classes, lowest first: one hue, lightness falls evenly, so that it can be read without colour
MISSING = "#d9d6d1"  # plotly's fill of kommuner without a figure, which assets/dashboard/graphs.css replaces by a hatch of the next two
HATCH_GROUND = "#f1efec"
HATCH_LINE = "#b9b5af"
EXAMPLE_NOTE = "#6b4e00"  # words that warn of example figures

# Before the machine's own come the stand-ins of assets/screen/fonts.css, which only pages with that sheet know.
SANS = "'Source Sans 3 Variable', 'Arial as Source Sans', 'Roboto as Source Sans', system-ui, sans-serif"
