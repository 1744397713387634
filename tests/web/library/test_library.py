"""The library: nothing is lost on a page, nothing secret is on any, what is there already stays."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from publisher.errors import OutputError
from publisher.events import Silent
from publisher.publication import Publication
from publisher.typeface.registry import Face, load_typefaces
from publisher.typeface.webfont import loose
from publisher.web.library import webfonts
from publisher.web.library.card import sortable
from publisher.web.library.site import Library, Order, State, build_library
from tests.speeches import SPEECH, make_speech
from tests.web.library.made import make_many, own_phrase, paragraphs
from tests.web.library.reading import Page, bare

ROOT = Path(__file__).parent.parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.docx"))


@pytest.fixture(autouse=True)
def quick_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """WOFF2 takes ten seconds for a library's fonts, and is tested by itself."""

    def made(face: Face, name: str) -> bytes:
        return loose(
            face, next(part.text for part in webfonts.font_files(face) if part.name == name)
        )

    monkeypatch.setattr(webfonts, "made", made)


def build(*paths: Path, out: Path, formats: tuple[str, ...] = (), **said: object) -> Library:
    return build_library(Order(paths, out, formats, **said), Silent())  # type: ignore[arg-type]


def page_of(library: Library, words: str) -> Path:
    """The page whose title has ``words``."""
    found = [f for f in library.folder.glob("speeches/*/index.html") if words in Page(f).title]
    assert len(found) == 1
    return found[0]


def states(library: Library) -> list[State]:
    return [outcome.state for outcome in library.outcomes]


# --- a page ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Library:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webfonts, "made", lambda face, name: b"")
        folder = tmp_path_factory.mktemp("site")
        return build(ROOT / "examples", out=folder / "site", formats=("script",))


@pytest.mark.parametrize("speech", EXAMPLES, ids=lambda path: path.stem)
def test_the_text_of_a_page_is_the_speech_and_its_headings_are_the_outline(
    speech: Path, examples: Library
) -> None:
    from publisher.outline.report import as_json

    publication = Publication(speech)
    manuscript = publication.manuscript.value
    outline = as_json("", manuscript, publication.speech.value, (), "zh")
    page = Page(page_of(examples, re.sub(r"\s", "", outline["title"])))
    wanted = {p.index: bare(p.text) for p in manuscript.paragraphs() if p.text.strip()}
    assert {number: bare(text) for number, text in page.paragraphs.items()} == wanted
    assert [(h.level, bare(h.text)) for h in page.headings] == [
        (h["level"], bare(h["text"])) for h in outline["headings"]
    ]
    assert len({h.anchor for h in page.headings}) == len(page.headings)


def test_links_and_anchors_resolve(examples: Library) -> None:
    files = list(examples.folder.rglob("*.html"))
    assert len(files) == 1 + 2 * len(EXAMPLES)
    for file in files:
        page = Page(file)
        assert len(set(page.anchors)) == len(page.anchors)
        for link in page.links:
            path, _, anchor = link.partition("#")
            if link.startswith("data:"):
                continue
            target = file.parent / unquote(path.partition("?")[0]) if path else file
            assert target.is_file(), f"{file.name}: {link}"
            if anchor and "=" not in anchor:
                assert anchor in Page(target).anchors


def test_fonts_are_there_for_every_character(examples: Library) -> None:
    rules = (examples.folder / "fonts" / "fonts.css").read_text(encoding="utf-8")
    names = re.findall(r'url\("([^"]+)"\)', rules)
    assert names
    for name in names:
        assert (examples.folder / "fonts" / name).is_file()
    serif = load_typefaces().face("NotoSerifSC-Regular")
    had = "".join(part.text for part in webfonts.font_files(serif) if part.name in names)
    texts = "".join(f.read_text("utf-8") for f in examples.folder.glob("search/texts/*.js"))
    assert {char for char in texts if char in webfonts.covered(serif)} <= set(had)
    rare = {part.name for part in webfonts.font_files(serif) if part.rare}
    assert rare - set(names)


def test_nothing_is_loaded_from_elsewhere(examples: Library) -> None:
    for file in examples.folder.rglob("*"):
        if file.suffix in (".html", ".css", ".js"):
            text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert not re.search(
                r"""(?:src|href)=["']?(?:https?:)?//|url\(["']?https?:|@import""", text
            )


def test_markup_in_a_speech_is_text(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    lines = (f"在{evil}大会上的讲话", "同志们：", f"一、{evil}", f"我们要看{evil}。" * 3)
    source = make_speech(tmp_path / "a" / "x'><b>.docx", lines)
    library = build(source, out=tmp_path / "site")
    for file in library.folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "<script>" not in text
        assert "<img" not in text
    (file,) = library.folder.glob("speeches/*/index.html")
    page = Page(file)
    assert evil in "".join(page.paragraphs.values())


# --- what is shown --------------------------------------------------------------------------


def test_a_mark_of_secrecy_keeps_a_speech_out_and_takes_it_out(tmp_path: Path) -> None:
    source = make_speech(tmp_path / "in" / "a.docx")
    library = build(tmp_path / "in", out=tmp_path / "site")
    assert states(library) == [State.MADE]
    assert page_of(library, SPEECH[0])
    make_speech(source, ("内部资料　注意保存", *SPEECH))
    library = build(tmp_path / "in", out=tmp_path / "site")
    assert states(library) == [State.LEFT]
    (told,) = library.outcomes[0].notices
    assert (told.code, dict(told.values)["mark"]) == ("library-secret", "内部资料　注意保存")
    everything = b"".join(f.read_bytes() for f in library.folder.rglob("*") if f.is_file())
    assert "读书使人明理".encode() not in everything
    assert not list(library.folder.glob("speeches/*"))


def test_what_cannot_be_taken_out_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = make_speech(tmp_path / "in" / "a.docx")
    build(tmp_path / "in", out=tmp_path / "site")
    make_speech(source, ("内部资料　注意保存", *SPEECH))
    with monkeypatch.context() as patch:

        def refuse(folder: Path) -> None:
            raise PermissionError(13, "open", str(folder))

        patch.setattr(shutil, "rmtree", refuse)
        library = build(tmp_path / "in", out=tmp_path / "site")
        assert states(library) == [State.FAILED]
        assert library.outcomes[0].error is not None
        assert library.outcomes[0].error.key == "library-stuck"
    assert states(build(tmp_path / "in", out=tmp_path / "site")) == [State.LEFT]
    assert not list((tmp_path / "site").glob("speeches/*"))


def test_files_of_a_speech_as_it_was_do_not_stay(tmp_path: Path) -> None:
    make_speech(tmp_path / "in" / "a.docx")
    build(tmp_path / "in", out=tmp_path / "site", formats=("docx",))
    (folder,) = build(tmp_path / "in", out=tmp_path / "site").folder.glob("speeches/*")
    assert sorted(file.name for file in folder.iterdir()) == ["index.html", "slides.html"]


@pytest.mark.parametrize("mark", [".noindex", "b/.noindex", "b/a.noindex"])
def test_noindex_keeps_out_a_speech_or_a_folder(tmp_path: Path, mark: str) -> None:
    make_speech(tmp_path / "in" / "b" / "a.docx")
    (tmp_path / "in" / mark).write_bytes(b"")
    library = build(tmp_path / "in", out=tmp_path / "site")
    assert [n.code for o in library.outcomes for n in o.notices] == ["library-noindex"]
    assert not list(library.folder.glob("speeches/*"))


def test_an_author_may_keep_a_speech_out_or_say_how_it_may_be_used(tmp_path: Path) -> None:
    for name, said in (("a", "listed = false"), ("b", 'licence = "CC BY 4.0"')):
        make_speech(tmp_path / "in" / f"{name}.docx", (f"{name}的讲话", *SPEECH[1:]))
        (tmp_path / "in" / f"{name}.toml").write_text(f"[library]\n{said}\n", encoding="utf-8")
    (tmp_path / "in" / "publisher.toml").write_text(
        '[library]\ntitle = "青禾文库"\nrestrictions = "仅供学习"\n', encoding="utf-8"
    )
    library = build(tmp_path / "in", out=tmp_path / "site")
    assert states(library) == [State.LEFT, State.MADE]
    text = page_of(library, "b的讲话").read_text(encoding="utf-8")
    assert "CC BY 4.0" in text
    assert "仅供学习" in text
    assert "青禾文库" in (library.folder / "index.html").read_text(encoding="utf-8")


def test_files_of_somebody_else_are_never_written_among(tmp_path: Path) -> None:
    make_speech(tmp_path / "in" / "a.docx")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="library-foreign"):
        build(tmp_path / "in", out=tmp_path / "site")
    build(tmp_path / "in", out=tmp_path / "site", force=True)
    assert (tmp_path / "site" / "mine.txt").is_file()


# --- what changes ---------------------------------------------------------------------------


def stamps(library: Library) -> dict[str, int]:
    return {
        file.relative_to(library.folder).as_posix(): file.stat().st_mtime_ns
        for file in library.folder.rglob("*")
        if file.is_file()
    }


def test_one_speech_changed_is_one_page_made(tmp_path: Path) -> None:
    sources = make_many(tmp_path / "in", 12)
    library = build(tmp_path / "in", out=tmp_path / "site")
    before = stamps(library)
    again = build(tmp_path / "in", out=tmp_path / "site")
    assert states(again) == [State.UNCHANGED] * 12
    assert stamps(again) == before
    make_speech(sources[5], (*paragraphs(5)[:-1], "最后再补充一句：把好事办好。"))
    changed = build(tmp_path / "in", out=tmp_path / "site")
    assert states(changed) == [State.UNCHANGED] * 5 + [State.MADE] + [State.UNCHANGED] * 6
    written = {name for name, stamp in stamps(changed).items() if before.get(name) != stamp}
    pages = {name.split("/")[1] for name in written if name.startswith("speeches/")}
    assert len(pages) == 1


def test_a_speech_that_is_gone_is_gone(tmp_path: Path) -> None:
    sources = make_many(tmp_path / "in", 2)
    build(tmp_path / "in", out=tmp_path / "site")
    sources[1].unlink()
    library = build(tmp_path / "in", out=tmp_path / "site")
    assert [n.code for o in library.outcomes for n in o.notices] == ["library-removed"]
    assert len(list(library.folder.glob("speeches/*"))) == 1
    assert own_phrase(1) not in (library.folder / "search" / "speeches.js").read_text("utf-8")


def test_related_speeches_share_terms_and_say_which(tmp_path: Path) -> None:
    make_many(tmp_path / "in", 8)
    library = build(tmp_path / "in", out=tmp_path / "site")
    register = json.loads((library.folder / ".publisher-library.json").read_text("utf-8"))
    records = list(register["speeches"].values())
    terms = {record["card"]["slug"]: set(record["card"]["keywords"]) for record in records}
    found = [(record["card"]["slug"], slug, shared) for record in records
             for slug, shared in record["related"]]  # fmt: skip
    assert found
    for own, other, shared in found:
        assert own != other
        assert shared
        assert set(shared) <= terms[own] & terms[other]
        text = (library.folder / "speeches" / own / "index.html").read_text("utf-8")
        assert "、".join(shared) in text


def test_the_same_speeches_make_the_same_bytes(tmp_path: Path) -> None:
    make_many(tmp_path / "in", 3)
    one, two = (build(tmp_path / "in", out=tmp_path / name) for name in "ab")
    files = [f.relative_to(one.folder) for f in one.folder.rglob("*") if f.is_file()]
    for file in files:
        assert (one.folder / file).read_bytes() == (two.folder / file).read_bytes(), file


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("2025年4月23日", "2025-04-23"),
        ("二〇二五年四月二十三日", "2025-04-23"),
        ("二○二四年十二月", "2024-12"),
        ("２０２３年", "2023"),
        ("2025-4-3", "2025-04-03"),
        ("2025年13月1日", "2025"),
        ("今天", ""),
    ],
)
def test_dates_are_put_in_order(date: str, when: str) -> None:
    assert sortable(date) == when
