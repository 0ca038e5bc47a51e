"""Danmarks Statistik's StatBank: a client of its API, and indicators made from its tables."""
