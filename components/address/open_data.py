"""Where the open data is, and the formats of its files."""

API = "/api/v1"
EVERYTHING = "noegletal"  # all figures of all places
# a format's ending and what links call it. "dansk.csv" has semicolons and decimal commas, which Danish Excel needs
FILE_FORMATS = {"xlsx": "Excel", "dansk.csv": "CSV til dansk Excel", "csv": "CSV til maskiner", "json": "JSON"}
