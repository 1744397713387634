"""publisher fonts: what text is measured and set with."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import Debug, Quiet


def fonts_list(quiet: Quiet = False, debug: Debug = False) -> int:
    from publisher.typeface.registry import load_typefaces

    console = Console(quiet=quiet, debug=debug)
    typefaces = load_typefaces()
    for role in typefaces.roles.values():
        faces = dict.fromkeys((role.han, role.latin, *role.fallback))
        names = [f"{face.family} {face.style}" for face in map(typefaces.face, faces)]
        console.say(f"{role.name:<10}{' > '.join(names)}")
    return console.finish()
