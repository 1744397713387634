"""Parts: the headings of level 1, each with a slide that announces it."""

from __future__ import annotations

import re

from publisher.compose.condense import shortened
from publisher.compose.course import Course
from publisher.compose.headings import is_whole, runs_of, shows_all, under
from publisher.compose.manner import GLANCE, PLACE, SLIDE_TITLE, Manner, Place
from publisher.compose.specials import led
from publisher.options import Density
from publisher.script import Point, Role, Slide
from publisher.speech import Piece, Section

_OVER_SECTION = 200
"""Characters that are spoken over the slide that announces a part; more has its own slide."""
_ANNOUNCED = 60
"""A part with no more text than this is spoken over the slide that announces it."""
_SEVERAL = 3
"""Paragraphs that may be a list."""
_MOST_LISTED = 6


def part(course: Course, manner: Manner, section: Section, index: int) -> None:
    """The slide that announces a part, and what follows it."""
    inner = manner.under(section)
    title = shortened(section.title, SLIDE_TITLE)
    corner = section.title if section.more else section.heading
    course.settle()
    course.place = Place(index)
    course.say(section.lines)
    announced = Slide(Role.SECTION, (), title, label=_label(section, index, manner.language))
    if _is_announced(inner, section):
        course.say(piece for piece in section.body if isinstance(piece, Piece))
        course.show(announced)
        return
    intro, rest = led(section.body)
    over = bool(section.children) and not is_whole(inner, section)
    over = over and sum(len(piece.text) for piece in intro) <= _OVER_SECTION
    runs = runs_of(inner, section, announced=True) if over and len(section.children) > 1 else []
    shared = bool(runs) and shows_all(inner, runs)
    over_points, named = None, title
    if shared:  # as few parts are
        from publisher.compose.headline import headline, last_clause

        over_points = None if rest else headline(intro, inner.weights)
        named = over_points or last_clause(title)
    if over and not over_points:
        course.say(intro)
    course.show(announced if shared else announced._replace(points=_listed(section)))
    if over_points:
        course.say(intro)
    course.place = Place(index, shortened(corner, PLACE))
    body = rest if over else section.body
    under(course, inner, section, body, named, announced=True)


def _is_announced(manner: Manner, section: Section) -> bool:
    """Whether a part is no more than its announcement: a host's, a short one, or in brief."""
    if section.children or manner.treatment(section).layout or manner.density is Density.FULL:
        return False
    if not all(isinstance(block, Piece) for block in section.body):
        return False
    length = sum(len(block.text) for block in section.body if isinstance(block, Piece))
    short = length <= _ANNOUNCED and len(section.body) < _SEVERAL
    return manner.host or manner.density is Density.BRIEF or short


def _listed(section: Section) -> tuple[Point, ...]:
    """The headings below a part, at a glance."""
    kids = section.children if len(section.children) > 1 else ()
    return tuple(Point(kid.number, shortened(kid.title, GLANCE)) for kid in kids[:_MOST_LISTED])


_DIGITS = "零一二三四五六七八九十"
_ITSELF = r"(?:第|[Pp]art\b|PART\b|[Cc]hapter\b|[Ss]ection\b).*"
_SIGNS = ("第", "art", "ART", "hapter", "ection")
_ROMAN = {numeral: i + 1 for i, numeral in enumerate("I II III IV V VI VII VIII IX X".split())}


def _label(section: Section, index: int, language: str) -> str | None:
    """第一部分 over a numbered part's title: by its own number, where this can be read; a marker
    that says so itself stays as it is."""
    if section.number is None:
        return None
    number = section.number.strip(" 　、，.．:：()（）")
    itself = any(sign in number for sign in _SIGNS) and re.search(_ITSELF, number)
    if itself:
        return itself[0]
    if not language.startswith("zh"):
        return f"Part {_value(number, index)}"
    return f"第{number if _is_han(number) else _in_han(_value(number, index))}部分"


def _is_han(number: str) -> bool:
    return 0 < len(number) <= 3 and all(char in _DIGITS[1:] for char in number)


def _value(number: str, index: int) -> int:
    if number.isdecimal() and len(number) <= 2:
        return int(number)
    return _ROMAN.get(number, index + 1)


def _in_han(value: int) -> str:
    tens, ones = divmod(value, 10)
    if value <= 10:
        return _DIGITS[value]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
