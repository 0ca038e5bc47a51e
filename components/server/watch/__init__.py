"""What a server tells of its work: lines in a log, numbers for Prometheus."""
