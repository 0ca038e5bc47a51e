"""What stands after the figures of a place: what is new, its housing organisations, what to compare with, and files."""
