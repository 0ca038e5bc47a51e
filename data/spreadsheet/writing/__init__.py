"""How people write what a spreadsheet has: characters, codes and names, encodings."""
