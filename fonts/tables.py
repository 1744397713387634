"""Make the tables of the fonts of this folder again: ``python fonts/tables.py``.

A maintainer's tool: after a font has changed, or HarfBuzz sets one in another way
(``tests/typeface/test_tables.py`` tells).
"""

from publisher.typeface.registry import load_typefaces
from publisher.typeface.tables import SUFFIX, table_of


def main() -> None:
    for face in load_typefaces().faces.values():
        face.path.with_suffix(SUFFIX).write_bytes(table_of(face))


if __name__ == "__main__":
    main()
