"""From figures that come in to a new edition: the candidate is built, checked, reported and published."""
