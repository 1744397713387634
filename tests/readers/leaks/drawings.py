"""What drawings know: names of files, originals, objects, hidden shapes."""

from __future__ import annotations

import base64
from typing import Any

from tests.readers import images
from tests.readers.build import p, r
from tests.readers.leaks.leak import SECRET, Leak, deleted, joined, part, zipped
from tests.readers.leaks.text import HIDDEN

PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SHAPE_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def picture(
    identifier: str = "rId7",
    *,
    crop: str = "",
    name: str = "图片 1",
    more: str = "",
    anchor: str = "",
    fill: str = "<a:fillRect/>",
    descr: str = "",
) -> str:
    """A picture as Word writes it."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="952500" cy="952500"/><wp:docPr id="1" name="{name}"{anchor} '
        f'descr="{descr}"/>'
        f'<a:graphic><a:graphicData uri="{PICTURE_URI}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{identifier}">{more}</a:blip>{crop}<a:stretch>{fill}</a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="952500" cy="952500"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def vml(inside: str, attributes: str = "", style_: str = "width:75pt;height:75pt") -> str:
    """A shape as older programs write it."""
    return f'<w:r><w:pict><v:shape style="{style_}"{attributes}>{inside}</v:shape></w:pict></w:r>'


def shape(inside: str, named: str = "") -> str:
    return (
        f"<wps:wsp>{named}<wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{inside}"
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )


def box(choice: str, fallback: str, anchor: str = "") -> str:
    """A text box, for the Word of today and an older one."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="1" name="文本框 1"{anchor}/><a:graphic><a:graphicData uri="{SHAPE_URI}">'
        f"{shape(choice)}</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:shape style="width:10pt"><v:textbox><w:txbxContent>'
        f"{fallback}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def image(
    data: bytes, name: str = "word/media/image1.png", identifier: str = "rId7"
) -> dict[str, Any]:
    return part(name, data, "image", identifier=identifier)


EXTENSIONS = (
    '<a:extLst><a:ext uri="{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}"><a14:imgProps xmlns:a14='
    '"http://schemas.microsoft.com/office/drawing/2010/main"><a14:imgLayer r:embed="rId8"/>'
    "</a14:imgProps></a:ext></a:extLst>"
)
OBJECT = (
    '<w:r><w:object w:dxaOrig="1440" w:dyaOrig="1440"><v:shape id="_x0000_i1025" '
    'style="width:72pt;height:72pt" o:ole=""><v:imagedata r:id="rId7" o:title=""/></v:shape>'
    f'<o:OLEObject Type="Embed" ProgID="{SECRET}" ShapeID="_x0000_i1025" DrawAspect="Content" '
    'ObjectID="_1" r:id="rId8"/></w:object></w:r>'
)
GROUP = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="组合 1"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp>'
    "<wpg:cNvGrpSpPr/><wpg:grpSpPr/>"
    + shape(p("乙"), '<wps:cNvPr id="2" name="矩形 2"/>')
    + shape(p(SECRET), '<wps:cNvPr id="3" name="矩形 3" hidden="1"/>')
    + "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
OLD_GROUP = (
    '<w:r><w:pict><v:group style="visibility:hidden"><v:shape style="width:9pt"><v:textbox>'
    f"<w:txbxContent>{p(SECRET)}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>"
)
GFXDATA = base64.b64encode(zipped()).decode()

LATER = "http://schemas.microsoft.com/office/drawing/2014/chartex"
FOREIGN = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1" cy="1"/>'
    f'<wp:docPr id="1" name="图表 1"/><a:graphic><a:graphicData uri="{LATER}"><cx:chart '
    f'xmlns:cx="{LATER}" r:id="rId8"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
)
CHARTEX = (
    f'<w:r><mc:AlternateContent xmlns:cx1="{LATER}"><mc:Choice Requires="cx1">{FOREIGN}'
    f"</mc:Choice><mc:Fallback>{picture()[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
)

DRAWINGS = {
    "a text box, in both of its forms": Leak(
        p("甲", box(p("乙", HIDDEN, deleted()), p("乙", HIDDEN, deleted()))), ["甲", "乙"],
        ["scrub-hidden", "scrub-revisions"],
    ),
    "a fallback that says something else": Leak(
        p("甲", box(p("乙"), p(SECRET))), ["甲", "乙"], []
    ),
    "a fallback that does not hide what is hidden": Leak(
        p("甲", box(p(HIDDEN), p(SECRET))), ["甲"], ["scrub-hidden"]
    ),
    "a hidden text box": Leak(
        p("甲", box(p(SECRET), p(SECRET), ' hidden="1"')), ["甲"], ["scrub-hidden"]
    ),
    "a hidden shape of old": Leak(
        p("甲", vml(f"<v:textbox><w:txbxContent>{p(SECRET)}</w:txbxContent></v:textbox>",
                   style_="visibility:hidden")), ["甲"], ["scrub-hidden"],
    ),
    "a hidden group of old": Leak(p("甲", OLD_GROUP), ["甲"], ["scrub-hidden"]),
    "a hidden shape in a group": Leak(p("甲", GROUP), ["甲", "乙"], ["scrub-hidden"]),
    "the file names of pictures": Leak(
        p("甲", picture(name=f"{SECRET}.jpg", descr=f"C:\\Users\\{SECRET}\\a.png")), ["甲"],
        ["scrub-names"], image(images.png()),
    ),
    "the name of a picture's part": Leak(
        p("甲", picture()), ["甲"], [], image(images.png(), f"word/media/{SECRET}.png")
    ),
    "the names of shapes": Leak(
        p("甲", vml('<v:imagedata r:id="rId7" o:title=""/>',
                   f' id="{SECRET}" alt="D:\\{SECRET}.bmp" o:spid="{SECRET}"')), ["甲"],
        ["scrub-names"], image(images.png()),
    ),
    "a drawing packed once more in VML": Leak(
        p("甲", vml('<v:imagedata r:id="rId7" o:title=""/>', f' o:gfxdata="{GFXDATA}"')), ["甲"],
        [], image(images.png()),
    ),
    "where a picture is kept": Leak(
        p("甲", vml(f'<v:imagedata r:id="rId7" src="{SECRET}" o:href="{SECRET}" r:href="rId8" '
                   'o:title=""/>')), ["甲"], ["scrub-links"],
        joined(image(images.png()),
               {"related": [("rId8", "image", f"file:///C://{SECRET}.png")]}),
    ),
    "a picture that is linked": Leak(
        p("甲", picture().replace('r:embed="rId7"', 'r:embed="rId7" r:link="rId8"')), ["甲"],
        ["scrub-links"],
        joined(image(images.png()),
               {"related": [("rId8", "image", f"file:///C://{SECRET}.png")]}),
    ),
    "the picture before it was retouched": Leak(
        p("甲", picture(more=EXTENSIONS)), ["甲"], ["scrub-pictures", "scrub-picture-unused"],
        joined(image(images.png()),
               part("word/media/hdphoto1.wdp", SECRET, "image", identifier="rId8")),
    ),
    "a picture that nothing shows": Leak(
        p("甲"), ["甲"], ["scrub-picture-unused"], image(images.png(text=SECRET))
    ),
    "a picture in hidden text": Leak(
        p("甲", picture().replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")), ["甲"],
        ["scrub-hidden", "scrub-picture-unused"], image(images.png(text=SECRET)),
    ),
    "a hidden picture": Leak(
        p("甲", picture(anchor=' hidden="1"')), ["甲"],
        ["scrub-hidden", "scrub-picture-unused"], image(images.png(text=SECRET)),
    ),
    "a picture of a kind that nobody here cleans": Leak(
        p("甲", picture()), ["甲"], ["scrub-picture-blank"],
        image(f"<svg><!--{SECRET}--></svg>".encode()),
    ),
    "a graphic of a later Word": Leak(
        p("甲", CHARTEX, f"<w:r>{FOREIGN}</w:r>"), ["甲"], ["scrub-parts"],
        joined(image(images.png()),
               part("word/charts/chartEx1.xml", f"<a>{SECRET}</a>", "chartEx", identifier="rId8")),
    ),
    "word art that says something else to an older Word": Leak(
        p("甲", box(p("乙"), p("乙")).replace("<v:textbox>", f'<v:textpath string="{SECRET}"/>'
                                              "<v:textbox>")), ["甲", "乙"], [],
    ),
    "an object that is a drawing": Leak(
        p("甲", f'<w:r><w:object w:dxaOrig="1">{picture()[5:-6]}<w:objectEmbed r:id="rId8" '
               f'w:progId="{SECRET}"/></w:object></w:r>'), ["甲"], ["scrub-embedded"],
        joined(image(images.png()),
               part("word/embeddings/oleObject1.bin", zipped(), "oleObject", identifier="rId8")),
    ),
    "an embedded object": Leak(
        p("甲", OBJECT), ["甲"], ["scrub-embedded"],
        joined(image(images.png()),
               part("word/embeddings/oleObject1.bin", zipped(), "oleObject", identifier="rId8")),
    ),
    "another file as a chunk": Leak(
        p("甲") + '<w:altChunk r:id="rId8"/>', ["甲"], ["scrub-embedded"],
        part("word/afchunk1.docx", zipped(), "aFChunk", identifier="rId8"),
    ),
    "a linked document": Leak(
        p("甲") + '<w:subDoc r:id="rId8"/>', ["甲"], ["scrub-links"],
        {"related": [("rId8", "subDocument", f"file:///C://{SECRET}.docx")]},
    ),
    "a signature line": Leak(
        p("甲", vml(f'<v:imagedata r:id="rId7" o:title=""/><o:signatureline issignatureline="t" '
                   f'o:suggestedsigner="{SECRET}"/>')), ["甲"], ["scrub-embedded"],
        image(images.png()),
    ),
    "links into a disk and a share": Leak(
        p('<w:hyperlink r:id="rId8" w:anchor="a">' + r("甲") + "</w:hyperlink>",
          '<w:hyperlink r:id="rId7">' + r("乙") + "</w:hyperlink>"), ["甲乙"], ["scrub-links"],
        {"related": [("rId8", "hyperlink", f"file:///C://{SECRET}/a.docx"),
                     ("rId7", "hyperlink", f"https://user:{SECRET}@example.org/")]},
    ),
}  # fmt: skip
