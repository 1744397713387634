"""A judge that is not installed is named: skipped at a desk, failed in CI."""

import pytest

from tests.judges.programs import need


def test_a_missing_judge_skips_at_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-judge is not there"):
        need("no-such-judge")


def test_a_missing_judge_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-judge is not there"):
        need("no-such-judge")
