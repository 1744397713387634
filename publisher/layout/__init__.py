"""Layout: where everything stands. Script and theme or page profile in, Plan out.

``clreq`` knows the characters, ``linebreak`` the lines, ``paragraph`` makes lines of glyphs,
``sense`` breaks titles, ``pages`` and ``slides`` arrange sheets.
"""
