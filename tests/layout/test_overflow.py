"""Nothing overflows: whatever the words are, each line stands inside its frame."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.compose import compose
from publisher.geometry import pt
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Paragraph, Run
from publisher.outline.infer import understand
from publisher.plan import Grid, Sheet, Text
from publisher.theme.load import load_theme, theme_names
from publisher.typeface.registry import load_typefaces
from tests.outline.build import manuscript
from tests.outline.test_lossless import PARAGRAPHS, TABLES

LETTERS = "田间书屋，。；：“”（）《》——……、 Reading-WORDS0123456789.%/é😀𠮷㎡"
WILD = st.text(alphabet=LETTERS, max_size=60)
LONG = st.builds(lambda part, count: (part or "长") * count, WILD, st.integers(1, 30))
HEADED = st.builds(
    lambda mark, text: Paragraph(0, mark + text, (Run(mark + text),)),
    st.sampled_from(["", "一、", "二、", "三、", "（一）", "（二）", "1.", "2."]),
    LONG.filter(lambda text: bool(text.strip())),
)
SOURCES = st.lists(st.one_of(HEADED, HEADED, PARAGRAPHS, TABLES), min_size=1, max_size=10)


def texts(sheet: Sheet) -> list[Text]:
    found = [item for item in sheet.items if isinstance(item, Text)]
    return found + [c.text for i in sheet.items if isinstance(i, Grid) for c in i.cells]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SOURCES, st.sampled_from(theme_names()))
def test_no_line_leaves_its_frame(sources: list[object], theme: str) -> None:
    source = manuscript(*sources)
    if not any(p.text.strip() for p in source.paragraphs()):
        return
    script = compose(understand(source)[0])[0]
    plan = lay_out_slides(script, load_theme(theme), load_typefaces())[0]
    for sheet in plan.sheets:
        for item in sheet.items:
            frame = item.frame
            assert 0 <= frame.x < frame.right <= plan.size.width, item.name
            assert 0 <= frame.y < frame.bottom <= plan.size.height, item.name
        for text in texts(sheet):
            room = text.frame.height + pt(0.5)
            assert sum(p.pitch for p in text.paragraphs) <= room, text.name
            for line in text.lines:
                assert line.x >= text.frame.x - pt(0.5), (text.name, line.text)
                assert line.x + line.width <= text.frame.right + pt(0.5), (text.name, line.text)
                assert text.frame.y < line.baseline <= text.frame.bottom, (text.name, line.text)
