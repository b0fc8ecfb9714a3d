"""The sample archive: reports in our own words and the records drawn from them, as package data."""
