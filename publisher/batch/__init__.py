"""Many speeches at once: what is already there and still right is left alone."""
