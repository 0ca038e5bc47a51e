"""From checked tables to the profile of each place: figures, measures, and the archive of editions."""
