"""What is seen: texts, formats, figures, panels, map, page."""
