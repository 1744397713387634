"""Settings as people type them."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import UsageError
from publisher.settings import Settings, read_settings, toml_string


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "a.toml"
    file.write_bytes(text.encode(encoding))
    return file


def read(folder: Path, text: str, encoding: str = "utf-8") -> Settings:
    return read_settings(written(folder, text, encoding))


@pytest.mark.parametrize(
    "line",
    [
        '"某某镇" = "青山镇"',
        "某某镇 = 青山镇",
        "某某镇 = 青山镇 # 说明",
        "某某镇=“青山镇”",
        "“某某镇” ＝ “青山镇”",
        '"某某镇" = ＂青山镇＂',
        '某某镇 = "青山镇”',
        "「某某镇」 = 『青山镇』",
        "　某某镇　＝　'青山镇'　＃ 说明",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_line_means_what_its_writer_meant(tmp_path: Path, line: str, encoding: str) -> None:
    if encoding == "gb18030" and "＂" in line:
        line = line.replace("＂", '"')
    data = read(tmp_path, f"# 说明\r\n[fill]\r\n{line}\r\n", encoding).data
    assert data == {"fill": {"某某镇": "青山镇"}}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("［fill］\n甲 = 乙", {"fill": {"甲": "乙"}}),
        ("formats ＝ ［“pptx”，“script”］", {"formats": ["pptx", "script"]}),
        ("title = “学习“两山”理念的体会”", {"title": "学习“两山”理念的体会"}),
        ('title = “他说"好"”', {"title": '他说"好"'}),
        ('title = "一、“二”三"', {"title": "一、“二”三"}),
        ("“一、标题” = false", {"一、标题": False}),
        ("a = ‘路径’", {"a": "路径"}),
        ('a = "＃＝［”"', {"a": "＃＝［”"}),
    ],
)
def test_chinese_marks_are_understood_outside_of_strings_alone(
    tmp_path: Path, text: str, data: dict[str, object]
) -> None:
    assert read(tmp_path, text).data == data


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\nb = = 2", "toml-line", 2),
        ("a = 1\n\n[x]\nb = “青山镇", "toml-quotes", 4),
        ('a = 1\nb = ["x",\n', "toml-line", 2),
        ("a = 1\na = 2", "toml-line", 2),
        ("a = " + "[" * 9999, "toml-line", 1),
        ("a = " + "9" * 9999, "toml-line", 1),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(
    tmp_path: Path, text: str, key: str, line: int
) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert (caught.value.key, caught.value.values["line"]) == (key, line)


def test_a_file_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, "#" * (1 << 21))
    assert caught.value.key == "config-too-big"


def test_an_unknown_key_is_found_on_its_line_in_its_table(tmp_path: Path) -> None:
    settings = read(tmp_path, 'a = 1\n[t]\nb = 1\n[u]\n“b” = 2\n"c d" = 3')
    assert settings.line("t", "b") == 3
    assert settings.line("u", "b") == 5
    assert settings.line("u", "c d") == 6
    assert settings.line("", "u") == 4
    with pytest.raises(UsageError) as caught:
        settings.check_keys("u", ("b", "cd"))
    assert caught.value.values["near"] == "cd"
    assert caught.value.values["line"] == 6


@given(st.text())
def test_what_is_written_as_a_string_is_read_back(words: str) -> None:
    try:
        words.encode()
    except UnicodeEncodeError:
        return
    assert tomllib.loads(f"{toml_string(words)} = {toml_string(words)}") == {words: words}


@given(st.text("ab\"'“”=＝[]［］#，, 　某\n\\", max_size=40))
def test_whatever_is_typed_is_read_or_refused_with_a_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "typed.toml"
    file.write_text(text, encoding="utf-8")
    assert 1 <= _line_or_one(file) <= text.count("\n") + 1


def _line_or_one(file: Path) -> int:
    try:
        read_settings(file)
    except UsageError as error:
        return int(str(error.values["line"]))
    return 1
