"""`python -m tui.cli` is `sayso`, also where it isn't installed."""

from tui.cli import main

main()
