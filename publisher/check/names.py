"""The office's own list (``[names]`` of publisher.toml): names, posts and their order.

Nothing is said of people who are not on the list, and nothing of posts that merely are written
shorter (书记 for 县委书记).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.check.finding import Case, Finding, Severity, at
from publisher.config import Person
from publisher.manuscript import Paragraph
from publisher.record import NamedTuple

_POST = (
    "(?:常务|第一|党组|代理?)?副?(?:书记|主席|县长|市长|省长|区长|镇长|乡长|州长|旗长|部长|局长|厅长|处长|科长|主任|院长|校长|"
    "行长|会长|社长|台长|站长|所长|队长|支队长|总经理|董事长|经理|秘书长|政委|司令员|检察长|理事长|总裁|总监|巡视员|调研员)"
)
_BEFORE = rf"({_POST})[ \u3000]?$"
_BEHIND = rf"({_POST})"
_REACH = 10
_JOINT = r"[、，和与及]|以及"
_LONGEST_JOINT = 24
_SAYS = "同志|、|，|。|；|和|：|指出|强调|要求|说|主持|出席|参加|宣布|致辞|讲话|$"


class Said(NamedTuple):
    """Somebody on the list, named at ``start`` of a paragraph."""

    person: Person
    rank: int
    start: int
    end: int


def names(case: Case) -> Iterator[Finding]:
    """Wrong posts, wrong order, and names that were probably meant for one on the list."""
    if not case.names:
        return
    known = "|".join(re.escape(p.name) for p in sorted(case.names, key=lambda p: -len(p.name)))
    rank = {person.name: index for index, person in enumerate(case.names)}
    for paragraph in case.paragraphs:
        said = [
            Said(case.names[rank[match[0]]], rank[match[0]], match.start(), match.end())
            for match in re.finditer(known, paragraph.text)
        ]
        for somebody in said:
            yield from _posts(paragraph, somebody)
        yield from _order(paragraph, said)
        yield from _misspelt(case, paragraph)


def _posts(paragraph: Paragraph, said: Said) -> Iterator[Finding]:
    """A post right before or behind the name that is none of the person's."""
    if not said.person.posts:
        return
    text = paragraph.text
    before = re.search(_BEFORE, text[max(0, said.start - _REACH) : said.start])
    behind = re.match(_BEHIND, text[said.end : said.end + _REACH])
    for found in (before, behind):
        if found is not None and not _holds(said.person, found[1]):
            yield at(
                "post", Severity.WARNING, paragraph, said.start, said.end,
                name=said.person.name, post=found[1], posts="、".join(said.person.posts),
            )  # fmt: skip


def _holds(person: Person, post: str) -> bool:
    """县长 is not 副县长, but 书记 is short for 县委书记."""
    return any(
        held.endswith(post) and not held.removesuffix(post).endswith("副") for held in person.posts
    )


def _order(paragraph: Paragraph, said: Sequence[Said]) -> Iterator[Finding]:
    """Two of the list, one after the other in one enumeration, the second before the first."""
    for first, second in pairwise(said):
        between = paragraph.text[first.end : second.start]
        if second.rank < first.rank and _is_joint(between):
            yield at("order", Severity.WARNING, paragraph, first.start, second.end,
                     first=second.person.name, second=first.person.name)  # fmt: skip


def _is_joint(between: str) -> bool:
    """Nothing but a comma and a post stands between two names of an enumeration."""
    words = between.removeprefix("同志").strip()
    return (
        len(words) <= _LONGEST_JOINT
        and re.match(_JOINT, words) is not None
        and not re.search("[。；！？\n]", words)
        and (len(words) <= 2 or re.search(_BEFORE, words) is not None)
    )


def _misspelt(case: Case, paragraph: Paragraph) -> Iterator[Finding]:
    """A full post of the list, and behind it a name that differs from its holder's in a
    character."""
    for person in case.names:
        for post in person.posts:
            for match in re.finditer(re.escape(post) + "[ \u3000]?", paragraph.text):
                start, end = match.end(), match.end() + len(person.name)
                given = paragraph.text[start:end]
                if (
                    _differs_in_one(given, person.name)
                    and all(given != other.name for other in case.names)
                    and re.match(_SAYS, paragraph.text[end : end + 2])
                ):
                    yield at("name", Severity.WARNING, paragraph, start, end,
                             name=person.name, given=given, post=post)  # fmt: skip


def _differs_in_one(given: str, name: str) -> bool:
    return (
        len(given) == len(name) > 1
        and given[0] == name[0]
        and sum(a != b for a, b in zip(given, name)) == 1
    )
