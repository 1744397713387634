"""Make the project's virtual environment: python tools/bootstrap.py FOLDER LOCK... [-e]

Standard library only, since it runs before anything is installed; works without make as well
(`python tools/bootstrap.py .venv requirements/dev.txt` on Windows). Prints one line and exits
with 1 where Python is too old or lacks venv.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)


def stop(message: str) -> None:
    sys.exit(f"publisher: {message}")


def scripts(folder: Path) -> Path:
    """Where the environment keeps its programs: Scripts on Windows, bin elsewhere."""
    return folder / ("Scripts" if sys.platform == "win32" else "bin")


def make(folder: Path) -> Path:
    """An environment in `folder` that has pip; returns its interpreter."""
    python = scripts(folder) / ("python.exe" if sys.platform == "win32" else "python")
    try:
        import ensurepip  # noqa: F401  Debian takes it out of Python into python3-venv
        import venv
    except ImportError:
        stop(
            "this Python cannot make virtual environments: install the package python3-venv"
            " (缺少 venv：请安装软件包 python3-venv)"
        )
    if not python.exists():
        venv.create(folder, with_pip=True)
    return python


def pip(python: Path, *arguments: str) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*command, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        stop("pip could not install what the project needs; its own message stands above")


def main(arguments: list[str]) -> None:
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        stop(
            f"Python {wanted} or newer is needed (make PYTHON=python{wanted}); this is "
            f"{sys.version.split()[0]}"
        )
    folder, locks = Path(arguments[0]), arguments[1:]
    python = make(folder)
    for lock in locks:
        pip(python, "-r", lock)
    pip(python, "--no-deps", "--no-build-isolation", "--editable", ".")
    (folder / ".stamp").write_text("\n".join(locks), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
