"""Nothing overflows: whatever the words are, each line stands inside its frame."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.compose import compose
from publisher.layout.slides import lay_out_slides
from publisher.manuscript import Paragraph, Run
from publisher.options import Density, Options
from publisher.outline.infer import understand
from publisher.theme.load import theme_names
from publisher.typeface.registry import load_typefaces
from tests.layout.plans import broken, leaves_its_frame, leaves_the_slide, overlaps, theme_of
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


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    SOURCES,
    st.sampled_from(theme_names()),
    st.sampled_from(["16:9", "4:3"]),
    st.booleans(),
    st.sampled_from(Density),
)
def test_no_line_leaves_its_frame(
    sources: list[object], theme: str, aspect: str, larger: bool, density: Density
) -> None:
    source = manuscript(*sources)
    if not any(p.text.strip() for p in source.paragraphs()):
        return
    options = Options(aspect=aspect, larger=larger, density=density)
    script = compose(understand(source)[0], options)[0]
    plan = lay_out_slides(script, theme_of(theme, aspect), load_typefaces(), options)[0]
    assert broken(plan, (leaves_the_slide, leaves_its_frame, overlaps)) == []
