"""The static export: every address as a file."""
