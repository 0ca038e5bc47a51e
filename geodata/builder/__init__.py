"""The border builder. It is run by hand, never by the app; needs geopandas and shapely."""
