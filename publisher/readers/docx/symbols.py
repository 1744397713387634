"""Characters of symbol fonts (``w:sym``) as Unicode: what Chinese office documents use."""

from __future__ import annotations

_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
    0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xB2: "✧",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS |= {0x81 + i: chr(0x2460 + i) for i in range(10)}  # ①
_WINGDINGS |= {0x8C + i: chr(0x2776 + i) for i in range(10)}  # ❶

_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"}

_SYMBOL = dict(
    zip(
        range(0x61, 0x7B),
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
    )
) | {
    0x41: "Α", 0x42: "Β", 0x44: "Δ", 0x47: "Γ", 0x4C: "Λ", 0x50: "Π", 0x51: "Θ", 0x53: "Σ",
    0x57: "Ω", 0x58: "Ξ", 0x59: "Ψ", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
    0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xC5: "⊕", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD0: "∠", 0xD6: "√",
    0xD7: "⋅", 0xE5: "∑",
}  # fmt: skip

_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str | None, code: str | None) -> str | None:
    """The character for ``w:sym`` (17.3.3.30), or None where nobody knows what it shows.

    ``code`` is hexadecimal; symbol fonts stand in the private use area from F000.
    """
    try:
        number = int(code or "", 16)
    except ValueError:
        return None
    table = _FONTS.get((font or "").strip().lower())
    if table is not None:
        return table.get(number - 0xF000 if number >= 0xF000 else number)
    private = 0xE000 <= number <= 0xF8FF or number > 0xFFFF or number < 0x20
    surrogate = 0xD800 <= number <= 0xDFFF
    return None if private or surrogate else chr(number)
