"""Answers of the StatBank API, read strictly: JSON-stat, CSV, and what the service says instead of an answer."""
