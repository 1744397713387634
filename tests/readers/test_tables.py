"""Tables: spans, header rows, widths; their paragraphs count in reading order."""

from publisher.manuscript import Paragraph, Table
from tests.readers.build import cell, p, r, row, table
from tests.readers.test_notes import note, refer, with_notes


def shape(found):
    """Of the only table: rows of (text, columns, rows)."""
    (the_table,) = [b for b in found.manuscript.blocks if isinstance(b, Table)]
    return [
        [("/".join(q.text for q in c.paragraphs), c.columns, c.rows) for c in line]
        for line in the_table.rows
    ]


def only_table(found):
    (the_table,) = [b for b in found.manuscript.blocks if isinstance(b, Table)]
    return the_table


def span(columns):
    return f'<w:gridSpan w:val="{columns}"/>'


def test_cells_hold_their_paragraphs_in_reading_order(read):
    found = read(p("前"), table(row("项目", cell("投资", "万元")), row("道路", "三百")), p("后"))
    assert [type(b) for b in found.manuscript.blocks] == [Paragraph, Table, Paragraph]
    assert found.texts == ["前", "项目", "投资", "万元", "道路", "三百", "后"]
    assert [q.cues.in_table for q in found.paragraphs] == [False, *[True] * 5, False]
    assert shape(found)[0] == [("项目", 1, 1), ("投资/万元", 1, 1)]


def test_spans_across_columns_and_rows(read):
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = read(
        table(
            row(cell("合计", properties=span(2)), "丙"),
            row(cell("甲", properties=restart), "乙", "丙"),
            row(cell(p(), properties=on), "乙", "丙"),
            row(cell(p(), properties='<w:vMerge w:val="continue"/>'), "乙", "丙"),
            widths=(1000, 2000, 3000),
        )
    )
    assert shape(found) == [
        [("合计", 2, 1), ("丙", 1, 1)],
        [("甲", 1, 3), ("乙", 1, 1), ("丙", 1, 1)],
        [("乙", 1, 1), ("丙", 1, 1)],
        [("乙", 1, 1), ("丙", 1, 1)],
    ]
    assert only_table(found).widths == (1000, 2000, 3000)


def test_a_continued_cell_with_words_of_its_own_loses_nothing(read):
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = read(
        table(row(cell("甲", properties=restart), "乙"), row(cell("丙", properties=on), "丁"),
              row(cell(p(), properties=on), "戊"))
    )  # fmt: skip
    assert shape(found) == [
        [("甲", 1, 1), ("乙", 1, 1)],
        [("丙", 1, 2), ("丁", 1, 1)],
        [("戊", 1, 1)],
    ]
    assert found.texts == ["甲", "乙", "丙", "丁", "戊"]


def test_old_horizontal_merges_and_skipped_columns(read):
    first, on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    found = read(
        table(row(cell("甲", properties=first), cell(p(), properties=on), "乙"),
              row("丙", "丁", properties='<w:gridBefore w:val="1"/>'))
    )  # fmt: skip
    assert shape(found) == [
        [("甲", 2, 1), ("乙", 1, 1)],
        [("", 1, 1), ("丙", 1, 1), ("丁", 1, 1)],
    ]


def test_a_monstrous_span_is_cut(read):
    found = read(
        table(row(cell("甲", properties=span(1_000_000)), cell("乙", properties=span(-3))))
    )
    assert shape(found) == [[("甲", 63, 1), ("乙", 1, 1)]]
    assert len(only_table(found).widths) == 64


def test_widths_that_are_missing_are_the_mean_of_the_others(read):
    assert only_table(read(table(row("甲", "乙", "丙"), widths=(100, 300)))).widths == (
        100,
        300,
        200,
    )
    assert only_table(read(table(row("甲", "乙")))).widths == (1, 1)


def test_header_rows_are_those_the_file_names(read):
    header = "<w:tblHeader/>"
    found = read(table(row("甲", "乙", properties=header), row("丙", "丁", properties=header),
                       row("1", "2")))  # fmt: skip
    assert only_table(found).header_rows == 2


def test_a_first_row_of_short_words_is_a_header(read):
    assert only_table(read(table(row("项目", "投资"), row("道路", "300")))).header_rows == 1
    assert only_table(read(table(row("2024", "300"), row("2025", "400")))).header_rows == 0
    assert only_table(read(table(row("项目", ""), row("道路", "300")))).header_rows == 0
    assert only_table(read(table(row("只有", "一行")))).header_rows == 0


def test_a_note_makes_a_header_no_longer(read):
    rows = table(row("项目", cell(p("投资", refer(2)))), row("道路", "300"))
    found = read(rows, **with_notes(note(2, "据全县统计公报，单位为万元，按当年价格计算。" * 2)))
    assert only_table(found).header_rows == 1


def test_a_table_in_a_cell_becomes_paragraphs(read):
    found = read(table(row(cell("甲", table(row("乙", "丙")), "丁"), "戊")))
    assert shape(found) == [[("甲/乙/丙/丁", 1, 1), ("戊", 1, 1)]]
    assert found.codes == ["nested-table"]


def test_a_table_without_words_is_no_table(read):
    found = read(p("甲"), table(row(cell(p()), cell(p()))))
    assert [type(b) for b in found.manuscript.blocks] == [Paragraph]


def test_rows_and_cells_in_content_controls_are_read(read):
    wrapped = f"<w:sdt><w:sdtContent>{row('甲', '乙')}</w:sdtContent></w:sdt>"
    inner = f"<w:tr><w:sdt><w:sdtContent>{cell('丙')}</w:sdtContent></w:sdt>{cell('丁')}</w:tr>"
    assert shape(read(table(wrapped, inner))) == [
        [("甲", 1, 1), ("乙", 1, 1)],
        [("丙", 1, 1), ("丁", 1, 1)],
    ]


def test_deleted_rows_and_cells_are_left_out(read):
    found = read(
        table(row("甲", properties="<w:del/>"), row("乙", cell(r("丙"), properties="<w:cellDel/>")))
    )
    assert found.texts == ["乙"]
    assert found.value("revision-left-out", "count") == "2"
