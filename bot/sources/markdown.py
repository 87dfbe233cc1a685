"""Makes HTML of a post's Markdown, as Hexo does; a body that is HTML already stays as it is."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.sources.cutting import without
from bot.sources.tags import TAG, VOID_TAGS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LONGEST = 100_000
"""No article has more characters; what has is read as if it were HTML."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENT_END = re.compile(r"-->")
_LISTINGS = r"(?:codeblock|code|highlight|mermaid)"
_LISTING_END = re.compile(rf"\{{%\s*end{_LISTINGS}\s*%\}}")
_LISTING = re.compile(rf"\{{%\s*{_LISTINGS}\b[^%{{}}]*%\}}.*?{_LISTING_END.pattern}", re.DOTALL)
_WORD = r"(?!(?:true|false)\s*+%\})[^\s%{}]++"
"""But for the last, which tells whether the words are HTML."""
_MARKS = (
    # Hexo's own tags, https://hexo.io/docs/tag-plugins
    (re.compile(r"\{%\s*img\s+(?:[\w-]+\s+){0,5}(https?://[^\s{}]++)[^{}]*?%\}"), r"![](\1)", "a picture"),
    (
        # word by word and possessive, or a row of blanks would be tried in every way there is
        re.compile(
            rf"\{{%\s*+post_link\s++[^\s{{}}]++\s++((?:{_WORD}(?:\s++{_WORD})*+)?+)(?:\s++(?:true|false))?+\s*+%\}}"
        ),
        r"\1",
        "a link to another post",
    ),
    (re.compile(r"\{%[^{}]*?%\}"), "", "any other: what stands between a pair of them is text"),
    # what many write though CommonMark does not know it
    (re.compile(r"^@?\[toc\][ \t]*$", re.MULTILINE | re.IGNORECASE), "", "the place of a table of contents"),
    (re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE), r"\1 ", "a heading without its blank"),
)
"""What is put in the place of marks before the text is parsed, and what they are."""
_NOTE = re.compile(r"^\[\^([^\[\]\s]{1,40})\]:.*(?:\n[ \t]+\S.*)*$", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\[\]\s]{1,40})\]")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]++)(?<=\S)\*\*")
_WIDE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_SENTENCE_END = re.compile(r"(?<=[。！？…])([”’」』）]?)\n(?=[^<\n])")


def as_html(body: str) -> str:
    """Gives the HTML of a post's body."""
    if len(body) > LONGEST or _is_html(body):
        return body
    body = _without_notes(without(_LISTING, body, end=_LISTING_END))
    for pattern, put, _ in _MARKS:
        body = pattern.sub(put, body)
    rendered = _STRONG.sub(_plain, _parser().render(body))
    # Hexo's own renderer breaks every line; only where a sentence ends no sentence is torn by it.
    return _SENTENCE_END.sub(r"\1<br>\n", rendered)


def _without_notes(body: str) -> str:
    notes = {note[1] for note in _NOTE.finditer(body)}
    return _NOTE_MARK.sub(lambda mark: "" if mark[1] in notes else mark[0], _NOTE.sub("", body))


def _plain(found: re.Match[str]) -> str:
    """Takes away stars that CommonMark leaves standing, for Chinese puts no blank between a mark and the next word."""
    return found[1] if _WIDE.search(found[1]) else found[0]


def _is_html(body: str) -> bool:
    """Tells whether all of a body stands within tags."""
    body = body.strip()
    if not body.startswith("<"):
        return False
    if body.startswith("<div>") and body.endswith("</div>"):
        return True
    return not _has_bare_text(without(_COMMENT, body, end=_COMMENT_END))


def _has_bare_text(markup: str) -> bool:
    depth = end = 0
    for tag in TAG.finditer(markup):
        if not depth and markup[end : tag.start()].strip():
            return True
        if tag[2].lower() not in VOID_TAGS:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        end = tag.end()
    return not depth and bool(markup[end:].strip())


@lru_cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a mirror, all of whose posts are HTML, needs none of it

    # An indented line is hardly ever a listing in an article, and its words are not to be lost.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
