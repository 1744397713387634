"""Plain command lines are read without Typer: to the very same, or not at all."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer import TyperException
from typer.main import get_command

from publisher.cli import typed
from publisher.cli.commands import COMMANDS, command_of
from publisher.cli.parameters import Argument, Option, Run, parameters_of, taking
from publisher.cli.words import arguments_of

EVERY = [(name, word) for name, words in COMMANDS.items() for word in words or ("",)]
VALUES = [
    "a.docx",
    "某某镇=青山镇",
    "-",
    "--",
    "-x",
    "",
    "2",
    "0",
    "70",
    "0.5",
    "1e1",
    "０",
    "./b/",
]


CALLED: list[dict[str, Any]] = []


def called(**arguments: Any) -> int:
    CALLED.append(arguments)
    return 0


def telling(*words: str) -> Run:
    """The command of ``words`` as one that only tells what it was called with."""
    return taking(lambda **arguments: called(**arguments), parameters_of(command_of(*words)))


@cache
def by_typer(name: str) -> Any:
    """The command line of Typer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed, "command_of", telling)
        return get_command(typed.application(name))


def typer_says(name: str, word: str, words: Sequence[str]) -> dict[str, Any] | None:
    """What Typer would call the command with; None where it refuses or shows help."""
    CALLED.clear()
    try:
        by_typer(name)([name, *filter(None, [word]), *words], standalone_mode=False)
    except TyperException:
        return None
    return CALLED[0] if CALLED else None


def names_of(name: str, word: str) -> Iterator[str]:
    for parameter in parameters_of(command_of(name, word)):
        if isinstance(parameter.known, Option):
            for names in parameter.known.names:
                yield from names.split("/")


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """A command, and words that may mean something to it."""
    name, word = draw(st.sampled_from(EVERY))
    options = sorted(names_of(name, word))
    words = st.one_of(
        st.sampled_from(options).map(lambda option: [option]),
        st.tuples(st.sampled_from(options), st.sampled_from(VALUES)).map(list),
        st.sampled_from(VALUES).map(lambda value: [value]),
        st.sampled_from(options).map(lambda option: [option[:-1]]),
        st.tuples(st.sampled_from(options), st.sampled_from(VALUES)).map(lambda p: ["=".join(p)]),
    )
    return name, word, [each for part in draw(st.lists(words, max_size=5)) for each in part]


@settings(deadline=None, max_examples=300)
@given(lines())
def test_a_plain_line_means_what_typer_takes_it_for(line: tuple[str, str, list[str]]) -> None:
    name, word, words = line
    found = arguments_of(parameters_of(command_of(name, word)), words)
    if found is not None:
        assert found == typer_says(name, word, words)


@pytest.mark.parametrize(("name", "word"), EVERY)
def test_every_option_of_every_command_is_read_plainly(name: str, word: str) -> None:
    parameters = parameters_of(command_of(name, word))
    alone = ["a" for parameter in parameters if isinstance(parameter.known, Argument)]
    for parameter in parameters:
        for names in getattr(parameter.known, "names", ()):
            for option in names.split("/"):
                value = [] if parameter.kind[0] is bool else [str(_least(parameter.known) or "1")]
                words = [*alone, option, *value]
                found = arguments_of(parameters, words)
                assert found is not None
                assert found == typer_says(name, word, words)


def _least(option: Any) -> int | None:
    return None if option.min is None else int(option.min)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["a.docx", "--help"],
        [],
        ["a.docx", "--output"],
        ["a.docx", "--output", "--quiet"],
        ["a.docx", "--dens", "brief"],
        ["a.docx", "--slide-level", "10"],
        ["a.docx", "--slide-level", "x"],
        ["--", "--strange.docx"],
        [""],
    ],
)
def test_what_is_not_plain_is_left_to_typer(words: list[str]) -> None:
    assert arguments_of(parameters_of(command_of("pptx")), words) is None


def test_on_windows_patterns_are_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    parameters = parameters_of(command_of("pptx"))
    assert arguments_of(parameters, ["*.docx"]) == typer_says("pptx", "", ["*.docx"])
    monkeypatch.setattr("publisher.cli.words._PATTERN", frozenset("*"))
    assert arguments_of(parameters, ["*.docx"]) is None


def test_a_file_that_nobody_may_read_is_left_to_typer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = tmp_path / "a.docx"
    speech.write_bytes(b"")
    parameters = parameters_of(command_of("pptx"))
    assert arguments_of(parameters, [str(speech)]) is not None
    monkeypatch.setattr("publisher.cli.words.os.access", lambda *_: False)
    assert arguments_of(parameters, [str(speech)]) is None
