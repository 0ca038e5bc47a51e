"""The pages that need no script: a kommune's own, the list of all, sources and method, the sitemap."""
