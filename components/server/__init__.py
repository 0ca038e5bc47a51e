"""The habits of HTTP: errors, caching, headers, parameters, memory."""
