"""What pages share: a view with its pieces, sections, search fields, notices, scripts."""
