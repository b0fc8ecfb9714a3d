"""Changing records: fields as text, changes of two people brought together, records made by hand.

Nothing here writes a file but `save`, through the archive's one door.
"""
