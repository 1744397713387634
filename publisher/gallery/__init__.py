"""The gallery: a theme as it will be seen, shown on a sample speech that has every role."""
