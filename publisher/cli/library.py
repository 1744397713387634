"""publisher library: many speeches as a site of plain files."""

from __future__ import annotations

from publisher.cli.making import Asked, making
from publisher.cli.options import DECK, LibraryFormats, LibraryOut, Paths, Renew
from publisher.cli.render import text


@making(DECK, force=Renew)
def library(
    asked: Asked, paths: Paths = None, out: LibraryOut = None, formats: LibraryFormats = None
) -> int:
    from publisher.config import known_format
    from publisher.messages import language
    from publisher.named import theme_named
    from publisher.web.library.site import FORMATS, Order, State, build_library

    said, edits, console = asked
    if "theme" in said:
        theme_named(said["theme"])
    chosen: tuple[str, ...] = FORMATS
    if formats is not None:
        chosen = tuple(known_format(name.strip()) for name in formats.split(",") if name.strip())
    order = Order(tuple(paths or ()), out, chosen, said, said["force"], edits, language())
    built = build_library(order, console)
    console.inputs = len(built.outcomes)
    for outcome in built.outcomes:
        console.note(outcome.notices, outcome.name)
        if outcome.error is not None:
            console.fail(outcome.error)
    made, kept, left = (built.count(s) for s in (State.MADE, State.UNCHANGED, State.LEFT))
    target = built.folder / "index.html"
    console.say(
        text("library.done", target=target, count=made + kept, made=made, kept=kept, left=left)
    )
    return console.finish()
