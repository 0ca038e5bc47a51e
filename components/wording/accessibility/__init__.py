"""What the page "Tilgængelighed" says."""
