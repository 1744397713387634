"""Which commands there are."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from publisher.cli.parameters import Run

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "pptx": (),
    "pdf": (),
    "docx": (),
    "outline": (),
    "check": (),
    "build": (),
    "pack": (),
    "library": (),
    "impose": (),
    "themes": ("list", "show", "new", "check", "export"),
    "fonts": ("list", "check"),
    "doctor": (),
    "app": (),
    "preview": (),
}
"""The commands: each a function of its name in a module of its name, or where words follow it
a group of them, with a function for each (``themes list`` is ``themes_list``)."""


def command_of(name: str, word: str = "") -> Run:
    """The function of a command; its module imports what it calls when it is called."""
    run: Run = getattr(import_module(f"publisher.cli.{name}"), f"{name}_{word}" if word else name)
    return run
