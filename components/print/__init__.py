"""Print (PDF): the kommuneark and the welcome package."""
