"""Finished answers, kept as they were sent: found again without anything being made, and packed better once they are asked for again."""
