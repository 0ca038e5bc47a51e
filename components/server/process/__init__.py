"""The processes of the server: how workers start, and how they make way for others without dropping a request."""
