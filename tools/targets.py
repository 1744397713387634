"""Print a makefile's targets with the words after their ##: python tools/targets.py FILE"""

import re
import sys
from pathlib import Path

for name, words in re.findall(
    r"^(\w+):.*?## (.*)$", Path(sys.argv[1]).read_text(encoding="utf-8"), re.MULTILINE
):
    print(f"make {name:<8} {words}")
