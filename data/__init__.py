"""The figures: registry, tables, checks, measures and the profile that everything shown is read from."""
