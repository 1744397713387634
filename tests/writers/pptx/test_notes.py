import re
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from publisher.events import notice
from publisher.messages import MESSAGES
from publisher.options import Options
from publisher.plan import Sheet
from publisher.writers.pptx import write
from publisher.writers.xml import attribute, escape, unwritable
from tests.writers.pptx.sample_plan import NO_FONTS, NOTES, plan, sample, theme, title
from tests.writers.pptx.test_layouts import parts


def written(*paragraphs: str, head: str = "") -> Presentation:
    sheet = Sheet((title("题"),), "题", "points", paragraphs, head)
    return Presentation(BytesIO(write(plan(sheet), theme(), NO_FONTS)[0]))


def body(deck: Presentation, index: int = 0) -> list[str]:
    frame = deck.slides[index].notes_slide.notes_text_frame
    return [paragraph.text.replace("\v", "\n") for paragraph in frame.paragraphs]


def test_the_notes_hold_the_paragraphs_and_nothing_else() -> None:
    deck = Presentation(BytesIO(sample()))
    assert tuple(body(deck, 0) + body(deck, 3)) == NOTES


def test_only_slides_with_something_to_say_have_notes() -> None:
    deck = Presentation(BytesIO(sample()))
    assert [s.has_notes_slide for s in deck.slides] == [True, False, False, True, *[False] * 5]


def test_a_deck_to_hand_out_has_nothing_of_the_speech() -> None:
    data, _ = write(plan(), theme(), NO_FONTS, Options(notes=False))
    assert not any(slide.has_notes_slide for slide in Presentation(BytesIO(data)).slides)
    whole = parts(data)
    assert "<Notes>0</Notes>" in whole["docProps/app.xml"]
    assert not [name for name, xml in whole.items() if NOTES[0] in xml or "样本会议" in xml]


def test_what_is_printed_is_black_on_white_whatever_the_slides_are() -> None:
    dark = {**theme().palette, "dk1": "F3EDE2", "lt1": "1F2227"}
    whole = parts(write(plan(), theme()._replace(palette=dark), NO_FONTS)[0])
    for slot, shown, printed in (("dk1", "F3EDE2", "000000"), ("lt1", "1F2227", "FFFFFF")):
        found = [
            re.findall(f'<a:{slot}><a:srgbClr val="(.*?)"/>', whole[f"ppt/theme/theme{n}.xml"])
            for n in (1, 2, 3)
        ]
        assert found == [[shown], [printed], [printed]]


def test_the_occasion_stands_in_the_header() -> None:
    page = Presentation(BytesIO(sample())).slides[0].notes_slide
    headers = [p.text_frame.text for p in page.placeholders
               if p.placeholder_format.type == PP_PLACEHOLDER.HEADER]  # fmt: skip
    assert headers == ["样本会议　2025年1月"]


def test_a_slide_with_a_header_alone_has_an_empty_body() -> None:
    assert body(written(head="会议")) == [""]


def test_size_and_font_stand_on_each_run_of_the_notes() -> None:
    page = Presentation(BytesIO(sample())).slides[3].notes_slide
    for run in (r for p in page.notes_text_frame.paragraphs for r in p.runs):
        assert run.font.size.pt == 12
        assert run._r.rPr.xpath("a:ea/@typeface") == ["+mn-ea"]


SPEECH = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SPEECH, min_size=1, max_size=4))
def test_every_character_of_the_speech_is_in_the_notes_once_and_in_order(
    paragraphs: list[str],
) -> None:
    assert body(written(*paragraphs)) == paragraphs


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_characters="\r\n\t\v")))
def test_no_text_raises_and_each_lost_character_is_counted(words: str) -> None:
    sheet = Sheet((title("题" + words),), words, "points", ("开头" + words,))
    data, notices = write(plan(sheet), theme(), NO_FONTS)
    (read,) = body(Presentation(BytesIO(data)))
    lost = unwritable(words)
    assert read.count("\ufffd") == words.count("\ufffd") + lost
    assert len(read) == len(words) + 2
    assert notices == ((notice("characters-replaced", count=2 * lost),) if lost else ())


def test_the_notice_has_its_sentence() -> None:
    assert all("{count}" in sentence for sentence in MESSAGES["characters-replaced"])


def test_what_xml_cannot_hold_is_replaced_and_the_rest_escaped() -> None:
    assert escape('a<b>&"c\x00\x0c\ud800') == "a&lt;b&gt;&amp;&quot;c\ufffd\ufffd\ufffd"
    assert escape("汉\t字\n行") == "汉\t字\n行"
    assert attribute("汉\t字\n") == "汉&#9;字&#10;"
    assert unwritable("好\x01\x7f\uffff") == 3


def test_hostile_words_are_harmless_wherever_they_stand() -> None:
    hostile = '"><a:t>]]>&amp;<!--'
    sheet = Sheet((title(hostile),), hostile, "points", (hostile,), hostile)
    data, _ = write(plan(sheet), theme(hostile), NO_FONTS)
    deck = Presentation(BytesIO(data))
    assert deck.slides[0].shapes.title.text_frame.text == hostile
    assert body(deck) == [hostile]
    assert re.sub(r"\s", "", deck.core_properties.title) == "样本<讲话>"
