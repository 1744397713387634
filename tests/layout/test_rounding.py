"""Where Han and Latin meet on a line."""

import pytest

from publisher.layout.rounding import meetings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 0, False)),
        ("没有西文，只有汉字。", (0, 0, False)),
        ("Latin (alone), 5%", (0, 0, False)),
        ("用AI写稿", (0, 2, False)),
        ("约5%多", (1, 1, False)),
        ("甲-乙", (2, 0, True)),
        ("甲-乙-丙", (4, 0, True)),
        ("甲 -乙", (1, 0, False)),
        ("甲\n-乙", (1, 0, False)),
    ],
)
def test_marks_and_letters_beside_han_are_counted(
    text: str, expected: tuple[int, int, bool]
) -> None:
    assert meetings(text) == expected
