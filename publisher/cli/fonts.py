"""publisher fonts: what text is measured and set with."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import FONTS, THEME, Debug, Quiet, Speech, Strict, choosing
from publisher.cli.render import text
from publisher.options import Said

_SHOWN = 24
"""Characters that are shown of a face, the most frequent ones."""


def fonts_list(quiet: Quiet = False, debug: Debug = False) -> int:
    from publisher.typeface.registry import load_typefaces

    console = Console(quiet=quiet, debug=debug)
    typefaces = load_typefaces()
    for role in typefaces.roles.values():
        faces = dict.fromkeys((role.han, role.latin, *role.fallback))
        names = [f"{face.family} {face.style}" for face in map(typefaces.face, faces)]
        console.say(f"{role.name:<10}{' > '.join(names)}")
    return console.finish()


@choosing({**THEME, **FONTS})
def fonts_check(
    speech: Speech, said: Said, strict: Strict = False, quiet: Quiet = False, debug: Debug = False
) -> int:
    """The script and the slides as they would be drawn; ``--strict`` minds what no face has."""
    from publisher.errors import FindingsError
    from publisher.publication import Publication
    from publisher.typeface.inventory import inventory

    console = Console(quiet=quiet, debug=debug)
    publication = Publication(speech, said, console)
    found = inventory(publication.plan(kind).value for kind in ("script", "slides"))
    for name, characters in sorted(found.faces.items(), key=lambda each: -each[1].total()):
        face = publication.typefaces.face(name)
        often = "".join(char for char, _ in characters.most_common(_SHOWN))
        named = f"{face.family} {face.style}".strip()
        console.say(
            text("fonts.face", face=named, count=characters.total(), kinds=len(characters),
                 often=often)
        )  # fmt: skip
    for cluster, count in found.missing.most_common():
        points = " ".join(f"U+{ord(char):04X}" for char in cluster)
        console.say(text("fonts.missing", character=cluster, codepoint=points, count=count))
    if not found.missing:
        console.say(text("fonts.complete"))
    elif strict:
        console.fail(FindingsError("fonts", count=len(found.missing)))
    return console.finish()
