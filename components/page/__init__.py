"""The pages that need no script: a kommune's own, the list of kommuner, sources and method, accessibility; and the sitemap."""
