"""How slides come on: a quiet transition, rehearsed times, and what each click brings.

Times are written, but a show does not run by them: that is said once for the whole deck, by
``useTimings`` in presProps.xml (ECMA-376 19.2.1.30), while each slide still waits for its click
(``advClick``, 19.3.1.50). Who wants to be pushed on, or to make a film, ticks one box.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from publisher.plan import Chart, Item, Shape, Sheet, Text
from publisher.record import NamedTuple

_LONGEST = 86_399
"""Seconds: as much as a dialog of hours, minutes and seconds can show."""
_FADE = 400
"""Milliseconds: seen, not watched."""
_START = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_STEPS = (
    '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
    '</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl>'
    "</p:cond></p:nextCondLst>"
)
_FADE_IN = 'presetID="10" presetClass="entr" presetSubtype="0" fill="hold"'


class Target(NamedTuple):
    """A shape that comes with a click: its id on the slide, and what the build list says of it.

    ``build`` is "" for a picture or table, which programs animate without a build (19.5.15).
    """

    number: int
    build: str


def transition(seconds: int, *, animate: bool) -> str:
    """p:transition: a fade where the deck is animated, and the time that was reckoned with."""
    time = f' advTm="{min(seconds, _LONGEST) * 1000}"' if seconds > 0 else ""
    if animate:
        return f'<p:transition spd="med" advClick="1"{time}><p:fade/></p:transition>'
    return f'<p:transition advClick="1"{time}/>' if time else ""


def targets(sheet: Sheet, numbers: Sequence[int]) -> list[list[Target]]:
    """For each click the shapes that it brings, each once; ``numbers`` are the items' shape ids."""
    waiting = set(range(len(sheet.items)))
    clicks: list[list[Target]] = []
    for step in sheet.builds:
        fresh = [index for index in dict.fromkeys(step) if index in waiting]
        waiting.difference_update(fresh)
        if fresh:
            clicks.append([_target(numbers[index], sheet.items[index]) for index in fresh])
    return clicks


def _target(number: int, item: Item) -> Target:
    """What is in the list comes as one (19.5.12 ff.), so that words added later come with it."""
    match item:
        case Text():
            build = f'<p:bldP spid="{number}" grpId="0"/>'
        case Shape():
            build = f'<p:bldP spid="{number}" grpId="0" animBg="1"/>'
        case Chart():
            build = f'<p:bldGraphic spid="{number}" grpId="0"><p:bldAsOne/></p:bldGraphic>'
        case _:
            build = ""
    return Target(number, build)


def timing(clicks: Sequence[Sequence[Target]]) -> str:
    """p:timing (19.5.87): one main sequence, a step of it to each click; "" without any."""
    if not clicks:
        return ""
    ids = count(3)
    steps = "".join(_step(shapes, ids) for shapes in clicks)
    builds = "".join(shape.build for shapes in clicks for shape in shapes)
    build_list = f"<p:bldLst>{builds}</p:bldLst>" if builds else ""
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never"'
        ' nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        '<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{steps}</p:childTnLst></p:cTn>{_STEPS}</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{build_list}</p:timing>"
    )


def _step(shapes: Sequence[Target], ids: count[int]) -> str:
    """One click: the first shape answers it, the others come along."""
    outer, inner = next(ids), next(ids)
    effects = "".join(
        _effect(shape, ids, "withEffect" if place else "clickEffect")
        for place, shape in enumerate(shapes)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_START}<p:childTnLst>{effects}'
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _effect(shape: Target, ids: count[int], node: str) -> str:
    """Shown, and faded in."""
    whole, show, fade = next(ids), next(ids), next(ids)
    group = ' grpId="0"' if shape.build else ""
    target = f'<p:tgtEl><p:spTgt spid="{shape.number}"/></p:tgtEl>'
    return (
        f'<p:par><p:cTn id="{whole}" {_FADE_IN}{group} nodeType="{node}">{_START}<p:childTnLst>'
        f'<p:set><p:cBhvr><p:cTn id="{show}" dur="1" fill="hold">{_START}</p:cTn>{target}'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set><p:animEffect transition="in"'
        f' filter="fade"><p:cBhvr><p:cTn id="{fade}" dur="{_FADE}"/>{target}</p:cBhvr>'
        "</p:animEffect></p:childTnLst></p:cTn></p:par>"
    )
