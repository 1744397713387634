"""Which placeholder of a slide layout stands for which frame of a drawing."""

from __future__ import annotations

from publisher.record import NamedTuple
from publisher.theme.model import Drawing


class Placeholder(NamedTuple):
    """A placeholder (ECMA-376 19.3.1.36); ``label`` is its name for people.

    Titles have no index; on slides the others are found by theirs, so each is fixed for ever.
    """

    kind: str
    idx: int | None
    label: str

    @property
    def markup(self) -> str:
        idx = "" if self.idx is None else f' idx="{self.idx}"'
        return f'<p:ph type="{self.kind}"{_SIZES.get(self.kind, "")}{idx}/>'

    @property
    def is_furniture(self) -> bool:
        """Footers and numbers, which every program treats in its own way."""
        return self.kind in _SIZES


_SIZES = {"ftr": ' sz="quarter"', "sldNum": ' sz="quarter"'}

FRAMES = {
    "title": Placeholder("title", None, "标题"),
    "subtitle": Placeholder("subTitle", 1, "副标题"),
    "body": Placeholder("body", 1, "正文"),
    "speaker": Placeholder("body", 13, "发言人"),
    "date": Placeholder("body", 14, "日期"),
    "occasion": Placeholder("body", 15, "场合"),
    "place": Placeholder("body", 16, "所在部分"),
    "label": Placeholder("body", 17, "序号"),
    "attribution": Placeholder("body", 18, "出处"),
    "unit": Placeholder("body", 19, "单位"),
    "logo": Placeholder("pic", 20, "标志"),
    "caption": Placeholder("body", 21, "图注"),
    "footer": Placeholder("ftr", 11, "页脚"),
    "number": Placeholder("sldNum", 12, "页码"),
}
NOT_TYPED_IN = frozenset({"parts"})
"""Frames that layout fills with several boxes; there is nothing for a person to type there."""
_BESIDE_BODY = Placeholder("body", 22, "副标题")
_CENTRED = Placeholder("ctrTitle", None, "标题")
_FIRST_OWN_IDX = 30

# The layout kinds that programs know (ECMA-376 19.7.15) and what they must hold.
LAYOUT_KINDS = {"cover": "title", "section": "secHead"}


def placeholders(drawing: Drawing) -> dict[str, Placeholder]:
    """The placeholder of each of the drawing's frames that takes one, by the frame's name."""
    found = {name: FRAMES[name] for name in FRAMES if name in drawing.frames}
    if "subtitle" in found and "body" in found:
        found["subtitle"] = _BESIDE_BODY
    if "title" in found and drawing.name in ("cover", "closing"):
        found["title"] = _CENTRED
    own = [name for name in drawing.frames if name not in FRAMES and name not in NOT_TYPED_IN]
    for idx, name in enumerate(own, _FIRST_OWN_IDX):
        found[name] = Placeholder("body", idx, name)
    return found
