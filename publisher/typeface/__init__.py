"""Typefaces: which face draws a character, how wide it is, and what of the face a file carries.

``registry`` knows the faces and roles, ``shaping`` turns text into glyphs and widths, ``metrics``
says where the ink is, ``subset`` makes what a file embeds, ``fallback`` tells what is missing.
"""
