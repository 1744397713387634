from pathlib import Path

import pytest

from publisher.config import FORMATS, Config, config_for, known_format
from publisher.errors import UsageError
from publisher.outline.report import RATE
from publisher.publish import KINDS


def settings(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "publisher.toml"
    file.write_bytes(text.encode(encoding))
    return file


def refused(file: Path) -> UsageError:
    with pytest.raises(UsageError) as caught:
        config_for(file.with_name("speech.docx"))
    assert caught.value.place == str(file)
    return caught.value


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert config_for(tmp_path / "speech.docx") == Config()
    assert Config().rate == RATE
    assert Config().formats == tuple(KINDS) == FORMATS


def test_the_nearest_file_upwards_counts_alone(tmp_path: Path) -> None:
    settings(tmp_path, 'theme = "plain"\nrate = 200')
    settings(tmp_path / "a", "rate = 180")
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    assert config_for(deep / "speech.docx") == Config(rate=180)
    assert config_for(tmp_path / "speech.docx") == Config(theme="plain", rate=200)


def test_a_folder_is_asked_for_its_own_file(tmp_path: Path) -> None:
    settings(tmp_path / "a", "rate = 180")
    assert config_for(tmp_path / "a").rate == 180


def test_folders_are_meant_from_the_file_s_own_folder(tmp_path: Path) -> None:
    settings(tmp_path, 'out = "公开 稿"\nspeeches = "讲话"')
    config = config_for(tmp_path / "x" / "speech.docx")
    assert config.out == tmp_path / "公开 稿"
    assert config.speeches == tmp_path / "讲话"


def test_a_theme_is_a_folder_where_there_is_one_and_else_a_name(tmp_path: Path) -> None:
    settings(tmp_path, 'theme = "ours"')
    assert config_for(tmp_path).theme == "ours"
    settings(tmp_path / "ours", "").with_name("theme.toml").write_text("", encoding="utf-8")
    assert config_for(tmp_path).theme == str(tmp_path / "ours")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_of_notepad_are_read(tmp_path: Path, encoding: str) -> None:
    settings(tmp_path, '# 说明\nout = "输出"', encoding)
    assert config_for(tmp_path).out == tmp_path / "输出"


def test_another_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    assert refused(settings(tmp_path, '# 说明\nout = "输出"', "gbk")).key == "config-encoding"


def test_a_syntax_error_tells_where(tmp_path: Path) -> None:
    error = refused(settings(tmp_path, "rate = = 3"))
    assert error.key == "toml"
    assert "line 1" in str(error.values["detail"])


def test_an_unknown_key_names_the_nearest_known_one(tmp_path: Path) -> None:
    error = refused(settings(tmp_path, 'fromats = ["pptx"]'))
    assert (error.key, error.values) == ("key-unknown", {"key": "fromats", "near": "formats"})


def test_an_unknown_format_names_the_nearest_known_one(tmp_path: Path) -> None:
    error = refused(settings(tmp_path, 'formats = ["pptx", "scirpt"]'))
    assert error.key == "format-unknown"
    assert error.values["near"] == "script"
    with pytest.raises(UsageError):
        known_format("")


WRONG_VALUES = """
rate = 0
rate = 601
rate = true
rate = "220"
rate = 2.5
theme = 3
theme = ""
formats = []
formats = "pptx"
formats = [1]
out = 1
"""


@pytest.mark.parametrize("line", WRONG_VALUES.split("\n")[1:-1])
def test_a_value_out_of_range_is_refused_with_an_example(tmp_path: Path, line: str) -> None:
    error = refused(settings(tmp_path, line))
    assert error.key == "config-value"
    assert error.values["example"]
