"""Editions on the disk: snapshots, and the checks that their rows must pass."""
