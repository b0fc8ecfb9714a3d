"""All of sayso that faces a terminal: the command line and the browser."""
