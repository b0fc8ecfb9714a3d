"""The panes: each takes what is shown, draws it, and posts what the user did; a pane imports no pane."""
