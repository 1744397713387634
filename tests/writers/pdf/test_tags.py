"""The structure that a program reading aloud finds (ISO 32000-1 14.7 and 14.8)."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from publisher.geometry import Rect, mm, pt
from publisher.options import Options
from publisher.plan import Chart, Grid, GridCell, Image, Item, Part, Plan, Series, Shape, Text
from publisher.writers.pdf import write
from tests.writers.pdf import reading
from tests.writers.pdf.plans import BLACK, TYPEFACES, page_plan, set_line, text_of

FRAME = Rect(mm(20), mm(20), mm(40), mm(20))


def words(text: str, role: str = "P", **fields: object) -> Text:
    return text_of(set_line(text), role=role, **fields)


def spoken(plan: Plan) -> list[Any]:
    """The elements below Document as ["P", "text"], nested, with what pages show in them."""
    with reading.open_pdf(write(plan, None, TYPEFACES, Options())[0]) as pdf:
        shown = [_by_mcid(pdf, i) for i in range(len(pdf.pages))]
        pages = {page.obj.objgen: i for i, page in enumerate(pdf.pages)}

        def kid(value: Any, page: int | None) -> Any:
            if isinstance(value, int):
                assert page is not None
                return shown[page][value]
            if value.get("/Type") == "/MCR":
                return shown[pages[value.Pg.objgen]][value.MCID]
            if value.get("/Type") == "/OBJR":
                return str(value.Obj.Subtype)
            return element(value)

        def element(value: Any) -> list[Any]:
            page = pages[value.Pg.objgen] if "/Pg" in value else None
            kids = value.get("/K", pikepdf.Array())
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            return [str(value.S)[1:], *(kid(each, page) for each in kids)]

        (document,) = pdf.Root.StructTreeRoot.K
        return element(document)[1:]


def _by_mcid(pdf: pikepdf.Pdf, page: int) -> dict[int, str]:
    texts = reading.fonts(pdf)
    found: dict[int, str] = {}
    font, mcid = "", None
    for operands, operator in pikepdf.parse_content_stream(pdf.pages[page]):
        match str(operator):
            case "BDC":
                mcid = operands[1].get("/MCID")
                if mcid is not None:
                    found[int(mcid)] = ""
            case "EMC":
                mcid = None
            case "Tf":
                font = str(operands[0])
            case "TJ" if mcid is not None:
                codes = b"".join(bytes(p) for p in operands[0] if isinstance(p, pikepdf.String))
                found[int(mcid)] += "".join(
                    texts[font].texts[int.from_bytes(codes[i : i + 2], "big")]
                    for i in range(0, len(codes), 2)
                )
    return found


def test_the_title_is_the_first_heading_and_the_others_are_below_it() -> None:
    items = (words("题目", "Title"), words("一、甲", "H1"), words("文"), words("（一）乙", "H2"))
    assert spoken(page_plan(items)) == [
        ["H1", "题目"], ["H2", "一、甲"], ["P", "文"], ["H3", "（一）乙"],
    ]  # fmt: skip
    assert spoken(page_plan(items[1:3])) == [["H1", "一、甲"], ["P", "文"]]


def test_a_paragraph_over_two_pages_is_one_element_around_the_page_number() -> None:
    parts = (Part(0, "H2"), Part(3, "P"))
    first = words("甲乙。丙丁", element="段", parts=parts)
    second = words("戊己", element="段", parts=parts, start=5)
    number = words("1", "Artifact")
    assert spoken(page_plan((first, number), (second, words("庚")))) == [
        ["H1", "甲乙。"], ["P", "丙丁", "戊己"], ["P", "庚"],
    ]  # fmt: skip


def test_a_heading_that_a_page_divides_goes_on() -> None:
    parts = (Part(0, "H2"), Part(3, "P"))
    first = words("甲乙", element="段", parts=parts)
    second = words("丙丁", element="段", parts=parts, start=2)
    assert spoken(page_plan((first,), (second,))) == [["H1", "甲乙", "丙"], ["P", "丁"]]


def test_numbered_paragraphs_are_a_list_that_ends_with_other_text() -> None:
    def item(text: str, name: str) -> Text:
        return words(text, "LI", element=name, parts=(Part(0, "Lbl"), Part(2, "LBody")))

    items = (item("1.甲", "a"), item("2.乙", "b"), words("丙"), words("丁", "LI"))
    assert spoken(page_plan(items)) == [
        ["L", ["LI", ["Lbl", "1."], ["LBody", "甲"]], ["LI", ["Lbl", "2."], ["LBody", "乙"]]],
        ["P", "丙"],
        ["L", ["LI", ["LBody", "丁"]]],
    ]  # fmt: skip


def test_points_under_labels_are_a_list_with_headings_in_it() -> None:
    point = [words("1", "Label"), words("甲", "H2"), words("说甲")]
    more = [words("2", "Label"), words("乙", "H2"), words("无号", "H2")]
    title = words("题", "H1")
    assert spoken(page_plan((title, *point, *more), (title, words("文")))) == [
        ["H1", "题"],
        ["L",
         ["LI", ["Lbl", "1"], ["LBody", ["H2", "甲"], ["P", "说甲"]]],
         ["LI", ["Lbl", "2"], ["LBody", ["H2", "乙"]]]],
        ["H2", "无号"],
        ["H1", "题"],
        ["P", "文"],
    ]  # fmt: skip


def test_contents_lead_to_their_sheets() -> None:
    agenda = (words("1", "Label"), words("甲", "TOCI", link=1), words("乙", "TOCI", link=1))
    place = words("甲", "Artifact", link=0)
    assert spoken(page_plan(agenda, (place, words("文", link=0)))) == [
        ["TOC",
         ["TOCI", ["Lbl", "1"], ["Reference", ["Link", "/Link", "甲"]]],
         ["TOCI", ["Reference", ["Link", "/Link", "乙"]]]],
        ["Link", "/Link"],
        ["P", ["Link", "/Link", "文"]],
    ]  # fmt: skip


def test_notes_and_quotations_hold_paragraphs() -> None:
    note = words("①注", "Note", element="n", parts=(Part(0, "Lbl"), Part(1, "P")))
    rest = words("续", "Note", element="n", start=2, parts=note.parts)
    quote = words("引文", "BlockQuote", element="q")
    assert spoken(page_plan((quote, note), (rest,))) == [
        ["BlockQuote", ["P", "引文"]], ["Note", ["Lbl", "①"], ["P", "注", "续"]],
    ]  # fmt: skip


def grid(rows: list[list[tuple[str, str]]], **fields: Any) -> Grid:
    cells = tuple(
        GridCell(r, c, words(text, role))
        for r, row in enumerate(rows)
        for c, (text, role) in enumerate(row)
    )
    count = len(rows[0])
    return Grid(FRAME, (mm(20),) * count, (mm(10),) * len(rows), cells, 1, BLACK, **fields)


def test_a_table_that_goes_on_is_one_table_with_its_header_once() -> None:
    first = grid([[("指标", "TH"), ("数", "TH")], [("甲", "TD"), ("1", "TD")]], element="表")
    second = grid([[("指标", "Artifact"), ("数", "Artifact")], [("乙", "TD"), ("2", "TD")]],
                  element="表")  # fmt: skip
    assert spoken(page_plan((first,), (second,))) == [
        ["Table",
         ["TR", ["TH", "指标"], ["TH", "数"]],
         ["TR", ["TD", "甲"], ["TD", "1"]],
         ["TR", ["TD", "乙"], ["TD", "2"]]],
    ]  # fmt: skip


def test_what_is_said_of_elements() -> None:
    chart = Chart(FRAME, "column", ("甲",), (Series("数", (1.0,)),),
                  (Shape(FRAME, fill=BLACK), words("1")), alt="甲 1")  # fmt: skip
    items: tuple[Item, ...] = (
        words("Good morning, dear friends.", language="en"),
        grid([[("指标", "TH")], [("甲", "TD")]]),
        chart,
        Shape(FRAME, fill=BLACK, alt="一条线"),
        Shape(FRAME, fill=BLACK),
        words("1.甲", "LI", parts=(Part(0, "Lbl"), Part(2, "LBody"))),
        words("①注", "Note", parts=(Part(0, "Lbl"), Part(1, "P"))),
    )
    with reading.open_pdf(write(page_plan(items), None, TYPEFACES)[0]) as pdf:
        root = pdf.Root.StructTreeRoot
        text, table, figure, line, numbered, note = root.K[0].K
        assert text.Lang == "en"
        assert str(table.K[0].K.A.Scope) == "/Column"
        assert (figure.S, figure.Alt) == ("/Figure", "甲 1")
        assert (line.S, line.Alt) == ("/Figure", "一条线")
        assert numbered.A.ListNumbering == "/Decimal"
        assert root.IDTree.Names[1].objgen == note.objgen
        assert pdf.Root.MarkInfo.Marked


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_picture_of_which_nothing_is_said_is_called_a_picture(language: str) -> None:
    from io import BytesIO

    from PIL import Image as Pillow

    out = BytesIO()
    Pillow.new("L", (4, 4)).save(out, "PNG")
    picture = Image(FRAME, out.getvalue(), "image/png", "")
    plan = page_plan((picture, picture._replace(role="Artifact")))
    plan = plan._replace(meta=plan.meta._replace(language=language))
    with reading.open_pdf(write(plan, None, TYPEFACES)[0]) as pdf:
        figure = pdf.Root.StructTreeRoot.K[0].K
        assert str(figure.Alt) == {"zh-CN": "图片", "en": "Picture"}[language]


def test_everything_that_is_drawn_is_marked() -> None:
    items = (
        Shape(FRAME, fill=BLACK),
        Shape(FRAME, fill=BLACK),
        words("甲"),
        words("1", "Artifact"),
    )
    with reading.open_pdf(write(page_plan(items), None, TYPEFACES)[0]) as pdf:
        marks = [
            str(operator) if str(operator) == "EMC" else str(operands[0])
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) in {"BDC", "EMC"}
        ]
    assert marks == ["/Artifact", "EMC", "/P", "EMC", "/Artifact", "EMC"]


def test_each_page_and_link_leads_back_to_its_elements() -> None:
    plan = page_plan((words("甲"), words("乙", link=1)), (words("丙"),))
    with reading.open_pdf(write(plan, None, TYPEFACES)[0]) as pdf:
        tree = pdf.Root.StructTreeRoot.ParentTree.Nums
        numbers = {int(tree[i]): tree[i + 1] for i in range(0, len(tree), 2)}
        assert [int(page.obj.StructParents) for page in pdf.pages] == [0, 1]
        assert [str(element.S) for element in numbers[0]] == ["/P", "/Link"]
        (link,) = pdf.pages[0].obj.Annots
        assert numbers[int(link.StructParent)].objgen == numbers[0][1].objgen
        assert str(link.Contents) == "乙"
        assert pdf.pages[0].obj.Tabs == "/S"
        assert "/Tabs" not in pdf.pages[1].obj


def test_parts_cut_runs_and_lines_at_their_characters() -> None:
    one = set_line("一、甲乙", at=(mm(28), mm(50)), size=pt(16))
    two = set_line("丙。丁", at=(mm(28), mm(60)), size=pt(16))
    text = text_of(one, two, parts=(Part(0, "Lbl"), Part(2, "H2"), Part(6, "P")))
    assert spoken(page_plan((text,))) == [["Lbl", "一、"], ["H1", "甲乙丙。"], ["P", "丁"]]
