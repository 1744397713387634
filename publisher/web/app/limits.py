"""How much one visitor, and one job, may take."""

from __future__ import annotations

from publisher.record import NamedTuple

MB = 1 << 20


class Limits(NamedTuple):
    """Bytes, counts and seconds.

    ``memory`` is what a worker and its children may hold, ``address_space`` what it may ask the
    system for where this can be told (LibreOffice, which it calls for old formats, asks for much
    that it never touches). ``idle`` is how long a visitor's files are kept after the last word.
    """

    upload: int = 100 * MB
    speeches: int = 20
    visitor: int = 400 * MB
    visitors: int = 200
    uploads_at_once: int = 8
    look: float = 30.0
    make: float = 180.0
    memory: int = 1024 * MB
    address_space: int = 4096 * MB
    workers: int = 2
    idle: float = 3 * 3600.0


def limit_memory(bytes_: int) -> None:
    """From now on this process is refused more memory than that, where the system knows how
    (POSIX); elsewhere the pool looks on."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = bytes_ if most == resource.RLIM_INFINITY else min(bytes_, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
    except (ValueError, OSError):
        pass  # macOS knows the limit and refuses to set it
