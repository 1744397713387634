"""A review tells everything that is wrong with a theme, each with its file and a remedy."""

import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from publisher.errors import UsageError
from publisher.messages import MESSAGES
from publisher.resources import data_dir
from publisher.script import Role
from publisher.theme import report, rules
from publisher.theme.drawing import FRAMES
from publisher.theme.load import DRAWINGS, load_theme, theme_names
from publisher.theme.problem import Problem, Severity
from publisher.theme.review import review
from publisher.theme.roles import FRAMES_OF, LEAST_EMS
from publisher.typeface.registry import load_typefaces

ROLES = load_typefaces().roles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(data_dir("themes") / "red", tmp_path / "mine"))


def changed(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def problems(folder: Path) -> tuple[Problem, ...]:
    return review(folder, ROLES)[1]


def added(folder: Path, file: str, old: str, new: str) -> list[Problem]:
    """What a change makes wrong that was not wrong before; it has its sentences, complete."""
    before = set(problems(folder))
    changed(folder, file, old, new)
    found = [problem for problem in problems(folder) if problem not in before]
    for lang in ("zh", "en"):
        assert len(report.as_lines(found, lang)) == len(found) + 1
    return found


@pytest.mark.parametrize("name", theme_names())
def test_a_shipped_theme_has_no_errors(name: str) -> None:
    errors = [p for p in review(name, ROLES)[1] if p.severity is Severity.ERROR]
    assert errors == []


RED = load_theme("red")
LINE = f'fill="#{RED.palette["accent5"]}"'


def attribute(frame: str, name: str) -> str:
    """A pattern for an attribute of a frame; the group is what stands before its value."""
    return rf'(data-frame="{frame}"[^>]* {name}=)"[^"]*"'


MISTAKES = {
    "no licence": ("theme.toml", "licence = .*", 'licence = " "', {"theme-licence"}),
    "an unknown font": ("theme.toml", '"biaosong"', '"biaosung"', {"theme-font"}),
    "a rare typeface": ("theme.toml", '"华文中宋"', '"我的书法"', {"theme-typeface"}),
    "much ink": (
        "theme.toml", r"(\ndk2 =) \[.*\]", r"\1 [80, 90, 90, 60]", {"theme-ink"},
    ),
    "black of four inks": (
        "theme.toml", r"(\[cmyk\][^[]*\ndk1 =) \[.*\]", r"\1 [60, 60, 60, 60]", {"theme-black"},
    ),
    "forgotten inks": (
        "theme.toml", r"(\naccent5 =) \[.*\]", r"\1 [90, 60, 0, 40]", {"theme-ink-other"},
    ),
    "series alike in grey": (
        "theme.toml", r'(\[palette\][^[]*\naccent6 =) "\w+"',
        rf'\1 "{RED.palette["accent1"][:-1]}E"', {"theme-grey", "theme-ink-other"},
    ),
    "an unknown key": ("theme.toml", "row-gap", "row-gab", {"key-unknown", "key-missing"}),
    "an unknown colour": ("table.svg", LINE, 'fill="#E6DCCC"', {"theme-colour"}),
    "a gradient": ("table.svg", LINE, 'fill="url(#g)"', {"theme-paint"}),
    "a filter": ("table.svg", LINE, f'{LINE} filter="url(#f)"', {"theme-unread"}),
    "a style sheet": ("table.svg", "<rect", "<style>.a{fill:red}</style><rect", {"theme-unread"}),
    "dashes": ("table.svg", LINE, f'{LINE} style="stroke-dasharray:3 1"', {"theme-unread"}),
    "a lost title": ("table.svg", '<rect data-frame="title".*', "", {"theme-frame-missing"}),
    "a lost footer": ("table.svg", '<rect data-frame="footer".*', "", {"theme-frame-wanted"}),
    "a frame outside": (
        "table.svg", attribute("number", "x"), r'\1"1270"', {"theme-frame-outside"},
    ),
    "frames that meet": ("table.svg", attribute("body", "y"), r'\1"100"',
                         {"theme-frames-overlap"}),
    "a low frame": ("table.svg", attribute("title", "height"), r'\1"30"', {"theme-frame-low"}),
    "a narrow frame": (
        "table.svg", attribute("title", "width"), r'\1"200"', {"theme-frame-narrow"},
    ),
    "pale in its drawing": (
        "table.svg", attribute("number", "fill"), rf'\1"#{RED.palette["accent5"]}"',
        {"theme-contrast"},
    ),
    "no background": ("table.svg", '<rect width="1280"', '<rect width="128"',
                      {"theme-background"}),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_once_and_with_its_file(folder: Path, mistake: str) -> None:
    file, old, new, keys = MISTAKES[mistake]
    found = added(folder, file, old, new)
    assert {problem.key for problem in found} == keys
    assert {problem.place.partition(":")[0] for problem in found} == {file}


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    for file, old, new, _ in MISTAKES.values():
        if file == "theme.toml":
            changed(folder, file, old, new)
    (folder / "quote.svg").unlink()
    (folder / "covr.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "closing.svg").write_text("<svg", encoding="utf-8")
    found = problems(folder)
    keys = {problem.key for problem in found}
    assert keys >= {key for file, _, _, keys in MISTAKES.values() if file == "theme.toml"
                    for key in keys}  # fmt: skip
    assert keys >= {"theme-drawing", "theme-stray", "theme-svg"}
    assert len(set(found)) == len(found)
    files = [problem.place.partition(":")[0] for problem in found]
    assert files == sorted(files, key=lambda file: (file.endswith(".svg"), file))


def test_of_a_drawing_that_cannot_be_read_only_that_is_told(folder: Path) -> None:
    (found,) = added(folder, "table.svg", "<svg", "<svg <")
    assert (found.key, found.place) == ("theme-svg", "table.svg")


def test_a_line_is_told_where_the_mistake_stands_in_the_settings(folder: Path) -> None:
    (problem,) = added(folder, "theme.toml", '"biaosong"', '"biaosung"')
    line = int(problem.place.partition(":")[2])
    text = (folder / "theme.toml").read_text(encoding="utf-8")
    assert "biaosung" in text.splitlines()[line - 1]


def test_settings_that_cannot_be_read_are_told_alone(folder: Path) -> None:
    changed(folder, "theme.toml", r"\[palette\]", "[palette")
    with pytest.raises(UsageError) as caught:
        problems(folder)
    assert "theme.toml" in str(caught.value.place)


def test_pale_text_is_told_once_for_the_palette_and_not_for_every_frame(folder: Path) -> None:
    for file in [*folder.glob("*.svg"), folder / "theme.toml"]:
        text = file.read_text(encoding="utf-8")
        text = text.replace(RED.palette["accent4"], "A0968F")
        file.write_text(text, encoding="utf-8")
    keys = [problem.key for problem in problems(folder) if problem.severity is Severity.ERROR]
    assert keys == ["theme-pair", "theme-pair"]


def test_text_that_is_pale_in_another_palette_is_a_warning(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(problems(folder))
    other = {**RED.palette, "accent4": "E0D8D0"}
    monkeypatch.setattr(
        "publisher.theme.review.read_source", lambda folder: SimpleNamespace(palette=other)
    )
    monkeypatch.setattr("publisher.theme.review.theme_names", lambda: ["red"])
    found = set(problems(folder)) - before
    assert {problem.key for problem in found} == {"theme-contrast-other"}
    assert {problem.severity for problem in found} == {Severity.WARNING}
    assert all(("palettes", "red") in problem.values for problem in found)
    assert {dict(problem.values)["slot"] for problem in found} == {"accent4"}


def test_every_role_says_which_frames_it_needs() -> None:
    assert set(FRAMES_OF) == set(DRAWINGS) == {role.value for role in Role}
    named = {name for frames in FRAMES_OF.values() for name in (*frames.needed, *frames.wanted)}
    assert named <= FRAMES
    assert all("title" in frames.needed for frames in FRAMES_OF.values())
    assert set(LEAST_EMS) | {"logo"} >= FRAMES


def test_every_rule_has_its_sentences() -> None:
    text = Path(str(rules.__file__)).read_text(encoding="utf-8")
    keys = set(re.findall(r'"(theme-[a-z-]+)"', text))
    assert len(keys) >= 13
    assert {key for key in keys if key not in MESSAGES or f"{key}.hint" not in MESSAGES} == set()


def test_json_is_a_contract(folder: Path) -> None:
    found = added(folder, "theme.toml", '"biaosong"', '"biaosung"')
    data = report.as_json("mine", found, "en")
    assert data["theme"] == "mine"
    assert data["counts"] == {"error": 1, "warning": 0}
    (problem,) = data["problems"]
    assert set(problem) == {"rule", "severity", "file", "line", "message", "suggestion"}
    assert (problem["rule"], problem["severity"], problem["file"]) == (
        "theme-font", "error", "theme.toml",
    )  # fmt: skip
    assert "biaosong" in problem["suggestion"]
    assert report.as_lines((), "zh") == ["没有发现问题"]
