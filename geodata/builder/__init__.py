"""The offline border builder; needs geopandas and shapely."""
