import subprocess
import sys

from publisher.writers import WRITERS


def test_each_writer_is_loaded_by_name() -> None:
    for name, writer in WRITERS.items():
        assert callable(writer.load()), name


def test_a_deck_is_written_without_the_libraries_of_other_formats() -> None:
    heavy = ["pptx", "lxml", "reportlab", "pikepdf", "PIL", "uharfbuzz", "docx"]
    code = (
        "import sys; from publisher.writers import WRITERS; WRITERS['pptx'].load();"
        "import publisher.writers.pptx.deck;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
