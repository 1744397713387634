"""The Word writer: the story of a plan's pages as an editable document (ECMA-376, transitional).

python-docx holds the package; styles, sections and notes, which it does not make, are elements of
our own. What is decided here is only how Word is told: the measures are the story's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.errors import InternalError
from publisher.events import Notice, notice
from publisher.options import Options

if TYPE_CHECKING:
    from publisher.plan import Plan
    from publisher.theme.model import Theme
    from publisher.typeface.registry import Typefaces

_DEFAULTS = Options()


def write(
    plan: Plan, theme: Theme | None, typefaces: Typefaces, options: Options = _DEFAULTS
) -> tuple[bytes, tuple[Notice, ...]]:
    """The text of ``plan`` as the bytes of a .docx, the same for the same arguments.

    Word divides it into lines and pages itself, on the page and the grid that the plan was set on.
    Characters that XML cannot hold become U+FFFD, which ``characters-replaced`` counts. Raises
    InternalError ``bug`` for a plan without a story: slides are not text that flows.
    """
    del theme, options
    from publisher.writers.docx.document import document
    from publisher.writers.xml import unwritable

    story = plan.story
    if story is None:
        raise InternalError("bug", detail="the plan has no story")
    data, texts = document(plan.meta, story, typefaces)
    replaced = sum(map(unwritable, texts))
    told = (notice("characters-replaced", count=replaced),) if replaced else ()
    return data, told
