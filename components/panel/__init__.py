"""What is shown when a place is picked (panel or comparison) and when an indicator is picked (map layer with its table)."""
