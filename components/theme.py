"""Colours and fonts of all that is drawn. assets/screen/base.css has the same colours as custom properties; a test compares them."""

INK = "#20262b"  # text and place A
DIM = "#5a646c"  # less important text, the country
LINE = "#ddd6cb"  # rules and grids
QUIET = "#b9ab9a"  # underlines, edges of buttons
PAPER = "#fbf8f3"  # the page
CARD = "#ffffff"  # what lies on the page
ACCENT = "#8c2f23"  # brick red, the only accent: links, bars, the main number
SECOND = "#115468"  # teal: place B; dark enough for its mark on the middle class (tests/components/test_contrast.py)

SEA = "#d5e1e5"  # around the map, and nowhere else
INSET_SEA = "#dfe8eb"  # of an inset, a little lighter
LAND = "#ded6c8"  # where a map has one colour: darker than the page, so that the coast shows in print
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
PALE = "#d9cfc0"  # signs of what is not meant
EARLIER = "#cdbfae"  # earlier columns: paler than the latest, which is the number in words beside it
PARTS = (ACCENT, RAMP[2], RAMP[1], "#b9aa97", "#8d8072", PALE)  # the parts of a whole in their order; more than these begin anew
EXAMPLE_NOTE = "#6b4e00"  # words that warn of example figures

# Before the machine's own come the stand-ins of assets/screen/fonts.css, which only pages with that sheet know.
SANS = "'Source Sans 3 Variable', 'Arial as Source Sans', 'Roboto as Source Sans', system-ui, sans-serif"
