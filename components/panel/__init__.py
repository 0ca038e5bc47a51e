"""What is shown of a place: panel or comparison; and what an indicator puts on map and table."""
