"""A candidate edition: checked, told about, published."""
