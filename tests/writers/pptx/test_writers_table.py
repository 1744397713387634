import subprocess
import sys

from publisher.writers import WRITERS
from tests.judges.programs import ROOT


def test_each_writer_is_loaded_by_name() -> None:
    for name, writer in WRITERS.items():
        assert callable(writer.load()), name


def test_a_deck_is_written_without_the_libraries_of_other_formats() -> None:
    heavy = ["pptx", "lxml", "reportlab", "pikepdf", "PIL", "uharfbuzz", "docx"]
    heavy += [f"publisher.writers.pptx.{name}" for name in ("charts", "fonts", "icon")]
    code = (
        "import sys; from publisher.writers import WRITERS; WRITERS['pptx'].load();"
        "from tests.writers.pptx.sample_plan import sample; sample();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
