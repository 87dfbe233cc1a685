"""Reads articles and what somebody wrote about each: an editor's summary, or the title that stands above it."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from summaries.document import read
from summaries.sentences import Sentence
from summaries.titles import is_telling

TITLED = "titled"
"""The source of articles of which only the title tells what they say."""

FEWEST_SENTENCES, FEWEST_CHARACTERS = 4, 200
"""Below these, a title teaches nothing: there is hardly a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article and what is written about it: a headline, a standfirst, or a list of headlines."""

    source: str
    title: str
    text: str
    summary: str
    by_title: bool = False
    """The summary is the title, which somebody wrote to be read above the text and not instead of it."""


def read_articles(*paths: Path) -> list[Labelled]:
    """Gives the articles of files, `.gz` or plain: lines of JSON with `text` and `summary`, maybe `title` and `source`.

    A line without summary is taken as `jianbao read --json` prints it, with `title` and `paragraphs`. A title that
    tells something counts as what somebody wrote about the text, also where there is a summary besides.
    """
    rows = [row for path in paths for row in _rows(path)]
    edited = [
        Labelled(source=row.get("source", ""), title=row.get("title", ""), text=row["text"], summary=row["summary"])
        for row in rows
        if "summary" in row and row["text"].strip() and row["summary"].strip()
    ]
    titled = [_read(row) for row in rows if "summary" not in row]
    titled += [_by_title(article) for article in edited if article.title]
    once = {article.summary: article for article in titled if _teaches(article)}
    return [*edited, *once.values()]


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    content = path.read_bytes()
    lines = gzip.decompress(content) if path.suffix == ".gz" else content
    for number, line in enumerate(lines.splitlines(), 1):
        if line.strip():
            row = json.loads(line)
            if not ({"text", "summary"} <= row.keys() or {"title", "paragraphs"} <= row.keys()):
                problem = (
                    f"{path}, line {number}: neither text and summary nor title and paragraphs, see docs/summaries.md"
                )
                raise SystemExit(problem)
            yield row


def _read(row: Mapping[str, Any]) -> Labelled:
    """Takes what was read as an article of which only the title tells what it says."""
    title = row["title"].strip()
    document = read(row["paragraphs"], title=title)  # it leaves out what only repeats the title: to find that is no art
    text = "\n".join(in_paragraphs(document.sentences))
    return Labelled(source=row.get("source", TITLED), title="", text=text, summary=title, by_title=True)


def _by_title(article: Labelled) -> Labelled:
    """Takes the title of an article for what is written about it."""
    source = f"{article.source}, {TITLED}"
    return replace(article, source=source, title="", summary=article.title.strip(), by_title=True)


def in_paragraphs(sentences: Sequence[Sentence]) -> list[str]:
    """Puts sentences together to paragraphs again."""
    return ["".join([s.text for s in of_one]) for _, of_one in groupby(sentences, lambda s: s.paragraph)]


def _teaches(article: Labelled) -> bool:
    """Tells whether an article's title tells what it says, and the text leaves a choice."""
    if not is_telling(article.summary) or len(article.text) < FEWEST_CHARACTERS:
        return False
    document = read(article.text)
    return document.in_chinese and len(document.sentences) >= FEWEST_SENTENCES


def weights_of(articles: Sequence[Labelled], *, evenness: float, by_title: float) -> list[float]:
    """Gives each article a weight that lets a small source speak louder than its share, a large one less loud.

    With an `evenness` of 0 each article counts the same, with 1 each source; one of which only the title tells what it
    says counts so many times.
    """
    many = Counter([article.source for article in articles])
    mean = len(articles) / len(many)
    of_source = {source: (mean / count) ** evenness for source, count in many.items()}
    return [of_source[article.source] * (by_title if article.by_title else 1.0) for article in articles]
