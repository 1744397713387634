"""Streams end as archives want it, also where the data themselves end in a line end."""

import pytest

from publisher.writers.pdf.endings import ill_ended

GOOD = b"1 0 obj\n<< /Length 3 >>\nstream\nab\n\nendstream\nendobj\n"


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (GOOD, None),
        (GOOD.replace(b"\n\nend", b"\nend"), 31),  # the line end belongs to the data
        (GOOD.replace(b"\n\nend", b"c\r\nend"), None),
        (GOOD.replace(b"ab\n", b">>stream\n").replace(b"3", b"9"), None),
        (GOOD.replace(b"3 >>", b"5 0 R >>"), None),
    ],
)
def test_a_line_end_that_belongs_to_the_data_does_not_end_a_stream(
    data: bytes, where: int | None
) -> None:
    assert ill_ended(data) == where
