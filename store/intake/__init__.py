"""From files to documents: reading them, keeping the originals, and knowing what is there already."""
