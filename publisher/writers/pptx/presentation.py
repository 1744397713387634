"""presentation.xml: slides in order, their size, their sections."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from zlib import crc32

from publisher.geometry import Size
from publisher.plan import Plan
from publisher.record import NamedTuple
from publisher.writers.pptx import master, notes
from publisher.writers.pptx.markup import HEAD, NAMESPACES
from publisher.writers.pptx.text import Typesetter
from publisher.writers.xml import attribute

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
FIRST_SLIDE_ID = 256
"""The least that a slide may have (ECMA-376 19.7.13)."""

# What may not begin or end a line, as PowerPoint itself writes it for 简体中文.
_KINSOKU = (
    '<p:kinsoku lang="zh-CN"'
    ' invalStChars="!),.:;?]}、。—ˇ¨〃々～‖…’”〕〉》」』〗】∶！＂＇），．：；？］｀｜｝·"'
    ' invalEndChars="([{‘“〔〈《「『〖【（［｛．·"/>'
)


class References(NamedTuple):
    """The relationship ids that the main part names, with the masters' own ids; ``fonts`` is the
    list of embedded ones."""

    masters: Sequence[tuple[int, str]]
    notes: str
    handout: str
    slides: Sequence[str]
    fonts: str = ""


def presentation_xml(plan: Plan, typesetter: Typesetter, references: References) -> str:
    """The main part, its children in the order of 19.2.1.26: Keynote finds no notes otherwise."""
    slides = "".join(
        f'<p:sldId id="{id_}" r:id="{rid}"/>'
        for id_, rid in enumerate(references.slides, FIRST_SLIDE_ID)
    )
    masters = "".join(
        f'<p:sldMasterId id="{id_}" r:id="{rid}"/>' for id_, rid in references.masters
    )
    embeds = ' embedTrueTypeFonts="1"' if references.fonts else ""
    return (
        f"{HEAD}<p:presentation {NAMESPACES}{embeds}"
        ' saveSubsetFonts="1" autoCompressPictures="0">'
        f"<p:sldMasterIdLst>{masters}</p:sldMasterIdLst>"
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{references.notes}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{references.handout}"/>'
        f"</p:handoutMasterIdLst>{f'<p:sldIdLst>{slides}</p:sldIdLst>' if slides else ''}"
        f"{_size('sldSz', plan.size)}{_size('notesSz', notes.SIZE)}{references.fonts}{_KINSOKU}"
        f"<p:defaultTextStyle>{master.plain_levels(typesetter)}</p:defaultTextStyle>"
        f"{_section_list(plan)}</p:presentation>"
    )


def _size(tag: str, size: Size) -> str:
    return f'<p:{tag} cx="{size.width}" cy="{size.height}"/>'


def _section_list(plan: Plan) -> str:
    """Sections that hold every slide once, in order (MS-PPTX 2.6.2)."""
    rows = "".join(
        f'<p14:section name="{attribute(name)}" id="{{{_section_id(place, name)}}}">'
        "<p14:sldIdLst>"
        + "".join(f'<p14:sldId id="{id_}"/>' for id_ in ids)
        + "</p14:sldIdLst></p14:section>"
        for place, (name, ids) in enumerate(_sections(plan))
    )
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
        f' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{rows}'
        "</p14:sectionLst></p:ext></p:extLst>"
        if rows
        else ""
    )


def _section_id(place: int, name: str) -> str:
    """A UUID of our own making (RFC 9562, 5.8): the same section keeps it from run to run."""
    return f"{crc32(name.encode('utf-8', 'replace')):08X}-{place:04X}-8000-8000-000000000000"


def _sections(plan: Plan) -> list[tuple[str, list[int]]]:
    """Each run of slides with its section's name; what comes before the first has the title's."""
    current: int | None = None
    marked: list[tuple[int | None, int]] = []
    for id_, sheet in enumerate(plan.sheets, FIRST_SLIDE_ID):
        if sheet.section is not None and sheet.section < len(plan.sections):
            current = sheet.section
        marked.append((current, id_))
    return [
        (plan.meta.title if section is None else plan.sections[section], [id_ for _, id_ in run])
        for section, run in groupby(marked, key=lambda pair: pair[0])
    ]
