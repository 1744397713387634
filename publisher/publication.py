"""One speech on its way out. The one module that knows every stage:

    source > read (and fill in) > understand > compose > lay out > write

Each stage is a pure function that returns its value and its notices. It is imported when it runs,
so that a deck never waits for the PDF writer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from publisher.config import config_for
from publisher.events import Notice, Observer, Progress, Silent
from publisher.geometry import PAPERS, Size
from publisher.kinds import KINDS
from publisher.named import in_template, picture_in, theme_named, typefaces_with
from publisher.options import NOTHING_SAID, Options, Said, chosen
from publisher.record import NamedTuple
from publisher.writers import WRITERS

if TYPE_CHECKING:
    from publisher.delivery import Delivery
    from publisher.layout.page_model import PageProfile
    from publisher.manuscript import Manuscript
    from publisher.placeholders import Fill
    from publisher.plan import Plan
    from publisher.script import Script
    from publisher.sidecar import Sidecar
    from publisher.speech import Speech
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces

_T = TypeVar("_T")
_U = TypeVar("_U")
Told: TypeAlias = tuple[_T, tuple[Notice, ...]]
"""What every stage returns: its value, and what a person should know about it."""

_SCRIPT, _LECTERN, _NOTES = "gbt9704", "reading", "notes"
"""The page profiles of the script, of the lectern copy, and of slides with notes."""
_SHEET = "A4"
"""What booklets are printed on: A5 when it is folded."""
STAGES = ("read", "understand", "compose", "lay out", "write")


class Edits(NamedTuple):
    """What is asked to be done to the words themselves, which else stay as they are.

    ``fill`` is what placeholders stand for, over what ``<stem>.toml`` says; ``tidy`` puts marks
    in order.
    """

    fill: Fill = ()
    tidy: bool = False


AS_IT_STANDS = Edits()


class Stage(NamedTuple, Generic[_T]):
    """The value of a stage with the notices of all stages up to it."""

    value: _T
    notices: tuple[Notice, ...] = ()

    def then(self, following: Callable[[_T], Told[_U]]) -> Stage[_U]:
        """The next stage, done on this one's value."""
        value, notices = following(self.value)
        return Stage(value, self.notices + notices)


class Publication:
    """One speech on its way out. Each stage runs once, when it is first asked for.

    So a deck and its slide pages share one reading and one plan. Raises InputError where the
    speech cannot be read, UsageError for an unknown theme.
    """

    def __init__(
        self,
        source: Path,
        said: Said = NOTHING_SAID,
        observer: Observer | None = None,
        edits: Edits = AS_IT_STANDS,
    ) -> None:
        self.source = source
        self._said = said
        self._observer = observer or Silent()
        self._edits = edits

    @cached_property
    def options(self) -> Options:
        """publisher.toml, then ``<stem>.toml``, then what was said for this run."""
        return chosen(config_for(self.source).said, self.sidecar.said, self._said)

    @cached_property
    def sidecar(self) -> Sidecar:
        """What the author says in ``<stem>.toml``, with the placeholders of both filled in."""
        from publisher.sidecar import filled_in, merged, sidecar_for

        said = sidecar_for(self.source)
        return filled_in(said, merged(said.fill, self._edits.fill))

    @cached_property
    def manuscript(self) -> Stage[Manuscript]:
        from publisher.placeholders import fill
        from publisher.readers import read

        pairs, lines = self.sidecar.fill, self.sidecar.lines
        found = self._begin("read", Stage(self.source)).then(read)
        if self._edits.tidy:
            from publisher.readers.tidy import tidy

            found = found.then(tidy)
        filled = found.then(lambda manuscript: fill(manuscript, pairs))
        if not lines:
            return filled
        from publisher.sidecar import with_lines

        return Stage(*with_lines(*filled, lines, lambda found: self._understood(found)[0]))

    @cached_property
    def speech(self) -> Stage[Speech]:
        return self._begin("understand", self.manuscript).then(self._understood)

    def _understood(self, manuscript: Manuscript) -> Told[Speech]:
        from publisher.outline.infer import understand

        return understand(manuscript, self.sidecar.corrections)

    @cached_property
    def script(self) -> Stage[Script]:
        return self._composed(slides=True)

    @cached_property
    def passages(self) -> Stage[Script]:
        """The script without slides, but where composing them tells of something."""
        told = self.options.charts or self.sidecar.treatments
        return self.script if told or "script" in vars(self) else self._composed(slides=False)

    def _composed(self, *, slides: bool) -> Stage[Script]:
        from publisher.compose import compose
        from publisher.layout.missing import missing_characters

        options, treatments = self.options, self.sidecar.treatments
        composed = self._begin("compose", self.speech).then(
            lambda speech: compose(speech, options, treatments, slides=slides)
        )
        return composed.then(lambda script: (script, missing_characters(script, self.typefaces)))

    @cached_property
    def slides(self) -> Stage[Plan]:
        from publisher.layout.slides import lay_out_slides

        options = self.options
        theme, told = self._look
        logo = picture_in(options.logo) if options.logo else None
        laid_out = self._begin("lay out", self.script).then(
            lambda script: lay_out_slides(script, theme, self.typefaces, options, logo)
        )
        return laid_out._replace(notices=laid_out.notices + told)

    @cached_property
    def show(self) -> Stage[Plan]:
        """The slides for a computer that has neither the program nor the fonts."""
        return self.slides.then(lambda deck: (deck._replace(full_screen=True), ()))

    @cached_property
    def pages(self) -> Stage[Plan]:
        """The script on pages. Raises UsageError for a page profile that cannot be had."""
        from publisher.layout.profile import Format, load_profile

        options = self.options
        name = options.page_profile or _SCRIPT
        return self._on_pages(load_profile(name, Format(options.paper)))

    @cached_property
    def booklet(self) -> Stage[Plan]:
        """The script on its profile's own paper: the paper that is asked for is the sheets'."""
        from publisher.layout.profile import load_profile

        if self.options.paper is None:
            return self.pages
        return self._on_pages(load_profile(self.options.page_profile or _SCRIPT))

    @cached_property
    def lectern(self) -> Stage[Plan]:
        """The copy for the lectern; ``page_profile`` holds for it if it is one for lecterns."""
        from publisher.layout.profile import Format, load_profile

        options = self.options
        form = Format(options.paper, options.size)
        profile = load_profile(options.page_profile or _LECTERN, form)
        if profile.margin is None:
            profile = load_profile(_LECTERN, form)
        return self._on_pages(profile)

    @cached_property
    def handout(self) -> Stage[Plan]:
        """The slides small on paper."""
        from publisher.layout.handouts import lay_out_handouts

        options, script = self.options, self.script.value
        paper = PAPERS[options.paper or "A4"]
        return self.slides.then(
            lambda deck: lay_out_handouts(deck, script, self.typefaces, options.per_page, paper)
        )

    @cached_property
    def speaker_notes(self) -> Stage[Plan]:
        """The slides, each above the words that are spoken to it."""
        from publisher.layout.profile import Format, load_profile
        from publisher.layout.speaker_notes import lay_out_speaker_notes

        options, script = self.options, self.script.value
        profile = load_profile(_NOTES, Format(options.paper))
        return self.slides.then(
            lambda deck: lay_out_speaker_notes(
                deck, script, profile, self.typefaces, options.together
            )
        )

    def _on_pages(self, profile: PageProfile) -> Stage[Plan]:
        """A profile with a margin tells the numbers of the slides, which are laid out for it."""
        from publisher.layout.cues import slide_cues
        from publisher.layout.pages import lay_out_pages

        options = self.options
        deck = self.slides.value if profile.margin is not None else None
        script = self.passages if deck is None else self.script
        return self._begin("lay out", script).then(
            lambda script: lay_out_pages(
                script, profile, self.typefaces, slide_cues(script, deck) if deck else (), options
            )
        )

    def plan(self, kind: str) -> Stage[Plan]:
        """The sheets of a kind of output; a plan is the same for every writer."""
        plan: Stage[Plan] = getattr(self, KINDS[kind].plan)
        return plan

    def file(self, kind: str) -> Stage[bytes]:
        """The bytes of a kind of output: the same for the same speech and options."""
        from publisher.delivery import Delivery, prepared

        known, secrecy = KINDS[kind], self.speech.value.secrecy
        theme = self.theme if known.themed else None
        scale = self._folded_scale(kind) if known.folded else 1.0
        made = self._begin("write", self.plan(kind)).then(
            lambda plan: prepared(
                known.writer, Delivery(plan, theme, self.options, scale=scale), secrecy
            )
        )
        if made.value.attach:
            made = made.then(self._with_speech)
        write = WRITERS[known.writer].load()
        written = made.then(
            lambda given: write(given.plan, given.theme, self.typefaces, given.options)
        )
        return written.then(self._folded) if known.folded else written

    @property
    def _sheet(self) -> Size:
        """The paper that booklets are printed on."""
        return PAPERS[self.options.paper or _SHEET]

    def _folded_scale(self, kind: str) -> float:
        from publisher.impose.sheets import folded_scale

        return folded_scale(self.plan(kind).value.size, self._sheet)

    def _folded(self, pages: bytes) -> Told[bytes]:
        """A PDF of pages on sheets that are folded to a booklet."""
        from publisher.impose import impose
        from publisher.impose.sheets import Fold

        imposed, told = impose(pages, Fold(), self._sheet)
        return imposed.data, told

    def _with_speech(self, made: Delivery) -> Told[Delivery]:
        """With the speech in Word behind an icon on the cover: a clean copy, or the script where
        the speech came as something else."""
        from publisher.delivery import Original, with_speech
        from publisher.layout.furniture import attachment_frame

        original, frame = Original.of(self.source), attachment_frame(made.plan.size)
        plan, told = with_speech(
            made.plan, original, self.sidecar.fill, frame, lambda: self.file("docx").value
        )
        return made._replace(plan=plan), told

    @property
    def typefaces(self) -> Typefaces:
        """What text is set with. Raises InputError for a font that cannot be used."""
        return typefaces_with(self.options.fonts, self.options.fallback_font)

    @property
    def theme(self) -> Theme:
        """What the slides look like. Raises UsageError for an unknown theme or template."""
        return self._look[0]

    @cached_property
    def _look(self) -> Told[Theme]:
        theme = theme_named(self.options.theme, self.options.aspect)
        return in_template(self.options.template, theme) if self.options.template else (theme, ())

    @property
    def seconds(self) -> int:
        """The speaking time."""
        from publisher.manuscript import statistics

        return statistics(self.manuscript.value, self.options.rate)["seconds"]

    def _begin(self, stage: str, on: Stage[_T]) -> Stage[_T]:
        """Tell the observer that ``stage`` begins; what it works on goes through unchanged."""
        self._observer.progress(Progress(self.source.name, STAGES.index(stage), len(STAGES)))
        return on
