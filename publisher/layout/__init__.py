"""Layout: where everything stands. Script and theme or page profile in, Plan out.

``clreq`` knows the characters, ``linebreak`` the lines, ``paragraph`` makes lines of glyphs,
``sense`` breaks titles, ``kept`` knows what is never parted; ``pages`` and ``slides`` arrange
sheets. On slides ``fit`` sets text as large as it fits, ``points`` says which arrangements are
tried (``cards``, ``rows``, ``comparison``, ``sequence``, ``figures``, …), ``reading`` turns pages
of running text, ``charts`` draws data.
"""
