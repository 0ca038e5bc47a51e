"""``make bench``: how fast everything is, as ratios to two other apps and to what it was, in one run.

``browser_side`` has what readers meet, ``server_side`` what many of them at once do to the server. No test asserts a time; the limits of
both stand beside what is measured, and the command fails where one is missed.
"""
