import sys
from hashlib import sha256

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.seal import BLANK, is_untouched, sealed

MARK = BLANK.encode("ascii")


def test_what_has_no_room_for_a_seal_stays_as_it_is() -> None:
    assert sealed(b"plain") == b"plain"
    assert not is_untouched(b"plain")


@given(st.binary(), st.binary())
@example(b"publisher-seal:", b"")
def test_a_sealed_file_is_untouched(before: bytes, after: bytes) -> None:
    data = sealed(before + MARK + after)
    assert len(data) == len(before + MARK + after)
    assert is_untouched(data)


@given(st.binary(min_size=1), st.integers(0), st.integers(1, 255))
def test_one_changed_byte_breaks_the_seal(before: bytes, where: int, change: int) -> None:
    data = bytearray(sealed(before + MARK))
    data[where % len(before)] ^= change
    assert not is_untouched(bytes(data))


def test_a_sealed_file_inside_another_does_not_vouch_for_it() -> None:
    inner = sealed(b"inner" + MARK)
    assert not is_untouched(b"around " + inner)
    assert is_untouched(sealed(b"around " + inner + MARK))


@pytest.mark.parametrize("length", [1, 600 << 10])
@pytest.mark.parametrize("lacks", [(), ("_sha256", "_sha2")])
def test_a_seal_is_the_same_whoever_sums_up(
    length: int, lacks: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "hashlib")
    for module in lacks:
        monkeypatch.setitem(sys.modules, module, None)  # type: ignore[arg-type]  # as if not there
    blank = b"a" * length + MARK
    assert sealed(blank).endswith(sha256(blank).hexdigest().encode("ascii"))
