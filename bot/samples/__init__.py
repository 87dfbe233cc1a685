"""The sample posts and pictures the demo plays with: all written and drawn for it, from sources nobody owns."""

from importlib.resources import files
from pathlib import Path


def posts() -> Path:
    """The posts that are there when the demo starts, in the folders of a source: category, source, channel."""
    return _folder("posts")


def drops() -> Path:
    """The posts that arrive while somebody plays, laid out like `posts`."""
    return _folder("drops")


def pictures() -> Path:
    """The pictures the posts point to, by the last segment of their address."""
    return _folder("pictures")


def _folder(name: str) -> Path:
    return Path(str(files(__name__).joinpath(name)))
