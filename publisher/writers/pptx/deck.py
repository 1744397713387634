"""The parts of a deck and how they refer to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from publisher.errors import InternalError
from publisher.geometry import Size
from publisher.options import Options
from publisher.plan import Attachment, Chart, Image, Plan, Sheet
from publisher.record import NamedTuple
from publisher.seal import BLANK
from publisher.theme.model import Theme
from publisher.writers.pptx import (
    handout,
    notes,
    paper,
    presentation,
    props,
    slides,
    tables,
    theme_part,
)
from publisher.writers.pptx.ground import Ground, drawn_ground
from publisher.writers.pptx.package import Media, Part, pack
from publisher.writers.pptx.text import typesetter_for

if TYPE_CHECKING:
    from publisher.writers.pptx.fonts import Embedded

_EXTENSIONS = {
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/bmp": "bmp",
    "image/tiff": "tiff", "image/x-emf": "emf", "image/x-wmf": "wmf",
}  # fmt: skip


class Carried(NamedTuple):
    """Fonts that a deck carries with it, and the theme of its slides, which names them."""

    theme: Theme
    fonts: Sequence[Embedded]


def deck(
    plan: Plan,
    theme: Theme,
    options: Options,
    kind: str = presentation.CONTENT_TYPE,
    carried: Carried | None = None,
) -> bytes:
    """The whole package of ``plan`` in ``theme``; ``kind`` is its main part's content type.

    Slides are in the fonts that are ``carried``, notes and handouts in those of the machine.
    Raises InternalError ``bug`` for an attachment that no deck can carry, or that has no slide.
    """
    return _Deck(plan, theme, options, carried).pack(kind)


class _Deck:
    """Collects parts; each knows its relationships, so the order of making them is free."""

    def __init__(self, plan: Plan, theme: Theme, options: Options, carried: Carried | None) -> None:
        self._plan = plan
        self._pages_theme = paper.on_paper(theme)
        self._theme = carried.theme if carried else theme
        self._embedded = carried.fonts if carried else ()
        self._options = options
        self._typesetter = typesetter_for(self._theme.fonts)
        self._parts: list[Part] = []
        self._names: set[str] = set()
        self._media: dict[bytes, Part] = {}
        self._charts = 0
        self._documents = 0

    def pack(self, kind: str) -> bytes:
        root = Part("", "")
        main = self._add("ppt/presentation.xml", kind)
        root.relate("officeDocument", main)
        self._properties(root, main)
        ground = self._ground(main)
        notes_master = self._notes_master()
        pages = self._slides(ground, notes_master)
        references = presentation.References(
            [(id_, main.relate("slideMaster", part)) for id_, part in ground.masters],
            main.relate("notesMaster", notes_master),
            main.relate("handoutMaster", self._handout_master()),
            [main.relate("slide", page) for page in pages],
            self._fonts(main),
        )
        main.body = presentation.presentation_xml(self._plan, self._typesetter, references)
        return pack(root, self._parts, BLANK, self._theme.name)

    def _add(self, name: str, content_type: str, body: str | bytes = "") -> Part:
        return self._add_part(Part(name, content_type, body))

    def _add_part(self, part: Part) -> Part:
        """Adds a part, under another number where a template has one of its name."""
        stem, dot, extension = part.name.rpartition(".")
        number = 1
        while part.name.casefold() in self._names:
            number += 1
            part.name = f"{stem}-{number}{dot}{extension}"
        self._names.add(part.name.casefold())
        self._parts.append(part)
        return part

    def _theme_part(self, number: int, theme: Theme) -> Part:
        """A theme part: a master each, never shared (ECMA-376 13.3.8)."""
        xml = theme_part.theme_xml(theme)
        return self._add(f"ppt/theme/theme{number}.xml", theme_part.CONTENT_TYPE, xml)

    def _properties(self, root: Part, main: Part) -> None:
        core, app = props.core_xml(self._plan.meta), props.app_xml(self._plan)
        root.relate("core-properties", self._add("docProps/core.xml", props.CORE_TYPE, core))
        root.relate("extended-properties", self._add("docProps/app.xml", props.APP_TYPE, app))
        for kind, content_type, xml in (
            ("presProps", props.PRESENTATION_TYPE, props.presentation_properties_xml()),
            ("viewProps", props.VIEW_TYPE, props.view_properties_xml()),
            ("tableStyles", tables.STYLES_CONTENT_TYPE, tables.table_styles_xml()),
        ):
            main.relate(kind, self._add(f"ppt/{kind}.xml", content_type, xml))

    def _ground(self, main: Part) -> Ground:
        """What the slides stand on: the theme's drawings, or a template's own layouts."""
        if not self._theme.package:
            theme = self._theme_part(1, self._theme)
            main.relate("theme", theme)
            return drawn_ground(self._plan, self._theme, self._typesetter, theme, self._add)
        from publisher.writers.pptx.template.ground import foreign_ground, in_its_colours

        self._plan = in_its_colours(self._plan, self._theme)
        parts, ground = foreign_ground(self._theme)
        for part in parts:
            self._add_part(part)
        main.relate("theme", next(p for p in parts if p.content_type == theme_part.CONTENT_TYPE))
        return ground

    def _notes_master(self) -> Part:
        part = self._add(
            "ppt/notesMasters/notesMaster1.xml",
            notes.MASTER_CONTENT_TYPE,
            notes.notes_master_xml(self._typesetter, self._plan.size),
        )
        part.relate("theme", self._theme_part(2, self._pages_theme))
        return part

    def _fonts(self, main: Part) -> str:
        """The list of embedded fonts, its files as parts."""
        if not self._embedded:
            return ""
        from publisher.writers.pptx import fonts

        ids: list[list[str]] = []
        number = 0
        for font in self._embedded:
            ids.append([])
            for _, data in font.files:
                number += 1
                name = f"ppt/fonts/font{number}.fntdata"
                part = Media(name, fonts.CONTENT_TYPE, data, packed=False)
                ids[-1].append(main.relate("font", self._add_part(part)))
        return fonts.font_list(list(zip(self._embedded, ids)))

    def _handout_master(self) -> Part:
        part = self._add(
            "ppt/handoutMasters/handoutMaster1.xml",
            handout.CONTENT_TYPE,
            handout.handout_master_xml(self._plan),
        )
        part.relate("theme", self._theme_part(3, self._pages_theme))
        return part

    def _slides(self, ground: Ground, notes_master: Part) -> list[Part]:
        sheets = self._plan.sheets
        pages = [
            self._add(f"ppt/slides/slide{number}.xml", slides.CONTENT_TYPE)
            for number in range(1, len(sheets) + 1)
        ]
        titles = [slides.title_of(sheet) for sheet in sheets]
        around = slides.Surroundings(
            self._typesetter, pages, titles, self._picture, self._chart, self._attached,
            self._options.animate,
        )  # fmt: skip
        attached = self._attachments()
        for number, (sheet, page) in enumerate(zip(sheets, pages), 1):
            standing = ground.under(sheet.layout)
            page.relate("slideLayout", standing.layout)
            if sheet.notes or sheet.notes_head:
                page.relate("notesSlide", self._notes(number, sheet, page, notes_master))
            xml = slides.slide_xml(sheet, standing, page, around, attached[number - 1])
            page.body = xml.encode("utf-8")
        return pages

    def _notes(self, number: int, sheet: Sheet, page: Part, notes_master: Part) -> Part:
        part = self._add(
            f"ppt/notesSlides/notesSlide{number}.xml",
            notes.CONTENT_TYPE,
            notes.notes_xml(sheet.notes, sheet.notes_head).encode("utf-8"),
        )
        part.relate("notesMaster", notes_master)
        part.relate("slide", page)
        return part

    def _attachments(self) -> list[list[Attachment]]:
        """Those of each sheet. Raises InternalError ``bug`` where one has no sheet to stand on."""
        by_sheet: list[list[Attachment]] = [[] for _ in self._plan.sheets]
        for attachment in self._plan.attachments:
            if not 0 <= attachment.sheet < len(by_sheet):
                raise InternalError("bug", detail=f"{attachment.name} has no slide to stand on")
            by_sheet[attachment.sheet].append(attachment)
        return by_sheet

    def _picture(self, image: Image) -> Part:
        """The media part of a picture."""
        extension = _EXTENSIONS.get(image.media_type, image.media_type.rpartition("/")[2])
        return self._medium(image.data, image.media_type, extension)

    def _medium(self, data: bytes, media_type: str, extension: str) -> Part:
        """A part for what is seen; the same picture twice is one part."""
        if data not in self._media:
            name = f"ppt/media/image{len(self._media) + 1}.{extension}"
            self._media[data] = self._add_part(Media(name, media_type, data))
        return self._media[data]

    def _chart(self, chart: Chart) -> Part:
        """The part of a chart, with the workbook that its numbers come from."""
        from publisher.writers.pptx import charts, workbook

        self._charts += 1
        part = self._add(f"ppt/charts/chart{self._charts}.xml", charts.CONTENT_TYPE)
        name = f"ppt/embeddings/Microsoft_Excel_Sheet{self._charts}.xlsx"
        book = self._add_part(Media(name, charts.WORKBOOK_TYPE, workbook.workbook(chart)))
        part.body = charts.chart_xml(chart, part.relate("package", book))
        return part

    def _attached(self, attachment: Attachment) -> tuple[Part, Part]:
        """The parts of an attached document: itself, and the icon that it is opened by."""
        from publisher.writers.pptx import attachments, icon

        _, stem, extension = attachments.program(attachment)
        self._documents += 1
        name = f"ppt/embeddings/{stem}{self._documents}.{extension}"
        document = self._add_part(Media(name, attachment.media_type, attachment.data))
        size = Size(attachment.frame.width, attachment.frame.height)
        picture = icon.icon(size, self._theme.palette)
        return document, self._medium(picture, "image/png", "png")
