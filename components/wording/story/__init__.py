"""The story of the printed kommuneark, in a folder of its own for the room's sake: its sentences stand in data/fortaelling.toml."""
