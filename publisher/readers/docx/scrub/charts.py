"""Charts of a copy: what is drawn stays, the workbook behind it does not."""

from __future__ import annotations

from publisher.readers.docx.scrub.names import C
from publisher.readers.docx.scrub.trees import Node


def plain_chart(root: Node) -> None:
    """Leave of formulas the cells alone: names of sheets and files say more than is drawn."""
    for formula in root.iter(C + "f"):
        cells = (formula.text or "").rpartition("!")[2]
        formula.text = f"Sheet1!{cells}"
