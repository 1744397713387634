"""The files of page profiles: where they are, what they say, what they take from each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from publisher.errors import UsageError, nearest
from publisher.frozen import frozen, thawed
from publisher.resources import data_dir


def path_of(name: str | Path) -> Path:
    """Where the profile of that name is, or the .toml file itself."""
    path = Path(name)
    return path if path.suffix == ".toml" else _shipped() / f"{name}.toml"


def _shipped() -> Path:
    return data_dir("themes") / "pages"


def frozen_profile(file: Path) -> bytes:
    """The table of a shipped profile as a file to be thawed."""
    return frozen(_parsed(file), [file])


def read(path: Path) -> dict[str, Any]:
    """The table in ``path``. Raises UsageError ``profile-unknown``, ``profile-invalid``."""
    ships = path.parent == _shipped()
    kept: dict[str, Any] | None = thawed(path.with_suffix(".frozen"), [path]) if ships else None
    return _parsed(path) if kept is None else kept


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise _unknown(path.stem if path.parent.name == "pages" else str(path)) from None
    except ValueError as error:
        raise UsageError("profile-invalid", place=str(path), detail=str(error)) from error


def whole(data: dict[str, Any], path: Path) -> dict[str, Any]:
    """The profile with what it takes from the one that it ``extends``: its tables key by key,
    its styles role by role, but a grid of its own as a whole."""
    if "extends" not in data:
        return data
    if data["extends"] not in profiles() or path_of(data["extends"]) == path:
        raise _unknown(str(data["extends"]))
    parent = whole(read(path_of(data["extends"])), path_of(data["extends"]))
    merged = {**parent, **data}
    for table in merged.keys() & parent.keys() & data.keys() - {"grid", "styles"}:
        if isinstance(parent[table], dict):
            merged[table] = {**parent[table], **data[table]}
    styles = data.get("styles", {})
    merged["styles"] = {
        role: _over(parent["styles"].get(role, {}), styles.get(role, {}))
        for role in (*parent["styles"], *styles)
    }
    return merged


def _over(style: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """``own`` over ``style``; one size takes the place of the other."""
    sizes = {"size_pt", "size_em"}
    kept = {k: v for k, v in style.items() if k not in sizes or not sizes & own.keys()}
    return {**kept, **own}


def profiles() -> tuple[str, ...]:
    """The names of the profiles that come with publisher."""
    return tuple(sorted(path.stem for path in _shipped().glob("*.toml")))


def _unknown(name: str) -> UsageError:
    known = profiles()
    return UsageError("profile-unknown", name=name, nearest=nearest(name, known))
