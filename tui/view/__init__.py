"""What is shown, as frozen values: filter, sorts, marks and place; its history, and how it is kept for tomorrow."""
