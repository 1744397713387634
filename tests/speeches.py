"""Small speeches for tests: real .docx packages with the fewest parts that Word accepts."""

from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)

SPEECH = (
    "在全校读书活动启动仪式上的讲话",
    "同志们：",
    "今天我们启动读书活动，目的是让好书走进每一间教室。",
    "一、认识读书的意义",
    "读书使人明理。一要读经典，打牢根基。二要读专业，增长本领。",
    "二、养成读书的习惯",
    "每天读半小时，一年就是一百八十小时。",
    "谢谢大家！",
)


def make_speech(file: Path, paragraphs: tuple[str, ...] = SPEECH) -> Path:
    """A .docx of plain paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    file.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONSHIPS)
        package.writestr("word/document.xml", document)
    return file
