"""Faces for a browser, over the pipeline: the app, and the site of a library."""
