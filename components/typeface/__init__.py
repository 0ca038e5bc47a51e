"""The typefaces: the serif cut to what is set in it, and what stands in until they have come. Not imported by the running app."""
