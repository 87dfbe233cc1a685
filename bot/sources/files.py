"""Looks at the files of a folder: which are posts, which can be read, and what is in them."""

# ruff: noqa: PTH116, PTH118, PTH120 - making a Path of every name costs more than looking at the file

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from bot.errors import UnreadablePostError

MAX_BYTES = 5 * 1024 * 1024
HEAD_BYTES = 4096
"""Enough for the front matter of nearly any post."""
LONGEST_HEAD = 64 * 1024
"""Enough for that of any."""
CHUNK = 2000
"""Files listed at once: little to hold, and others get their turn between."""

_LINES_OF_DASHES = re.compile(rb"^---[ \t]*\r?$.*?^---[ \t]*\r?$", re.MULTILINE | re.DOTALL)

_ENDINGS = (".md", ".markdown")
_NO_POSTS = frozenset({"node_modules", "_drafts"})
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
"""Without waiting: opening a pipe must not hang."""
_ADVISE = getattr(os, "posix_fadvise", None)
_AT_ONCE = 128


class Seen(NamedTuple):
    """A file as it was when looked at; `path` is relative, with `/`."""

    path: str
    mtime_ns: int = 0
    size: int = 0
    ctime_ns: int = 0
    """Changes with rights and names too, so what could not be read is tried again."""
    trouble: str = ""
    """Why it cannot be read, as far as one sees without reading."""


def is_post(name: str) -> bool:
    """Tells whether a file's name is a post's: hidden files, editors' copies and unfinished downloads are not."""
    return name.lower().endswith(_ENDINGS) and not name.startswith((".", "~", "#"))


def is_folder_of_posts(name: str) -> bool:
    return not name.startswith(".") and name not in _NO_POSTS


def is_wanted(path: str) -> bool:
    """Tells whether a path may be a post, or a folder that holds some."""
    return all(map(is_folder_of_posts, path.split("/")))


def folders(root: str, below: str = "") -> list[str]:
    """Lists a folder and all below it, relative to the root; the root itself is an empty text."""
    found = [below]
    for place in found:  # grows while it is walked
        with suppress(OSError), os.scandir(os.path.join(root, place)) as entries:
            found += [
                f"{place}/{entry.name}".lstrip("/")
                for entry in entries
                if entry.is_dir(follow_symlinks=False) and is_folder_of_posts(entry.name)
            ]
    return found


def listing(root: str, below: str = "") -> Iterator[list[Seen]]:
    """Lists all posts of a folder and below it, a chunk at a time."""
    chunk: list[Seen] = []
    for place in folders(root, below):
        try:
            with os.scandir(os.path.join(root, place)) as entries:
                for entry in entries:
                    if is_post(entry.name):
                        chunk.append(_seen(f"{place}/{entry.name}".lstrip("/"), entry.stat, entry.path, root))
                    if len(chunk) >= CHUNK:
                        yield chunk
                        chunk = []
        except FileNotFoundError:
            continue
        except OSError as error:
            chunk.append(Seen(place, trouble=_why(error)))
    if chunk:
        yield chunk


def look(root: str, path: str) -> Seen | None:
    """Looks at one file; None when it is gone or lies behind a linked folder."""
    full = os.path.join(root, path)
    parent = os.path.dirname(full)
    if not os.path.lexists(full) or os.path.realpath(parent) != parent:
        return None
    return _seen(path, lambda *, follow_symlinks: os.stat(full, follow_symlinks=follow_symlinks), full, root)


def absent(root: str, paths: Iterable[str]) -> list[str]:
    """Picks the paths at which nothing is any more."""
    return [path for path in paths if not os.path.lexists(os.path.join(root, path))]


def heads(root: str, paths: Sequence[str]) -> Iterator[bytes | UnreadablePostError]:
    """Reads the beginnings of posts, which hold their front matter, in the order given."""
    for start in range(0, len(paths), _AT_ONCE):
        some = paths[start : start + _AT_ONCE]
        for path, file in zip(some, [_asked_for(root, path) for path in some], strict=True):
            yield _head(file, path)


def _asked_for(root: str, path: str) -> int | OSError:
    """Opens a file and has the disk fetch its beginning while others are opened: much faster when nothing is cached."""
    try:
        file = os.open(os.path.join(root, path), _FLAGS)
        if _ADVISE:
            _ADVISE(file, 0, HEAD_BYTES, os.POSIX_FADV_WILLNEED)
    except OSError as error:
        return error
    return file


def _head(file: int | OSError, path: str) -> bytes | UnreadablePostError:
    if isinstance(file, OSError):
        return _unreadable(path, file)
    try:
        head = os.read(file, HEAD_BYTES)
        is_whole = len(head) < HEAD_BYTES or _LINES_OF_DASHES.search(head)
        return head if is_whole else head + os.read(file, LONGEST_HEAD - HEAD_BYTES)
    except OSError as error:
        return _unreadable(path, error)
    finally:
        os.close(file)


def whole(root: str, path: str) -> bytes:
    """Reads a post; whatever stands there by now, it is a regular file of bearable size, or it is refused."""
    full = os.path.join(root, path)
    try:
        with os.fdopen(os.open(full, _FLAGS), "rb") as stream:
            trouble = _trouble(os.fstat(stream.fileno())) if _is_within(root, full) else _LEADS_OUT
            data = b"" if trouble else stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if trouble or len(data) > MAX_BYTES:
        raise UnreadablePostError(f"It {trouble or _TOO_LARGE}.", subject=path)
    return data


def _seen(path: str, status: Callable[..., os.stat_result], full: str, root: str) -> Seen:
    try:
        info = status(follow_symlinks=False)
        if stat.S_ISLNK(info.st_mode):
            if not _is_within(root, full):
                return Seen(path, info.st_mtime_ns, info.st_size, info.st_ctime_ns, _LEADS_OUT)
            info = status(follow_symlinks=True)
    except OSError as error:
        return Seen(path, trouble=_why(error))
    return Seen(path, info.st_mtime_ns, info.st_size, info.st_ctime_ns, _trouble(info))


def _is_within(root: str, full: str) -> bool:
    return os.path.commonpath((root, os.path.realpath(full))) == root


def _trouble(info: os.stat_result) -> str:
    if stat.S_ISDIR(info.st_mode):
        return "is a folder"
    if not stat.S_ISREG(info.st_mode):
        return "is no regular file"
    return _TOO_LARGE if info.st_size > MAX_BYTES else ""


def _unreadable(path: str, error: OSError) -> UnreadablePostError:
    return UnreadablePostError(f"It {_why(error)}.", subject=path)


def _why(error: OSError) -> str:
    return _REASONS.get(type(error), f"cannot be opened ({error.strerror})")


_LEADS_OUT = "is a link that leads out of the folder"
_TOO_LARGE = "is larger than 5 MB"
_REASONS: dict[type[OSError], str] = {
    PermissionError: "may not be read by this user",
    FileNotFoundError: "is gone",
    NotADirectoryError: "is gone",
}
