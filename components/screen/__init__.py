"""What pages share: a view with all that it shows, its sections, search fields, notices and scripts."""
