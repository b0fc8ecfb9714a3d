"""The screens: they own the state, hand it down to the panes, and answer what the user does."""
