"""Every way in which a document knows more than it shows: one small document for each.

What a reader of the paper sees says 甲, 乙, 丙 …; ``SECRET`` must be in no byte of a copy.
"""

from __future__ import annotations

from tests.readers.leaks.drawings import DRAWINGS
from tests.readers.leaks.fields import FIELDS
from tests.readers.leaks.headers import HEADERS
from tests.readers.leaks.leak import Leak
from tests.readers.leaks.package import CHARTS, PACKAGE
from tests.readers.leaks.text import TEXT

LEAKS: dict[str, Leak] = {**TEXT, **FIELDS, **HEADERS, **DRAWINGS, **CHARTS, **PACKAGE}
