"""Make again what is kept of shipped data beside it: ``python tools/freeze.py``.

After a theme, a page profile, the table of fonts, a font, the way that HarfBuzz sets one, or the
model of words has changed; tests tell. Until then the sources are read instead, which takes longer.
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from budoux import parser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from publisher.frozen import frozen
from publisher.layout.profile_files import frozen_profile
from publisher.layout.segment import FROZEN as MODEL
from publisher.publication import Publication
from publisher.resources import data_dir
from publisher.theme.frozen import NAME, frozen_of
from publisher.theme.load import theme_names
from publisher.typeface.registry import FROZEN, frozen_table, load_typefaces
from publisher.typeface.tables import SUFFIX, table_of
from publisher.writers.pptx.package import FROZEN as PARTS
from publisher.writers.pptx.package import frozen_parts

XML = (".xml", ".rels")
SPEECHES = [data_dir("examples") / name for name in ("reading.docx", "公交公司年度工作报告.docx")]


def files() -> Iterator[tuple[Path, Callable[[], bytes]]]:
    """Each file that is kept, and how it is made."""
    fonts, themes = data_dir("fonts"), data_dir("themes")
    yield fonts / FROZEN, partial(frozen_table, fonts)
    for face in load_typefaces().faces.values():
        yield face.path.with_suffix(SUFFIX), partial(table_of, face)
    for name in theme_names():
        yield themes / name / NAME, partial(frozen_of, name)
        yield themes / name / PARTS, partial(common_parts, name)
    yield MODEL, model
    for profile in (themes / "pages").glob("*.toml"):
        yield profile.with_suffix(".frozen"), partial(frozen_profile, profile)


def model() -> bytes:
    """BudouX's model of simplified Chinese, from the release that is locked for development."""
    weights = json.loads(Path(parser.MODEL_DIR, "zh-hans.json").read_text(encoding="utf-8"))
    return frozen(weights, ())


def common_parts(theme: str) -> bytes:
    """What any two decks in a shipped theme have in common, packed."""
    first, second = (
        ZipFile(BytesIO(Publication(speech, {"theme": theme}).file("pptx").value))
        for speech in SPEECHES
    )
    names = sorted({*first.namelist()} & {*second.namelist()})
    both = [(first.read(name), second.read(name)) for name in names if name.endswith(XML)]
    return frozen_parts(one for one, other in both if one == other)


def main() -> None:
    for file, make in files():
        file.write_bytes(make())


if __name__ == "__main__":
    main()
