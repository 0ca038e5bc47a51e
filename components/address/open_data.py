"""Where the open data is, and the forms that a file comes in."""

API = "/api/v1"
EVERYTHING = "noegletal"  # all figures of all places
FILE_FORMATS = {"xlsx": "Excel", "dansk.csv": "CSV til dansk Excel", "csv": "CSV til maskiner", "json": "JSON"}
