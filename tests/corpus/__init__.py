"""Annotated speeches written for this project: what a careful reader calls their outline."""
