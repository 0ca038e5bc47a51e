"""The texts of the welcome package, checked and filled in."""
