"""How the kommuner lie to each other: the next one in each direction, and the places of their tiles."""
