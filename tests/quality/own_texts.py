"""Our own small texts, each with what a good editor would choose for two sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import summaries

FOLDER = Path(__file__).parents[1] / "data" / "summaries"
SENTENCES = 2

_MUST = re.compile(r"<must>(.*?)</must>")
_EITHER = re.compile(r"<either>(.*?)</either>")
_MARK = re.compile(r"</?(?:must|either)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A text, and its wishes: of the sentences of each, one at least belongs into a short summary."""

    name: str
    title: str
    text: str
    wishes: tuple[tuple[str, ...], ...]


def read(folder: Path = FOLDER) -> list[OwnText]:
    """Reads the texts: # title, each `<must>` sentence is a wish, the `<either>` ones together are one more."""
    return [_text(file.stem, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.md"))]


def _text(name: str, page: str) -> OwnText:
    head, _, body = page.partition("\n")
    title, body = (head.removeprefix("# "), body) if head.startswith("# ") else ("", page)
    either = tuple(_EITHER.findall(body))
    return OwnText(
        name=name,
        title=title,
        text="\n".join(line.strip() for line in _MARK.sub("", body).splitlines() if line.strip()),
        wishes=(*((sentence,) for sentence in _MUST.findall(body)), *([either] if either else [])),
    )


def met(text: OwnText) -> Iterator[bool]:
    """Tells of each wish whether a summary of two sentences meets it."""
    told = "\n".join(summaries.summarize(text.text, title=text.title, sentences=SENTENCES).sentences)
    return (any(sentence in told for sentence in wish) for wish in text.wishes)
