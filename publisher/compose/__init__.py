"""Compose: what is said together. A speech becomes slides by role and passages for pages."""

from __future__ import annotations

from publisher.compose.passages import passages
from publisher.compose.terms import keywords
from publisher.compose.weights import Weights
from publisher.errors import InputError
from publisher.events import Notice
from publisher.options import Options
from publisher.script import Script, Slide
from publisher.speech import Piece, Speech, bare, text_of
from publisher.traditional import is_traditional
from publisher.treatment import Treatments

_FILE_TITLE = 40
_DEFAULTS = Options()
_HOST = "主持词"


def compose(
    speech: Speech,
    options: Options = _DEFAULTS,
    treatments: Treatments = (),
    *,
    slides: bool = True,
) -> tuple[Script, tuple[Notice, ...]]:
    """A speech as a script. Pure: the same speech and choices give the same script.

    ``treatments`` are what its author wants for single headings; a notice says which of them had
    no heading or could not be done. Without ``slides`` it has none, nor notices of them: pages
    need passages alone. Raises InputError (exit code 3) where there is not one word in the speech.
    """
    language = language_of(speech)
    texts = [piece.text for piece in text_of([block for _, _, block in speech.blocks()])]
    titles = [speech.named("title") or "", *(section.title.text for section in speech.walk())]
    weights = Weights(texts, titles)
    shown, told = _slides(speech, options, treatments, language, weights) if slides else ((), ())
    script = Script(
        title=speech.named("title") or _first_words(speech),
        speaker=_speaker(speech),
        language=language,
        slides=shown,
        passages=passages(speech),
        keywords=keywords(
            "\n".join(texts), "\n".join(titles), weights, chinese=language.startswith("zh")
        ),
        secrecy=speech.secrecy,
    )
    return script, told


def _slides(
    speech: Speech, options: Options, treatments: Treatments, language: str, weights: Weights
) -> tuple[tuple[Slide, ...], tuple[Notice, ...]]:
    from publisher.compose.deck import deck
    from publisher.compose.manner import manner_of

    host = speech.kind == _HOST
    if not treatments:
        return deck(speech, manner_of(options, language, weights, {}, host=host))
    from publisher.compose.treatments import dressed, matched, undone

    wanted, lost = matched(speech, treatments)
    manner = manner_of(options, language, weights, wanted, host=host)
    slides, told = deck(dressed(speech, wanted), manner)
    return slides, (*lost, *told, *undone(speech, slides, wanted))


def language_of(speech: Speech) -> str:
    """Chinese where one letter in five is Han, else the document's own language or English.

    The Chinese of a traditional text is Taiwan's where the document does not say Hong Kong's or
    Macau's: programs in Chinese say zh-CN of whatever is typed in them.
    """
    texts: list[str] = []
    for _, _, block in speech.blocks():
        texts.append(block.text if isinstance(block, Piece) else "")
        if sum(map(len, texts)) > _ENOUGH:
            break
    text = "".join(texts)
    declared = speech.metadata.language or ""
    if not _is_han(text):
        return "en-US" if not declared or _is_chinese(declared) else declared
    if not _is_chinese(declared):
        declared = "zh-CN"
    if declared.lower() in _MAINLAND and is_traditional(text):
        return "zh-TW"
    return declared


def _is_han(text: str) -> bool:
    """Whether one letter in five is Han. As many stand in the first third of a Chinese text."""
    enough = _han(text[: len(text) // 3]) * 5 >= len(text)
    return enough or _han(text) * 5 >= sum(map(str.isalpha, text))


def _han(text: str) -> int:
    return len([char for char in text if "\u4e00" <= char <= "\u9fff"])


def _is_chinese(language: str) -> bool:
    return language.lower().startswith("zh")


_ENOUGH = 2000
"""Characters that tell what a speech is written in."""
_MAINLAND = frozenset({"zh", "zh-cn", "zh-sg", "zh-hans", "zh-hans-cn", "zh-hans-sg"})


def _speaker(speech: Speech) -> str | None:
    lines = [bare(piece).text.strip() for role, piece in speech.front if role == "speaker"]
    return "　".join(lines) or None


def _first_words(speech: Speech) -> str:
    from publisher.compose.condense import shortened

    for piece in text_of(tuple(block for _, _, block in speech.blocks())):
        if piece.text.strip():
            return shortened(piece, _FILE_TITLE).text[:_FILE_TITLE]
    raise InputError("speech-empty")
