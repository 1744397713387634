"""Manuscript → Speech: what the paragraphs mean. ``infer.understand`` is the way in."""
