"""Words: every sentence and number that a reader sees."""
