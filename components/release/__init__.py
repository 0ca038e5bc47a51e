"""What is given out, and where it runs: licences, bill of materials, releases, nginx' configuration. The app imports none of it."""
