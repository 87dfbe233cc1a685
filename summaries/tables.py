"""Reads the tables that lie in the package."""

from pathlib import Path

_FOLDER = Path(__file__).with_name("weights")


def read_table(name: str) -> str:
    """Gives the text of a file of weights."""
    return (_FOLDER / name).read_text(encoding="utf-8")
