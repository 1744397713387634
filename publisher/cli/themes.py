"""publisher themes: what there is to choose from, and how to make one more."""

from __future__ import annotations

from pathlib import Path

from publisher.cli.console import Console, print_json
from publisher.cli.options import (
    DECK,
    Base,
    Debug,
    Json,
    NewTheme,
    Overwrite,
    Picture,
    Potx,
    Quiet,
    ThemeName,
    ThemeNames,
    Where,
    Width,
    choosing,
)
from publisher.cli.render import text
from publisher.options import Said, chosen

_ASPECT = {"aspect": DECK["aspect"]}


def themes_list(quiet: Quiet = False, debug: Debug = False) -> int:
    from publisher.messages import language
    from publisher.named import theme_named
    from publisher.theme.load import theme_names

    console = Console(quiet=quiet, debug=debug)
    lang = language()
    for name in theme_names():
        theme = theme_named(name)
        console.say(f"{name:<10}{theme.title[lang]}  {theme.description[lang]}")
    return console.finish()


@choosing(_ASPECT)
def themes_show(
    said: Said,
    names: ThemeNames,
    output: Picture = None,
    width: Width = 2112,
    force: Overwrite = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.gallery.show import drawn, show
    from publisher.named import theme_named
    from publisher.output import put_file
    from publisher.typeface.registry import load_typefaces

    console = Console(quiet=quiet, debug=debug)
    aspect, typefaces = chosen(said).aspect, load_typefaces()
    themes = [theme_named(name, aspect) for name in dict.fromkeys(names)]
    suffix = ".svg" if output is not None and output.suffix.lower() == ".svg" else ".png"
    for theme in themes:
        target = _target(output, f"theme-{theme.name}", suffix, several=len(themes) > 1)
        if suffix == ".svg":
            shown = drawn(theme, aspect, typefaces)
        else:
            shown = show(theme, aspect, typefaces, width)
        place, notices = put_file(target, shown.picture, force=force)
        console.note(notices)
        console.say(text("themes.show", target=place, count=shown.slides))
    return console.finish()


def themes_new(
    name: NewTheme,
    base: Base = "red",
    folder: Where = Path(),
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.messages import language
    from publisher.output import write_folder
    from publisher.theme.starter import starter

    console = Console(quiet=quiet, debug=debug)
    files = starter(name, base, language())
    write_folder(folder / name, files)
    console.say(text("themes.new", target=folder / name, count=len(files) - 1, base=base))
    return console.finish()


def themes_check(
    name: ThemeName, as_json: Json = False, quiet: Quiet = False, debug: Debug = False
) -> int:
    from publisher.errors import FindingsError
    from publisher.gallery.trial import tried
    from publisher.messages import language
    from publisher.theme import report
    from publisher.typeface.registry import load_typefaces

    console = Console(quiet=quiet, debug=debug)
    theme, problems = tried(name, load_typefaces())
    if as_json:
        print_json(report.as_json(theme.name, problems, language()))
    else:
        for line in report.as_lines(problems, language()):
            console.say(line)
    if errors := report.counted(problems)["error"]:
        console.fail(FindingsError("themes-check", count=errors))
    return console.finish()


@choosing(_ASPECT)
def themes_export(
    said: Said,
    name: ThemeName,
    file: Potx,
    force: Overwrite = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> int:
    from publisher.named import theme_named
    from publisher.output import put_file
    from publisher.writers.pptx.potx import write_template

    console = Console(quiet=quiet, debug=debug)
    theme = theme_named(name, chosen(said).aspect)
    target = _target(file, theme.name, ".potx")
    place, notices = put_file(target, write_template(theme), force=force)
    console.note(notices)
    console.say(text("themes.export", target=place, count=len(theme.drawings)))
    return console.finish()


def _target(output: Path | None, stem: str, suffix: str, *, several: bool = False) -> Path:
    """The file that ``output`` means: itself where it has the suffix, else in it as a folder."""
    from publisher.errors import UsageError

    if output is None:
        return Path(stem + suffix)
    given = output.suffix.lower()
    if given == suffix and not several and not output.is_dir():
        return output
    if given in _OTHERS - {suffix} or (given == suffix and several):
        raise UsageError("output-suffix", place=str(output), suffix=suffix, given=given)
    return output / (stem + suffix)


_OTHERS = frozenset(".png .jpg .jpeg .svg .pdf .pptx .potx .ppt .pot".split())
"""Suffixes that mean a file, so that ``-o v1.2`` may still mean a folder."""
