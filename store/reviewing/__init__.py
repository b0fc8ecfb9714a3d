"""Reviewing drafts: which come first, which are copies of one another, who is meant, and what a decision changes."""
