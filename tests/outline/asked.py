"""What tests ask of a manuscript that was understood."""

from __future__ import annotations

from publisher.outline.infer import understand
from tests.outline.build import manuscript


def outline(*sources):
    """(level, heading text) of every heading."""
    speech, _ = understand(manuscript(*sources))
    return [(section.level, section.heading.text) for section in speech.walk()]


def codes(*sources):
    return [notice.code for notice in understand(manuscript(*sources))[1]]
