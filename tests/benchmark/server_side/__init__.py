"""What the server does: from its start to many readers at once."""
