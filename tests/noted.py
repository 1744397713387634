"""A speech with footnotes, bullets and tables, as long as is wanted."""

from __future__ import annotations

from pathlib import Path

from tests.readers.build import cell, docx, level, lists, numbered, p, row, table
from tests.readers.test_notes import note, refer, with_notes

HAN = "一二三四五六七八九十"
SENTENCE = "我们要坚持以人民为中心的发展思想，把群众满意不满意作为工作的出发点和落脚点。"
SOURCE = "见《文集》第{}卷，人民出版社二〇二〇年版，第{}页。"


def make_noted(file: Path, parts: int = 4, paragraphs: int = 10) -> Path:
    """``parts`` parts of ``paragraphs`` paragraphs; each third has a note, some of them long."""
    notes: list[str] = []
    body = [p("在全县乡村图书馆建设推进会上的讲话"), p("张三"), p("同志们："), p(SENTENCE * 2)]
    for part in range(parts):
        body.append(p(f"{HAN[part % 10]}、压实责任，抓好第{HAN[part % 10]}项落实"))
        for i in range(paragraphs):
            if i % 5 == 0:
                body.append(p(f"（{HAN[i // 5 % 10]}）加强领导，形成第{HAN[i % 10]}种合力"))
            if i % 3 == 0:
                number = len(notes) + 1
                times = 14 if number % 5 == 0 else 1 + number % 2
                notes.append(note(number + 1, SOURCE.format(number, number * 7) * times))
                body.append(p(SENTENCE * 2, refer(number + 1), SENTENCE * (i % 4)))
            else:
                body.append(p(SENTENCE * (1 + i % 4)))
        body += [numbered("时间表要排到月，不能停留在口号上，要有路线图、责任人。")]
        body += [numbered("经费。")]
        cells = (row(cell(p(f"第{i}馆")), cell(p(f"{i * 7}册"))) for i in range(8))
        body.append(table(row(cell(p("名称")), cell(p("藏书"))), *cells, widths=(3000, 5000)))
    body.append(p("谢谢大家！"))
    made = with_notes(*notes)
    found = docx(
        file.parent, *body, parts=made["parts"], related=made["related"],
        numbering=lists(level("•", "bullet")),
    )  # fmt: skip
    return found.replace(file)
