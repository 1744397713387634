"""What a package knows: properties, settings, charts, macros, parts, hiding places in its XML."""

from __future__ import annotations

import zlib

from tests.readers import images
from tests.readers.build import CONTENT_TYPES, NAMESPACES, p, r, style, t
from tests.readers.leaks.drawings import image, picture
from tests.readers.leaks.leak import SECRET, Leak, joined, part, related_parts, zipped
from tests.readers.leaks.text import OLD

CHART_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART = (
    f'<c:chartSpace xmlns:c="{CHART_SPACE}" {NAMESPACES}><c:pivotSource><c:name>[{SECRET}.xlsx]'
    '</c:name><c:fmtId val="0"/></c:pivotSource><c:chart><c:plotArea><c:layout/><c:barChart>'
    '<c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef>'
    f"<c:f>'C:\\[{SECRET}.xlsx]{SECRET}'!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
    '<c:pt idx="0"><c:v>粮食</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef>'
    f"<c:f>{SECRET}!$B$2</c:f><c:numCache><c:formatCode>General</c:formatCode>"
    '<c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numCache></c:numRef></c:val>'
    f'<c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}"><x xmlns="{SECRET}">{SECRET}'
    '</x></c:ext></c:extLst></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    '<c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
    '</c:plotArea></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    "</c:chartSpace>"
)
CHARTED = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="图表 1"/><a:graphic>'
    f'<a:graphicData uri="{CHART_SPACE}"><c:chart xmlns:c="{CHART_SPACE}" r:id="rId8"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
CHART_TYPES = CONTENT_TYPES.replace(
    "</Types>",
    '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet"/><Override PartName="/word/charts/chart1.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
)


CHARTS = {
    "the workbook behind a chart": Leak(
        p("甲", CHARTED), ["甲"], ["scrub-embedded"],
        joined(
            part("word/charts/chart1.xml", CHART, "chart", identifier="rId8"),
            part("word/charts/_rels/chart1.xml.rels",
                 related_parts(("rId1", "package", "../embeddings/book.xlsx"))),
            part("word/embeddings/book.xlsx", zipped()),
            part("[Content_Types].xml", CHART_TYPES),
        ),
    ),
    "a chart that is not there": Leak(p("甲", CHARTED), ["甲"], []),
}  # fmt: skip


CORE = "".join(
    f"<{name}>{SECRET}</{name}>"
    for name in (
        "dc:creator", "cp:lastModifiedBy", "dc:description", "cp:category", "cp:keywords",
        "dc:subject", "cp:contentStatus", "dc:title",
    )
)  # fmt: skip
EXTENDED = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'extended-properties"><Company>{SECRET}</Company><Manager>{SECRET}</Manager>'
    f"<Template>{SECRET}</Template></Properties>"
)
PROPERTIES = joined(
    {"core": CORE},
    part("docProps/app.xml", EXTENDED),
    part("docProps/custom.xml", EXTENDED.replace("extended", "custom")),
    part("docProps/thumbnail.jpeg", SECRET),
    part("_rels/.rels", related_parts(
        ("rId1", "officeDocument", "word/document.xml"),
        ("rId2", "core-properties", "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
        ("rId4", "custom-properties", "docProps/custom.xml"),
        ("rId5", "thumbnail", "docProps/thumbnail.jpeg"),
    )),
)  # fmt: skip
SETTINGS = (
    f'<w:settings {NAMESPACES} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    f'mc:Ignorable="w14"><w:writeProtection w:recommended="1"/>'
    '<w:attachedTemplate r:id="rId1"/>'
    f'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="{SECRET}"/>'
    "</w:mailMerge><w:trackRevisions/>"
    f'<w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="{SECRET}"/>'
    '<w:defaultTabStop w:val="420"/>'
    f'<w:docVars><w:docVar w:name="a" w:val="{SECRET}"/></w:docVars>'
    f'<w:rsids><w:rsidRoot w:val="{SECRET}"/></w:rsids><w:themeFontLang w:val="en-US"/>'
    f'<w14:docId w14:val="{SECRET}"/></w:settings>'
)
ACCENTS = [f"accent{number}" for number in range(1, 7)]
COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="000000"/></a:{name}>'
    for name in ("dk1", "lt1", "dk2", "lt2", *ACCENTS, "hlink", "folHlink")
)
FONT_PAIR = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
THEME = (
    f'<a:theme {NAMESPACES} name="{SECRET}"><a:themeElements><a:clrScheme name="{SECRET}">{COLOURS}'
    f'</a:clrScheme><a:fontScheme name="Office"><a:majorFont>{FONT_PAIR}</a:majorFont><a:minorFont>'
    f'{FONT_PAIR}</a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>'
    + "<a:noFill/>" * 3
    + "</a:fillStyleLst><a:lnStyleLst>" + "<a:ln/>" * 3 + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + "</a:effectStyleLst><a:bgFillStyleLst>" + "<a:noFill/>" * 3
    + f'</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:extLst><a:ext uri="{{{SECRET}}}"/>'
    "</a:extLst></a:theme>"
)  # fmt: skip
FONTS = (
    f'<w:fonts {NAMESPACES}><w:font w:name="仿宋"><w:embedRegular r:id="rId1" '
    f'w:fontKey="{{{SECRET}}}"/></w:font></w:fonts>'
)
HIDING_PLACES = (
    f'<!--{SECRET}--><?x {SECRET}?><w:p xmlns:s="urn:{SECRET}" s:a="{SECRET}"><s:b s:c="{SECRET}">'
    f"{r('甲')}</s:b>{SECRET}<w:r><w:rPr><s:d/></w:rPr>{t('乙')}</w:r></w:p>"
)

PACKAGE = {
    "properties": Leak(p("甲"), ["甲"], ["scrub-properties", "scrub-thumbnail"], PROPERTIES),
    "settings": Leak(
        p("甲"), ["甲"], ["scrub-protection", "scrub-settings", "scrub-traces"],
        joined(
            part("word/settings.xml", SETTINGS, "settings"),
            part("word/_rels/settings.xml.rels",
                 related_parts(("rId1", "attachedTemplate", f"file:///C:/{SECRET}.dotm"))),
        ),
    ),
    "a theme": Leak(
        p("甲"), ["甲"], ["scrub-names"],
        part("word/theme/theme1.xml", THEME, "theme", target="theme/theme1.xml"),
    ),
    "embedded fonts": Leak(
        p("甲"), ["甲"], ["scrub-fonts"],
        joined(
            part("word/fontTable.xml", FONTS, "fontTable"),
            part("word/_rels/fontTable.xml.rels",
                 related_parts(("rId1", "font", "fonts/font1.odttf"))),
            part("word/fonts/font1.odttf", SECRET),
        ),
    ),
    "macros": Leak(
        p("甲"), ["甲"], ["scrub-macros"],
        joined(
            part("word/vbaProject.bin", zipped(), "vbaProject"),
            part("word/vbaData.xml", SECRET),
            part("[Content_Types].xml", CONTENT_TYPES.replace(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml")),
        ),
    ),
    "custom XML": Leak(
        p("甲"), ["甲"], ["scrub-custom-xml"],
        part("customXml/item1.xml", f"<a>{SECRET}</a>", "customXml", target="/customXml/item1.xml"),
    ),
    "the settings of a printer": Leak(
        p("甲", properties='<w:sectPr><w:printerSettings r:id="rId9"/></w:sectPr>') + p("乙"),
        ["甲", "乙"], ["scrub-printers"],
        part("word/printerSettings/printerSettings1.bin", SECRET, "printerSettings"),
    ),
    "building blocks": Leak(
        p("甲"), ["甲"], ["scrub-glossary"],
        part("word/glossary/document.xml", f"<a>{SECRET}</a>", "glossaryDocument"),
    ),
    "a part that nobody has heard of": Leak(
        p("甲"), ["甲"], ["scrub-parts"], part("word/later.xml", f"<a>{SECRET}</a>", "later")
    ),
    "places that are no places": Leak(HIDING_PLACES, ["甲乙"], []),
    "revisions in styles and numbers": Leak(
        p("甲"), ["甲"], ["scrub-revisions", "scrub-traces"],
        {"styles": style("a", "a", f'<w:rsid w:val="{SECRET}"/><w:rPr><w:b/>{OLD}</w:rPr>')},
    ),
    "packed data in a picture of a member": Leak(
        p("甲", picture()), ["甲"], ["scrub-pictures"],
        image(images.png(more=[(b"zTXt", b"a\0\0" + zlib.compress(SECRET.encode() * 9))])),
    ),
}  # fmt: skip
