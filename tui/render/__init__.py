"""Records into rows and facts: pure functions, from a record and a width to what stands on the screen."""
