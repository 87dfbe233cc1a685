"""Draws the pictures of docs/summaries.md: from sample posts, the packaged weights and the table measured last."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

from bot.samples import drops, posts
from bot.sources.post import read_post
from summaries.document import Document, read
from summaries.evidence import Reason, by_reason
from summaries.rank.learned import look

HERE = Path(__file__).resolve().parent
PAGE = HERE / "summaries.md"
NEWS, FEATURE = "晨江马拉松*.md", "最後一位手寫招牌師傅*.md"

WIDTH, EDGE = 400, 14
"""As wide as a phone, so that letters are not shrunk there."""

ROW, BAR, LETTER = 40, 12, 12.5
LONGEST = 55
"""Latin letters of a sentence that fit the width; an ideograph is two."""

_COLOURS = {
    Reason.OPENS: "#4477aa",
    Reason.TITLE: "#ee6677",
    Reason.TOPIC: "#228833",
    Reason.WORDS: "#ccaa22",
    Reason.CONCISE: "#55bbdd",
    Reason.NEW: "#aa3377",
}
"""Told apart by colour-blind eyes too (Paul Tol, bright)."""

_SHORT = {
    Reason.OPENS: "where it stands · 位置",
    Reason.TITLE: "what the title names · 标题",
    Reason.TOPIC: "the main subject · 主题",
    Reason.WORDS: "words as editors choose · 用词",
    Reason.CONCISE: "length · 长短",
    Reason.NEW: "what is new in it · 新意",
}
_INK, _PALE, _PAPER = "#222222", "#777777", "#ffffff"
_OURS, _OTHERS = "#4477aa", "#bbbbbb"
_SHOWN = {
    "Jianbao, rjieba": "Jianbao",
    "Jianbao, jieba": "",
    "LEAD": "first sentences",
    "oracle for char": "oracle, out of reach",
    "oracle for k": "",
}
"""How the picture calls what the table measures; nothing for what says the same again."""

_NUMBERS = "①②③"
MINUS = "\u2212"


class Weighed(NamedTuple):
    """A sentence and the points, in tenths of a log-odds, that lift or lower it against the mean of the considered."""

    text: str
    place: int
    """Which choice it is, 0 for none of the first three."""
    points: Sequence[tuple[str, float]]
    """Each with its colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A row of the measured table."""

    system: str
    points: float


def drawings() -> Mapping[Path, str]:
    """Gives every picture, by the file it belongs into."""
    folder = HERE / "pictures"
    return {folder / f"summaries-{name}.svg": draw() for name, draw in PICTURES.items()}


def news() -> str:
    """Draws the points of a piece of news, which tells what happened first."""
    return _points(_sample(drops(), NEWS))


def feature() -> str:
    """Draws the points of a feature, which begins with a scene."""
    return _points(_sample(posts(), FEATURE))


def gains() -> str:
    """Draws what the systems gain over the first sentences, as measured last."""
    rows = measured(PAGE.read_text(encoding="utf-8"))
    base = next((row.points for row in rows if row.system == "LEAD"), 0.0)
    shown = [(_SHOWN.get(row.system, row.system), row.points - base, row.points) for row in rows]
    shown = [row for row in shown if row[0]]
    return _framed(_gain_rows(shown), 58 + 32 * len(shown))


PICTURES: Mapping[str, Callable[[], str]] = {"news": news, "feature": feature, "gains": gains}


def measured(page: str) -> list[Result]:
    """Reads the `char` figures of all texts from the last table that names other packages, best first."""
    table = page.partition("**The same ")[2].partition("**Headlines**")[0]
    rows = re.findall(r"^\| ALL [^|]*\| ([^|]+) \|[^|]*\|[^|]*\|[^|]*\| ([\d.]+)", table, re.MULTILINE)
    found = [Result(system=system.strip(), points=float(points)) for system, points in rows]
    return sorted(found, key=lambda row: -row.points)


def _sample(folder: Path, name: str) -> Document:
    file = next(folder.rglob(name))
    article = read_post(file.read_bytes(), file.name)
    return read(article.paragraphs, title=article.title)


def weighed(document: Document) -> list[Weighed]:
    """Weighs the sentences that are considered for the first choice."""
    sight = look(document)
    assert sight, "a text of ours has words to go by"
    chosen = sight.order()[: len(_NUMBERS)]
    return [
        Weighed(
            text=document.sentences[i].text,
            place=chosen.index(i) + 1 if i in chosen else 0,
            points=[(_COLOURS[reason], 10 * points) for reason, points in by_reason(shares).items()],
        )
        for i, shares in sight.weighed([]).items()
    ]


def _points(document: Document) -> str:
    rows = weighed(document)
    least = min(sum(min(0.0, value) for _, value in row.points) for row in rows)
    most = max(sum(max(0.0, value) for _, value in row.points) for row in rows)
    scale = (WIDTH - 2 * EDGE - 48) / (most - least)
    zero = EDGE - least * scale
    top = 30 + 20 * 3
    height = top + ROW * len(rows) + 8
    parts = [
        _text(EDGE, 22, _cut(document.title), bold=True),
        *_legend(44),
        *(part for number, row in enumerate(rows) for part in _row(row, zero, scale, top + ROW * number)),
    ]
    return _framed(parts, height)


def _legend(top: float) -> Iterator[str]:
    for number, (reason, name) in enumerate(_SHORT.items()):
        x, y = EDGE + (number % 2) * (WIDTH / 2 - 6), top + 17 * (number // 2)
        yield _box(x, y - 9, 10, 10, _COLOURS[reason])
        yield _text(x + 15, y, name, size=11)


def _row(row: Weighed, zero: float, scale: float, top: float) -> Iterator[str]:
    mark = _NUMBERS[row.place - 1] + " " if row.place else ""
    yield _text(EDGE, top + 14, _cut(mark + row.text), bold=bool(row.place))
    yield _line(zero, top + 18, zero, top + 22 + BAR)
    right = left = zero
    for colour, value in row.points:
        width = abs(value) * scale
        left -= width if value < 0 else 0
        yield _box(left if value < 0 else right, top + 20, width, BAR, colour)
        right += width if value > 0 else 0
    total = sum(value for _, value in row.points)
    yield _text(WIDTH - EDGE, top + 30, f"{total:+.1f}".replace("-", MINUS), end=True, bold=bool(row.place))


def _gain_rows(shown: Sequence[tuple[str, float, float]]) -> Iterator[str]:
    yield _text(EDGE, 22, "Points more or less than the first sentences", bold=True)
    yield _text(EDGE, 40, "ROUGE F1 × 100 at the length of the editor’s text", size=11, colour=_PALE)
    gains_shown = [gain for _, gain, _ in shown]
    least, most = min([0.0, *gains_shown]), max([1.0, *gains_shown])
    begin, end = 150, WIDTH - EDGE - 44
    scale = (end - begin) / (most - least)
    zero = begin - least * scale
    yield _line(zero, 52, zero, 54 + 32 * len(shown))
    for number, (system, gain, points) in enumerate(shown):
        y = 58 + 32 * number
        is_ours = system == _SHOWN["Jianbao, rjieba"]
        yield _text(EDGE, y + 15, system, bold=is_ours)
        yield _box(min(zero, zero + gain * scale), y + 4, abs(gain) * scale, 15, _OURS if is_ours else _OTHERS)
        yield _text(WIDTH - EDGE, y + 16, f"{points:.1f}", end=True, bold=is_ours)


def _framed(parts: Iterable[str], height: float) -> str:
    fonts = "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}"'
    paper = f'<rect width="{WIDTH}" height="{height:.0f}" rx="8" fill="{_PAPER}"/>'
    return "\n".join([f'{head} height="{height:.0f}" font-family="{fonts}">', paper, *parts, "</svg>"]) + "\n"


def _box(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{_PALE}"/>'


def _text(  # noqa: PLR0913 (what a text looks like)
    x: float, y: float, words: str, *, size: float = LETTER, bold: bool = False, end: bool = False, colour: str = _INK
) -> str:
    weight = ' font-weight="600"' if bold else ""
    style = f' font-size="{size:g}" fill="{colour}"{weight}'
    anchor = ' text-anchor="end"' if end else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{style}{anchor}>{escape(words)}</text>'


def _cut(words: str) -> str:
    """Cuts a line to what fits the width."""
    widths = list(accumulate(2 if east_asian_width(character) in "WF" else 1 for character in words))
    if widths[-1] <= LONGEST:
        return words
    return words[: sum(width < LONGEST for width in widths)] + "…"
