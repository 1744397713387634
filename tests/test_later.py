"""What is made later is made for whoever looks, and only then."""

from __future__ import annotations

from publisher.later import Later

WORDS = ("one", "two")


def test_it_is_made_once_and_not_before_somebody_looks() -> None:
    asked: list[bool] = []

    def make() -> tuple[str, ...]:
        asked.append(True)
        return WORDS

    later = Later(make)
    assert not asked
    assert (len(later), later[1], later[:1], [*later]) == (2, "two", ("one",), ["one", "two"])
    assert len(asked) == 1


def test_it_is_as_good_as_the_tuple() -> None:
    later, other = Later(lambda: WORDS), Later(lambda: WORDS[:1])
    assert later == WORDS
    assert later == Later(lambda: WORDS)
    assert later != other
    assert hash(later) == hash(WORDS)
    assert repr(later) == repr(WORDS)
