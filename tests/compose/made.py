"""Scripts made for tests: from a few lines, from the examples, from the annotated speeches."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from publisher.compose import compose
from publisher.events import Notice
from publisher.manuscript import Run, SourceRef
from publisher.options import Options
from publisher.outline.infer import understand
from publisher.readers import read
from publisher.script import Role, Script, Slide
from publisher.speech import Piece, Speech
from publisher.treatment import Treatment
from tests.conftest import EXAMPLES
from tests.corpus.files import build
from tests.corpus.parse import HALVES, load
from tests.outline.build import manuscript

FORMS = ("bare", "styles")
TITLE = ("在全县工作会议上的讲话", "同志们：")


def piece(text: str, paragraph: int = 0) -> Piece:
    return Piece(SourceRef(paragraph, 0, len(text)), (Run(text),))


def speech_of(*sources: object) -> Speech:
    return understand(manuscript(*sources))[0]


def made(*sources: object, **options: object) -> Script:
    """The script of a few lines, with these options."""
    return compose(speech_of(*sources), Options(**options))[0]  # type: ignore[arg-type]


def treated(
    speech: Speech, *wanted: tuple[str, Treatment], **options: object
) -> tuple[Script, list[Notice]]:
    script, notices = compose(speech, Options(**options), wanted)  # type: ignore[arg-type]
    return script, list(notices)


def of_role(script: Script, role: Role) -> list[Slide]:
    return [slide for slide in script.slides if slide.role is role]


def titles(slide: Slide) -> list[str]:
    return [point.title.text for point in slide.points]


def pieces_on(slide: Slide) -> Iterator[Piece]:
    """Every piece that is set on a slide."""
    for given in (slide.title, slide.quotation, slide.place, *(piece for _, piece in slide.lines)):
        if given is not None:
            yield given
    for point in slide.points:
        yield point.title
        if point.support:
            yield point.support
    yield from (entry.title for entry in slide.entries)
    yield from (text for text in slide.text if not text.note)


@cache
def speeches() -> dict[str, Speech]:
    """All examples, and the annotated speeches in two forms, understood."""
    found = {path.stem: understand(read(path)[0])[0] for path in EXAMPLES}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "speech.docx"
        for half in HALVES:
            for annotated in load(half):
                for form in FORMS:
                    file.write_bytes(build(annotated, form))
                    found[f"{annotated.name}-{form}"] = understand(read(file)[0])[0]
    return found
