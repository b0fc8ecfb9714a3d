"""The archive of attributed reporting: records, filter, checks and exports; knows no terminal."""
