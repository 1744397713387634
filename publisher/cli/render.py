"""Errors, notices and results as lines. The one place where they become words."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.errors import PublisherError
from publisher.events import Notice
from publisher.kinds import KINDS
from publisher.messages import MESSAGES, language, sentence
from publisher.publish import Result

MOST_NOTICES = 8


def text(key: str, /, **values: object) -> str:
    """The sentence for ``key`` in the reader's language."""
    return sentence(key, values, language())


def error_text(error: PublisherError) -> tuple[str, str]:
    """What happened, and what to do; "" where nothing is known to help."""
    hint = f"{error.key}.hint"
    remedy = text(hint, **error.values) if hint in MESSAGES else ""
    return one_line(text(error.key, **error.values)), one_line(remedy)


def error_line(error: PublisherError) -> str:
    """Where, what happened, what to do: always one line."""
    stop = text("line.stop")
    what, remedy = error_text(error)
    remedy = _capital(remedy) + stop.strip() if remedy else ""
    where = f"{error.place}{text('line.colon')}" if error.place else ""
    return one_line(f"{where}{what if where else _capital(what)}{stop}{remedy}".rstrip())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def notice_lines(notices: Sequence[Notice], file: str = "") -> list[str]:
    """One line each, equal ones once, no more than MOST_NOTICES: of each kind one at least."""
    start = f"{file}{text('line.colon')}" if file else ""
    lines = {one_line(start + notice_text(notice)): notice.code for notice in notices}
    firsts = {code: line for line, code in reversed(lines.items())}
    by_weight = sorted(lines, key=lambda line: firsts[lines[line]] != line)
    shown = dict.fromkeys(by_weight[:MOST_NOTICES])
    more = len(lines) - len(shown)
    return [
        *(line for line in lines if line in shown),
        *([start + text("line.more", count=more)] if more else ()),
    ]


def notice_text(notice: Notice) -> str:
    """What was noticed, and where."""
    message = text(notice.code, **dict(notice.values))
    if notice.paragraph is None:
        return text("line.notice", message=message)
    return text("line.notice-at", number=notice.paragraph + 1, message=message)


def result_line(result: Result, kind: str) -> str:
    """What was written, how long it is, and how long it takes to say."""
    return text(
        f"line.{KINDS[kind].plan}",
        target=result.target,
        sheets=result.sheets,
        minutes=minutes(result.seconds),
    )


def minutes(seconds: int) -> int:
    """Whole minutes, rounded up as ``publisher outline`` does."""
    return -(-seconds // 60)


def one_line(words: str) -> str:
    """A file may have a line break in its name; a message has not."""
    return " ".join(words.split("\n")).replace("\r", " ")
