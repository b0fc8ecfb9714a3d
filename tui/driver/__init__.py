"""The driver: what Textual draws, sent to the terminal as differences, through a white list."""
