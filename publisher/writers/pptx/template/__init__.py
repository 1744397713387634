"""A company's own deck as a theme: its masters and layouts, untouched, with our slides on them.

``source`` reads the package, ``layouts`` what stands on its layouts, ``roles`` says which layout
takes which role, ``theme`` makes frames and styles of them that layout can work with.
"""
