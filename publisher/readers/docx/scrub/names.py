"""What stays in a copy and what goes, as tables. Whatever is in none of them goes.

Namespaces, kinds of parts, extensions and field codes are lists of what may stay: what a new
version of Word invents tomorrow is not passed on by somebody who never heard of it. Within the
namespaces of the standard, elements and attributes are lists of what goes.
"""

from __future__ import annotations

from publisher.readers.docx.ooxml import MC, PIC, WP, WPG, WPS, A, M, O, R, V, W

WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
W10 = "{urn:schemas-microsoft-com:office:word}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C14 = "{http://schemas.microsoft.com/office/drawing/2007/8/2/chart}"
CDR = "{http://schemas.openxmlformats.org/drawingml/2006/chartDrawing}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
LC = "{http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"

KNOWN = frozenset(
    (W, R, M, A, WP, PIC, WPG, WPS, WPC, MC, V, O, W10, W14, WP14, C, C14, CDR, DGM, LC, ADEC)
)
"""Namespaces, in braces, whose elements and attributes stay."""
EXTENDING = frozenset((W14, WP14, C14))
"""Those that stand among the elements of others, so that ``mc:Ignorable`` must name them."""

GRAPHICS = frozenset(space[1:-1] for space in (PIC, WPG, WPS, WPC, C, DGM, LC))
"""What ``a:graphicData`` may hold, by its URI (20.1.2.2.17)."""
KEPT_EXTENSIONS = frozenset({"{C183D7F6-B498-43B3-948B-1728B52AA6E4}"})
"""``a:ext`` by its URI: that a picture is decoration. Others hold the picture before it was
retouched, its drawing as SVG, videos, identities of objects, series that a chart filters out."""

TEXT = frozenset(
    (
        W + "t", W + "delText", W + "instrText", W + "delInstrText", M + "t", A + "t",
        WP + "align", WP + "posOffset",
        *(WP14 + name for name in ("pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset")),
        *(C + name for name in ("v", "f", "formatCode", "separator")),
    )
)  # fmt: skip
"""Elements with characters between their tags. What others have there nobody shows."""

RSID = W + "rsid"
DROPPED_ATTRIBUTES = frozenset(
    (
        *(W + name for name in ("author", "date", "initials", "conformance")),
        W14 + "paraId", W14 + "textId", WP14 + "anchorId", WP14 + "editId",
        *(MC + name for name in ("ProcessContent", "PreserveElements", "PreserveAttributes",
                                 "MustUnderstand")),
        R + "link", R + "href", R + "pict",
        # VML: the drawing once more as a package in base64, where a picture came from.
        *(O + name for name in ("gfxdata", "href", "althref", "relid", "ole", "spid", "oleid")),
        "src", "href", "target", "macro", "textlink",
    )
)  # fmt: skip
"""Attributes that no part of a copy has."""

UNWRAPPED: dict[str, str] = {
    W + "ins": "scrub-revisions",
    W + "moveTo": "scrub-revisions",
    W14 + "conflictIns": "scrub-revisions",
    W + "customXml": "scrub-controls",
    W + "smartTag": "scrub-controls",
}
"""Elements that go while their content stays, with the notice that counts them."""

GONE = frozenset((W + "del", W + "moveFrom", W14 + "conflictDel"))
"""Elements that go with their content, except where they mark something else as deleted."""
MARKED = frozenset((*(W + name for name in ("rPr", "trPr", "numPr")), M + "ctrlPr"))
"""Where an element of ``GONE`` stands for what is around it: a paragraph mark, a row, a bar."""

REMOVED: dict[str, str | None] = {
    **dict.fromkeys(
        (W + name for name in (
            "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
            "tblGridChange", "trPrChange", "tcPrChange", "numberingChange", "cellIns", "delText",
            "delInstrText",
        )),
        "scrub-revisions",
    ),
    **dict.fromkeys(
        (W + name for name in (
            "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
            "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
            "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
            "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "customXmlPr", "smartTagPr",
            "commentRangeStart", "commentRangeEnd", "annotationRef", "proofErr", "permEnd",
            "divId", "fldData", "printerSettings",
        )),
        None,
    ),
    **dict.fromkeys(
        (W14 + name for name in (
            "customXmlConflictInsRangeStart", "customXmlConflictInsRangeEnd",
            "customXmlConflictDelRangeStart", "customXmlConflictDelRangeEnd",
        )),
        None,
    ),
    W + "commentReference": "scrub-comments",
    W + "permStart": "scrub-protection",
    W + "rsid": "scrub-traces",
    **dict.fromkeys(  # the parts that these brought are counted as parts
        (
            *(W + name for name in (
                "altChunk", "subDoc", "control", "objectEmbed", "objectLink", "movie",
                "contentPart",
            )),
            *(A + name for name in ("videoFile", "audioFile", "wavAudioFile", "quickTimeFile",
                                    "snd")),
            O + "OLEObject", W14 + "contentPart", C + "externalData",
        ),
        None,
    ),
    **dict.fromkeys((O + "signatureline", O + "ink"), "scrub-embedded"),
    **dict.fromkeys(
        (W + name for name in ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")),
        "scrub-fonts",
    ),
    **dict.fromkeys((C + name for name in ("pivotSource", "pivotFmts", "printSettings")), None),
}  # fmt: skip
"""Elements that go with their content; None where another notice counts them."""

KEPT_FIELDS = frozenset(
    {
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "SEQ",
        "STYLEREF", "TOC", "HYPERLINK", "EQ", "SYMBOL", "LISTNUM", "AUTONUM", "AUTONUMLGL",
        "AUTONUMOUT",
    }
)  # fmt: skip
"""Fields that stay alive: they tell of the document itself, and their codes of nobody. Of others
the shown result stays as text: authors, file names, dates, variables, conditions, citations."""

SETTINGS = frozenset(
    (
        *(W + name for name in (
            "removePersonalInformation", "removeDateAndTime", "displayBackgroundShape",
            "printPostScriptOverText", "printFractionalCharacterWidth", "mirrorMargins",
            "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
            "gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
            "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting",
            "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing",
            "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery",
            "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin",
            "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData",
            "noPunctuationKerning", "characterSpacingControl", "printTwoOnOne",
            "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "footnotePr",
            "endnotePr", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol",
            "listSeparator",
        )),
        M + "mathPr",
    )
)  # fmt: skip
"""Settings (17.15.1) that decide how the text is laid out."""
TOLD_SETTINGS: dict[str, str] = {
    W + "rsids": "scrub-traces",
    W14 + "docId": "scrub-traces",
    **dict.fromkeys(
        (W + name for name in ("documentProtection", "writeProtection")), "scrub-protection"
    ),
    **dict.fromkeys(
        (W + name for name in (
            "docVars", "attachedTemplate", "mailMerge", "saveThroughXslt", "attachedSchema",
            "captions",
        )),
        "scrub-settings",
    ),
}  # fmt: skip
"""Settings whose loss a person is told of; the rest is how somebody looked at the text."""
