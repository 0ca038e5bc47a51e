"""The open data: API and files."""
