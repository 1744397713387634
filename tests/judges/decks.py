"""A small deck by hand that every judge passes, for tests to break in one place at a time."""

import struct
import zipfile
import zlib
from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OOXML = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:a="{OOXML}/drawingml/2006/main" xmlns:p="{OOXML}/presentationml/2006/main" '
    f'xmlns:r="{OOXML}/officeDocument/2006/relationships"'
)
TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"'
)
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
BOX = (914400, 1828800, 10363200, 3657600)


def shape(number: int, name: str, ph: str, text: str, box: tuple[int, int, int, int] | None) -> str:
    """A text shape; `ph` are the attributes of its placeholder, "" for a free text box."""
    place = ""
    if box:
        x, y, cx, cy = box
        place = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    kind = f"<p:ph {ph}/>" if ph else ""
    geometry = "" if ph else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr lang="zh-CN" sz="2400"/><a:t>{line}</a:t></a:r></a:p>'
        for line in text.split("\n")
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/>'
        f"<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr>{place}{geometry}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square"/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>'
    )


def picture(rel: str) -> str:
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="4" name="图" descr="一个红点"/><p:cNvPicPr/><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch>'
        '</p:blipFill><p:spPr><a:xfrm><a:off x="914400" y="5943600"/>'
        '<a:ext cx="457200" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
    )


TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
    '<p:childTnLst><p:par><p:cTn id="2" presetID="1" presetClass="entr" fill="hold" grpId="0">'
    '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr>'
    '<p:cTn id="3" dur="1"/><p:tgtEl><p:spTgt spid="3"><p:txEl><p:pRg st="0" end="1"/></p:txEl>'
    "</p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>"
    '</p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    '</p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst><p:bldP spid="3" grpId="0" build="p"/>'
    "</p:bldLst></p:timing>"
)


def tree(tag: str, shapes: str, tail: str) -> str:
    return (
        f"{HEAD}<p:{tag} {SPACES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{tail}"
        f"</p:{tag}>"
    )


def rels(*rows: tuple[str, str]) -> str:
    """Relationships rId1, rId2, …: (kind, target)."""
    package = f"{OOXML}/package/2006/relationships"
    kinds = {"core-properties": f"{package}/metadata/core-properties"}
    text = "".join(
        f'<Relationship Id="rId{i}" Target="{target}" '
        f'Type="{kinds.get(kind, f"{OOXML}/officeDocument/2006/relationships/{kind}")}"/>'
        for i, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{package}">{text}</Relationships>'


def theme() -> str:
    slots = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{i * 0x111111:06X}"/></a:{slot}>'
        for i, slot in enumerate(slots.split())
    )
    font = '<a:latin typeface="Arial"/><a:ea typeface="微软雅黑"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme {SPACES} name="t"><a:themeElements><a:clrScheme name="t">{colours}'
        f'</a:clrScheme><a:fontScheme name="t"><a:majorFont>{font}</a:majorFont><a:minorFont>'
        f'{font}</a:minorFont></a:fontScheme><a:fmtScheme name="t"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def dot() -> bytes:
    """A red pixel as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
        + chunk(b"IEND", b"")
    )


def presentation() -> str:
    section = "{{0000000{0}-0000-4000-8000-000000000000}}"
    spaces = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    sections = "".join(
        f'<p14:section name="第{i}节" id="{section.format(i)}"><p14:sldIdLst>'
        f'<p14:sldId id="{255 + i}"/></p14:sldIdLst></p14:section>'
        for i in (1, 2)
    )
    return (
        f'{HEAD}<p:presentation {SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        'r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/>'
        '</p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId3"/>'
        '<p:sldId id="257" r:id="rId4"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>'
        '<p:notesSz cx="6858000" cy="9144000"/><p:extLst><p:ext '
        f'uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst {spaces}>{sections}'
        "</p14:sectionLst></p:ext></p:extLst></p:presentation>"
    )


def core() -> str:
    dc = "http://purl.org/dc/elements/1.1/"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{OOXML}/package/2006/metadata/core-properties" '
        f'xmlns:dc="{dc}"><dc:title>样本</dc:title><dc:language>zh-CN</dc:language>'
        "</cp:coreProperties>"
    )


OVERRIDES = {
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "ppt/presentation.xml": f"{TYPE}.presentation.main+xml",
    "ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "ppt/theme/theme2.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "ppt/slideMasters/slideMaster1.xml": f"{TYPE}.slideMaster+xml",
    "ppt/slideLayouts/slideLayout1.xml": f"{TYPE}.slideLayout+xml",
    "ppt/notesMasters/notesMaster1.xml": f"{TYPE}.notesMaster+xml",
    "ppt/slides/slide1.xml": f"{TYPE}.slide+xml",
    "ppt/slides/slide2.xml": f"{TYPE}.slide+xml",
    "ppt/notesSlides/notesSlide1.xml": f"{TYPE}.notesSlide+xml",
}


def content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in OVERRIDES.items()
    )
    return (
        f'{HEAD}<Types xmlns="{OOXML}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def good(body: str = "先把事情说清楚，\n再把事情做完。") -> dict[str, str | bytes]:
    """The members of the deck, [Content_Types].xml first; `body` stands on the first slide."""
    title_box, own = (914400, 365760, 10363200, 1143000), "<a:masterClrMapping/>"
    title, text = shape(2, "标题", 'type="title"', "标题", None), 'type="body" idx="1"'
    override = f"<p:clrMapOvr>{own}</p:clrMapOvr>"
    frames = shape(2, "标题", 'type="title"', "标题", title_box)
    frames += shape(3, "正文", text, "正文", BOX)
    layouts = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
    mapping = f"<p:clrMap {MAP}/>"
    app = f"{OOXML}/officeDocument/2006/extended-properties"
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": rels(
            ("officeDocument", "ppt/presentation.xml"),
            ("core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": core(),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{app}"/>',
        "ppt/presentation.xml": presentation(),
        "ppt/_rels/presentation.xml.rels": rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("slide", "slides/slide1.xml"),
            ("slide", "slides/slide2.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "ppt/theme/theme1.xml": theme(),
        "ppt/theme/theme2.xml": theme(),
        "ppt/slideMasters/slideMaster1.xml": tree("sldMaster", frames, mapping + layouts),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": rels(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")
        ),
        "ppt/slideLayouts/slideLayout1.xml": tree("sldLayout", frames, override),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        ),
        "ppt/notesMasters/notesMaster1.xml": tree(
            "notesMaster", shape(2, "备注", text, "备注", None), mapping
        ),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": rels(("theme", "../theme/theme2.xml")),
        "ppt/slides/slide1.xml": tree(
            "sld", title + shape(3, "正文", text, body, BOX) + picture("rId3"), override + TIMING
        ),
        "ppt/slides/_rels/slide1.xml.rels": rels(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("notesSlide", "../notesSlides/notesSlide1.xml"),
            ("image", "../media/image1.png"),
        ),
        "ppt/slides/slide2.xml": tree("sld", title + shape(3, "框", "", "末页", BOX), override),
        "ppt/slides/_rels/slide2.xml.rels": rels(
            ("slideLayout", "../slideLayouts/slideLayout1.xml")
        ),
        "ppt/notesSlides/notesSlide1.xml": tree(
            "notes", shape(2, "备注", text, "讲稿", None), override
        ),
        "ppt/notesSlides/_rels/notesSlide1.xml.rels": rels(
            ("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", "../slides/slide1.xml")
        ),
        "ppt/media/image1.png": dot(),
    }


def save(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return path
