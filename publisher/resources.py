"""Where the shipped data stands: the same call from a checkout and from an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: str) -> Path:
    """The folder ``themes`` or ``fonts``.

    A wheel carries them inside the package (``_data``); in a checkout, and so in an editable
    install, they stand beside it.
    """
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


def is_file(path: Path) -> bool:
    """Whether there is a file; also where the name is one that no system can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # ENAMETOOLONG, a null character
        return False
