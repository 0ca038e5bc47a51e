"""The days that tests speak of: that of the project's own edition, and those on both sides of the change of the regioner."""

TODAY = "2026-11-24"
LAST_OF_FIVE, FIRST_OF_FOUR = "2026-12-31", "2027-01-01"
