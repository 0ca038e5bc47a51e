"""Typst: a template and JSON in, PDF or PNG out, in a process of its own."""
