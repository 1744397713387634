"""Judges: they look at finished files, know nothing of how these were made, and say what is wrong.

Each returns its findings as sentences; an empty list is a pass. tests/judges/test_*.py shows that
each of them bites, and test_products.py puts what `publisher` makes before all of them.
"""
