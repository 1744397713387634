"""The marks that CLREQ keeps from a line's start and end, written down independently here.

W3C, Requirements for Chinese Text Layout, 3.1.3 and appendix; GB/T 15834—2011 5.1.
"""

NEVER_START = set("、，。．；：！？）〕］｝》〉」』】〗”’·～／—…％‰℃")
"""A dash or an ellipsis may start a line as a pair; see ``starts_badly``."""
NEVER_END = set("（〔［｛《〈「『【〖“‘／￥＄")


def starts_badly(line: str) -> bool:
    return line[0] in NEVER_START and line[:2] not in ("——", "……")


def ends_badly(line: str) -> bool:
    return line[-1] in NEVER_END


def splits_pair(line: str, following: str) -> bool:
    """A double dash, an ellipsis, a number or a Latin word is torn apart between two lines."""
    end, start = line[-1], following[0]
    return (end == start and end in "—…") or (_word(end) and _word(start))


def _word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".,%'-")


MARKS = NEVER_START | NEVER_END
