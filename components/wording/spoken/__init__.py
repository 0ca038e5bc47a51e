"""What is written for those who hear a page: the whole names of its links, and the map in sentences."""
