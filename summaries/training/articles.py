"""Reads articles with an editor's summary: lines of JSON with `text`, `summary`, and maybe `title` and `source`."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article and what an editor wrote about it: a headline, a standfirst, or a list of headlines."""

    source: str
    title: str
    text: str
    summary: str


def read_articles(path: Path) -> list[Labelled]:
    """Gives the articles of a file, `.gz` or plain, that hold both a text and a summary."""
    content = path.read_bytes()
    lines = gzip.decompress(content) if path.suffix == ".gz" else content
    rows = [json.loads(line) for line in lines.splitlines() if line.strip()]
    return [
        Labelled(source=row.get("source", ""), title=row.get("title", ""), text=row["text"], summary=row["summary"])
        for row in rows
        if row["text"].strip() and row["summary"].strip()
    ]
