"""Danmarks Statistik's StatBank: its API, and indicators from its tables."""
