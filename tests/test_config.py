from pathlib import Path

import pytest

from publisher.config import Config, Person, config_for, known_format
from publisher.errors import UsageError
from publisher.kinds import KINDS
from publisher.options import RATE, Density, chosen


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
    assert set(Config().formats) < set(KINDS)
    assert Config().formats == ("pptx", "script", "slides")


def test_the_nearest_file_upwards_counts_alone(tmp_path: Path) -> None:
    settings(tmp_path, 'theme = "blue"\nrate = 200')
    settings(tmp_path / "a", "rate = 180")
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    assert config_for(deep / "speech.docx") == Config({"rate": 180})
    assert config_for(tmp_path / "speech.docx") == Config({"theme": "blue", "rate": 200})


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
    assert config_for(tmp_path).said["theme"] == "ours"
    settings(tmp_path / "ours", "").with_name("theme.toml").write_text("", encoding="utf-8")
    assert config_for(tmp_path).said["theme"] == str(tmp_path / "ours")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encodings_of_notepad_are_read(tmp_path: Path, encoding: str) -> None:
    settings(tmp_path, '# 说明\nout = "输出"', encoding)
    assert config_for(tmp_path).out == tmp_path / "输出"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = settings(tmp_path, "")
    file.write_bytes(b"\xff\xff\xff")
    assert refused(file).key == "config-encoding"


def test_a_syntax_error_tells_where(tmp_path: Path) -> None:
    error = refused(settings(tmp_path, 'theme = "red"\nrate = = 3'))
    assert (error.key, error.values["line"]) == ("toml-line", 2)


def test_an_unknown_key_names_its_line_and_the_nearest_known_one(tmp_path: Path) -> None:
    error = refused(settings(tmp_path, '# ours\n\nfromats = ["pptx"]'))
    assert error.key == "setting-unknown"
    assert (error.values["key"], error.values["near"]) == ("fromats", "formats")
    assert error.values["line"] == 3


def test_the_list_of_names_keeps_its_order_and_posts(tmp_path: Path) -> None:
    order = '[names]\norder = ["县委书记 王清", "县委副书记、县长　李和", "赵一"]'
    settings(tmp_path, order)
    assert config_for(tmp_path).names == (
        Person("王清", ("县委书记",)),
        Person("李和", ("县委副书记", "县长")),
        Person("赵一"),
    )


@pytest.mark.parametrize("line", ["order = [1]", 'order = "王清"', 'order = [" "]', "odrer = []"])
def test_a_list_of_names_that_is_none_is_refused(tmp_path: Path, line: str) -> None:
    error = refused(settings(tmp_path, f"[names]\n{line}"))
    assert error.values["line"] == 2


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
names = 1
density = "fuller"
density = 1
larger = 1
slide_level = 0
slide_level = true
aspect = "16:10"
aspect = []
together = "两个确立"
together = [""]
logo = 1
unit = " "
"""


@pytest.mark.parametrize("line", WRONG_VALUES.split("\n")[1:-1])
def test_a_value_out_of_range_is_refused_with_an_example(tmp_path: Path, line: str) -> None:
    error = refused(settings(tmp_path, line))
    assert error.key == "config-value"
    assert error.values["example"]


def test_choices_for_decks_are_read(tmp_path: Path) -> None:
    settings(
        tmp_path,
        'density = "full"\nlarger = true\nslide_level = 2\naspect = "4:3"\nunit = "青山镇"\n'
        'logo = "标志.png"\ntogether = ["两个确立"]\nnotes = false',
    )
    options = chosen(config_for(tmp_path).said)
    assert (options.density, options.larger, options.slide_level) == (Density.FULL, True, 2)
    assert (options.aspect, options.unit, options.logo) == ("4:3", "青山镇", tmp_path / "标志.png")
    assert (options.together, options.notes) == (("两个确立",), False)


def test_of_two_choices_the_later_holds() -> None:
    options = chosen({"theme": "ink", "rate": 200}, {"theme": "red"})
    assert (options.theme, options.rate) == ("red", 200)
