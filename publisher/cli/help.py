"""Typer's groups and commands, speaking the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from typer.core import TyperCommand, TyperGroup

from publisher.errors import UsageError, nearest
from publisher.messages import language

_CHINESE: Mapping[str, str] = {
    r"^Usage:": "用法：",
    r"^Options:": "选项：",
    r"^Arguments:": "参数：",
    r"^Commands:": "命令：",
    r"Show this message and exit\.": "显示帮助。",
    r"\[required\]": "[必填]",
    r"\[default: (.*?)\]": r"[默认：\1]",
}
"""Typer's own words. One that is not found stays English; nothing else depends on them."""


def _translated(help_text: str) -> str:
    if language() == "zh":
        for english, chinese in _CHINESE.items():
            help_text = re.sub(english, chinese, help_text, flags=re.MULTILINE)
    return help_text


class Command(TyperCommand):
    """A command whose help is in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands that names the nearest known one for an unknown one."""

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if not name.startswith("-") and name not in self.commands:
            raise UsageError("command-unknown", name=name, near=nearest(name, dict(self.commands)))
        return super().resolve_command(ctx, args)
