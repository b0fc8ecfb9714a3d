"""A choice of records as Markdown, CSV or JSON: the same bytes for the same choice, and never anyone's note."""
