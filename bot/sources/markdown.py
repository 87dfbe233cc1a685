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
_LISTINGS = r"(?:codeblock|code|highlight|mermaid|e?charts?|plantuml|markmap|graphviz|linkgrid|flink)"
"""What encloses no text: programs, figures to be drawn, lists of sites."""
_LISTING_END = re.compile(rf"\{{%\s*end{_LISTINGS}\s*%\}}")
_LISTING = re.compile(rf"\{{%\s*{_LISTINGS}\b[^{{}}]*?%\}}.*?{_LISTING_END.pattern}", re.DOTALL)
_EQUATION_END = re.compile(r"\\end\{[a-z*]{1,20}\}")
_EQUATION = re.compile(rf"^[ \t]*+\\begin\{{[a-z*]{{1,20}}\}}.*?{_EQUATION_END.pattern}", re.DOTALL | re.MULTILINE)
_WORD = r"(?!(?:true|false)\s*+%\})[^\s%{}]++"
"""But for the last, which tells whether the words are HTML."""
_LABEL = r"(?!https?:|/)[^\s%{},]++"
_PLACE = r"[^\s()<>\"']++"
SHORT = 24
"""A line with no more characters was not wrapped; its writer ended it."""
_WIDE_SIGN = r"[\u3000-\u9fff\uff00-\uffef]"
_ENDING = r"(?![\u3001\uff0c\uff1b])[\u3000-\u9fff\uff00-\uffef“”]"
_QUOTED, _STARS = r"[ \t]*+(?:> ?+){0,3}+", r"[*_]{0,3}+"
_LABELLED = rf"{_STARS}[\u4e00-\u9fff]{{2,8}}{_STARS}[:\uff1a]"
_ENUMERATED = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、\uff0e]|[①-⑳•●▪■◆])"
_MARKS = (
    # Hexo's own tags, https://hexo.io/docs/tag-plugins
    (re.compile(r"\{%\s*img\s+(?:[\w-]+\s+){0,5}(https?://[^\s{}]++)[^{}]*?%\}"), r"![](\1)", "a picture"),
    (
        # word by word and possessive, or a row of blanks would be tried in every way there is
        re.compile(
            rf"\{{%\s*+(?:post|asset)_link\s++[^\s{{}}]++\s++((?:{_WORD}(?:\s++{_WORD})*+)?+)(?:\s++(?:true|false))?+\s*+%\}}"
        ),
        r"\1",
        "a link to another post or to a file",
    ),
    (
        re.compile(rf"\{{%\s*+link\s++({_LABEL}(?:\s++{_LABEL})*+)\s++(?:https?:|/)[^{{}}]*?%\}}"),
        r"\1",
        "a link to another site",
    ),
    (re.compile(r"\{%\s*+label\s++[\w-]*+@([^{}]*?)\s?%\}"), r"\1", "words with a colour (NexT)"),
    (re.compile(r"\{%\s*+label\s++([^\s{}@]++)[^{}]*+\}"), r"\1", "the same (Butterfly)"),
    (re.compile(r"\{%\s*+(?:u|emp|wavy|psw|kbd)\s++([^{}]*?)\s?%\}"), r"\1", "words with a line or a frame"),
    (re.compile(r"\{%\s*+(?:span|p)\s++[^{},]*+,\s*+([^{}]*?)\s?%\}"), r"\1", "words in a size or a colour"),
    (re.compile(r"\{%\s*+ruby\s++([^{}|]++)\|[^{}]*+\}"), r"\1", "words with their sounds above"),
    (re.compile(r"\{%\s*+hideInline\s++([^{},]*+)[^{}]*+\}"), r"\1", "words to be tapped"),
    (re.compile(r"\{\{[<%][^{}]*+\}\}"), "", "Hugo's own tags"),
    (re.compile(r"\{#[^{}]*?#\}"), "", "a note to the writer"),
    (re.compile(r"\{%[^{}]*?%\}"), "", "any other: what stands between a pair of them is text"),
    # what many write though CommonMark does not know it
    (
        re.compile(r"(?<![=A-Za-z0-9])==(\{?)(?=[^\s=])([^=\n]{1,300})(?<=\S)==(?![=A-Za-z0-9])"),
        lambda found: found[2].removesuffix("}") if found[1] else found[2],
        "marked words",
    ),
    (re.compile(r"^@?\[{1,2}toc\]{1,2}[ \t]*$", re.MULTILINE | re.IGNORECASE), "", "the place of a table of contents"),
    (re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]"), "", "a picture or a note of Obsidian"),
    (
        re.compile(r"(?<!\[)\[\[(?! )(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})(?<! )\]\](?![(:\[])"),
        r"\1",
        "a link of Obsidian",
    ),
    (re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE), r"\1 ", "a heading without its blank"),
    (
        re.compile(r"^([ \t>]*+(?:[-*+]|\d{1,9}[.)])[ \t]++)\[[ xX]\][ \t]++", re.MULTILINE),
        r"\1",
        "whether a task is done",
    ),
    (re.compile(r"^:{3,}.*", re.MULTILINE), "", "where a box begins and ends"),
    (
        re.compile(r"^(?:!!!|\?\?\?)\+?[ \t]++[a-z]++(?:[ \t]++\"?([^\"\n]*+)\"?)?$", re.MULTILINE),
        r"\1\n",
        "the kind of a box, before its title",
    ),
    (re.compile(r"(?<=[\w)])\^([0-9+-]{1,4})\^"), r"<sup>\1</sup>", "a power"),
    (re.compile(r"(?<=[A-Za-z)])~(\d{1,3})~(?![\d~])"), r"<sub>\1</sub>", "the figure of a formula"),
    (re.compile(r"^([ \t>]*+)\[![A-Za-z]{1,20}\][+-]?", re.MULTILINE), r"\1", "the kind of a quoted note"),
    (
        re.compile(
            r"(?:\{:|\{(?=[#.])|(?<=\))\{)[ \t]*+(?:(?:[#.][\w-]++|[\w-]++=[^\s{}]++)[ \t]*+)++\}[ \t]*+$", re.MULTILINE
        ),
        "",
        "how something looks",
    ),
    (re.compile(r"^[ \t]*+\$\$(?!\$)[^$]*+\$\$[ \t]*+$", re.MULTILINE), "", "a formula set apart: no sentence"),
    (
        re.compile(
            r"^[ \t]*+\\{1,2}\[[^\\\[\]=^_*+<>]*+(?:[=^_*+<>]|\\(?!\\?[\[\]]))"
            r"(?:[^\\]|\\(?!\\?[\[\]]))*+\\{1,2}\][ \t]*+$",
            re.MULTILINE,
        ),
        "",
        "the same as TeX writes it",
    ),
    (re.compile(r"(!\[[^\[\]\n]*+\]\([^\s()]++)[ \t]++=[^\s()]*+[ \t]*+\)"), r"\1)", "the size of a picture"),
    (
        re.compile(rf"(!\[[^\[\]\n]*+\]\()({_PLACE}(?:[ \t]++{_PLACE})++)([ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?\)"),
        r"\1<\2>\3)",
        "a picture whose address has blanks",
    ),
    (re.compile(rf"\n(?=[ \t\u3000]*+{_ENUMERATED})"), "  \n", "where the next point begins"),
    (
        # word-wrapped lines are longer
        re.compile(
            rf"^(?!{_QUOTED}[#|~`:<])"
            rf"([^\n]{{0,{SHORT}}}{_ENDING}{_STARS})\n(?={_QUOTED}{_STARS}{_WIDE_SIGN})",
            re.MULTILINE,
        ),
        "\\1  \n",
        "a short line, which Hexo ends where it ends",
    ),
    (
        re.compile(rf"^({_QUOTED}{_LABELLED}[^\n]{{0,60}})\n(?={_QUOTED}{_LABELLED})", re.MULTILINE),
        "\\1  \n",
        "lines that each begin with what they tell",
    ),
)
"""What is put in the place of marks before the text is parsed, and what they are."""
_NOTE = re.compile(
    r"^[ \t>]{0,9}\[\^([^\[\]\s]{1,40})\]:.*"
    r"(?:\n[ \t]+\S.*|\n(?:[ \t]*\n)++(?: {4}|\t)[ \t]*\S.*)*$",
    re.MULTILINE,
)
"""With the paragraphs that go on below it, which are indented."""
_NOTE_MARK = re.compile(r"\[\^([^\[\]\s]{1,40})\]")
_NOTE_WITHIN = re.compile(r"((?<!`)`++[^`\n]*+`++)|\^\[(?:[^\[\]\n]++|\[[^\[\]\n]*+\])++\]")
"""A note that stands where its mark would stand; in a piece of a program it is something else."""
_FORMULA = re.compile(
    r"((?<!`)`++[^`\n]*+`++)"
    r"|(?<![\\$])\$(?=[^\s$])[^$\n]{1,300}(?<=[^\s\\])\$(?![\d$])"
    r"|\$\$[^$\n]{1,300}\$\$"
    r"|\\{1,2}\((?:(?!\\{1,2}\))[^\n]){1,300}\\{1,2}\)"
    r"|(?<=\d)\*(?=\d)"
)
"""A formula within a line, as MathJax finds it: a price is followed by a figure or a blank. First what is a program's;
last a star between figures, for `3*4*5` is not 345."""
_TIMES = "*"
_MATHEMATICAL = re.compile(r"[_^=+*/<>{}|~]|\\[a-zA-Z]")
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_STRONG = re.compile(r"(\*{2,3}+)(?=\S)([^*\n]++(?:\n(?![\n<])[^*\n]++)*+)(?<=\S)\1")
_WIDE = re.compile(_WIDE_SIGN)
_SENTENCE_END = re.compile(r"(?<=[。！？…])([”’」』）]?)\n(?=[^<\n]|<(?:a|code|del|em|strong)\b)")


def as_html(body: str) -> str:
    """Gives the HTML of a post's body."""
    if len(body) > LONGEST or _is_html(body):
        return body
    body = without(_EQUATION, without(_LISTING, body, end=_LISTING_END), end=_EQUATION_END)
    body = _without_notes(body)
    for pattern, put, _ in _MARKS:
        body = pattern.sub(put, body)
    body = _FORMULA.sub(_as_written, body)
    rendered = _STRONG.sub(_plain, _parser().render(body))
    # Hexo's own renderer breaks every line; only where a sentence ends no sentence is torn by it.
    return _SENTENCE_END.sub(r"\1<br>\n", rendered)


def _as_written(found: re.Match[str]) -> str:
    """Gives a formula so that it comes through Markdown as it is; two backslashes are Hexo's way to write one."""
    said = found[0]
    if said != _TIMES and (found[1] or not _MATHEMATICAL.search(said, 1)):
        return said
    if _WIDE.search(said) and "\\" not in said:  # words between two prices
        return said
    return _SIGN.sub(_referred, re.sub(r"\\\\(?=[()])", r"\\", said))


def _referred(sign: re.Match[str]) -> str:
    """Gives a sign as HTML refers to it, so that it is no mark of Markdown's."""
    return f"&#{ord(sign[0])};"


def _without_notes(body: str) -> str:
    notes = {note[1] for note in _NOTE.finditer(body)}
    body = _NOTE_WITHIN.sub(lambda found: found[1] or "", body)
    return _NOTE_MARK.sub(lambda mark: "" if mark[1] in notes else mark[0], _NOTE.sub("", body))


def _plain(found: re.Match[str]) -> str:
    """Takes away stars that CommonMark leaves standing, for Chinese puts no blank between a mark and the next word."""
    return found[2] if _WIDE.search(found[2]) else found[0]


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
