"""Editions on disk: snapshots, and the checks that their rows must pass."""
