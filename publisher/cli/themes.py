"""publisher themes: what there is to choose from."""

from __future__ import annotations

from publisher.cli.console import Console
from publisher.cli.options import Debug, Quiet


def themes(quiet: Quiet = False, debug: Debug = False) -> int:
    from publisher.messages import language
    from publisher.publish import theme_named
    from publisher.theme.load import theme_names

    console = Console(quiet=quiet, debug=debug)
    lang = language()
    for name in theme_names():
        theme = theme_named(name)
        console.say(f"{name:<10}{theme.title[lang]}  {theme.description[lang]}")
    return console.finish()
