"""The figures of the last days as one picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.figures import Figures, Written
from bot.core.naming import written
from bot.pictures import axes, charts, fonts
from bot.pictures.canvas import Canvas
from bot.pictures.charts import Layer
from bot.pictures.looks import (
    AMBER,
    BAR,
    CARD,
    GREY,
    GROUND,
    INK,
    LARGE,
    MARGIN,
    MIDDLE,
    PALETTE,
    RED,
    SMALL,
    WIDTH,
)
from bot.texts import say

HEAD = 96
CHART = 220
TITLE = 58
LINE = 48
"""One line of a legend."""
PAD = 26
"""Between a card's edge and what stands on it; and twice the gap between cards."""
INNER = WIDTH - 2 * MARGIN
DOT = 22
MOST_NAMED = 280
"""Pixels of a name in a legend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One chart with its title, how tall it is, and what draws it below a height."""

    title: str
    told: str
    height: int
    draw: Callable[[Canvas, float], None]


def draw(figures: Figures, language: str) -> bytes:
    """Draws a PNG; takes some tenths of a second."""
    cards = (
        _readers(figures, language),
        _deliveries(figures, language),
        _articles(figures, language),
        _read(figures, language),
    )
    canvas = Canvas(WIDTH, HEAD + sum(_whole(card) for card in cards) + PAD // 2, GROUND)
    _head(canvas, figures, language)
    top = HEAD
    for card in cards:
        canvas.rounded((MARGIN - PAD, top, WIDTH - MARGIN + PAD, top + _whole(card) - PAD // 2), 24, CARD)
        middle = top + PAD + MIDDLE / 2
        canvas.bold((MARGIN, middle), card.title, MIDDLE, INK, "lm")
        canvas.bold((WIDTH - MARGIN, middle), card.told, MIDDLE, INK, "rm")
        card.draw(canvas, top + PAD + TITLE)
        top += _whole(card)
    return canvas.png()


def _whole(card: Card) -> int:
    return PAD + TITLE + card.height + PAD


def _head(canvas: Canvas, figures: Figures, language: str) -> None:
    dates = figures.days.dates
    canvas.bold((MARGIN, HEAD / 2), say(language, "stats-title", days=len(dates)), LARGE, INK, "lm")
    span = f"{axes.day(dates[0])} – {axes.day(dates[-1])}"
    canvas.words((WIDTH - MARGIN, HEAD / 2), span, SMALL, GREY, "rm")


def _readers(figures: Figures, language: str) -> Card:
    def draw(canvas: Canvas, top: float) -> None:
        box = (MARGIN, top, WIDTH - MARGIN, top + CHART)
        charts.line(canvas, box, figures.days.dates, figures.readers)

    told = axes.whole(figures.readers_now)
    if figures.change:
        told += f" ({figures.change:+,})"
    return Card(title=say(language, "stats-readers"), told=told, height=CHART, draw=draw)


def _deliveries(figures: Figures, language: str) -> Card:
    kinds = (
        ("stats-sent", BAR, figures.sent),
        ("stats-unreachable", AMBER, figures.unreachable),
        ("stats-failed", RED, figures.failed),
    )
    layers = [
        Layer(name=f"{say(language, key)} {axes.whole(sum(counts))}", colour=colour, counts=counts)
        for key, colour, counts in kinds
    ]
    return _piled(figures, language, say(language, "stats-deliveries"), layers, INNER)


def _articles(figures: Figures, language: str) -> Card:
    layers = [
        Layer(name=_named(of, language), colour=colour, counts=of.articles)
        for of, colour in zip(figures.written, PALETTE, strict=False)
    ]
    return _piled(figures, language, say(language, "stats-articles"), layers, MOST_NAMED)


def _named(of: Written, language: str) -> str:
    return _drawable((of.name,), language) if of.name else say(language, "stats-others")


def _drawable(path: tuple[str, ...], language: str) -> str:
    """Gives the name of a category as readers of a language write it, as far as there are letters for it."""
    return fonts.drawable(written(path, language)[-1]) or fonts.MISSING


def _piled(figures: Figures, language: str, title: str, layers: Sequence[Layer], widest: int) -> Card:
    total = sum(sum(layer.counts) for layer in layers)
    if not total:
        return _empty(title, language)
    lines = _legend(layers, widest)

    def draw(canvas: Canvas, top: float) -> None:
        for number, line in enumerate(lines):
            for left, name, colour in line:
                middle = top + LINE * (number + 0.5) - 6
                canvas.rounded((left, middle - DOT / 2, left + DOT, middle + DOT / 2), 7, colour)
                canvas.words((left + DOT + 10, middle), name, SMALL, GREY, "lm")
        foot = top + LINE * len(lines)
        charts.bars(canvas, (MARGIN, foot, WIDTH - MARGIN, foot + CHART), figures.days.dates, layers)

    return Card(title=title, told=axes.whole(total), height=CHART + LINE * len(lines), draw=draw)


def _legend(layers: Sequence[Layer], widest: int) -> list[list[tuple[int, str, str]]]:
    """Puts (left, name, colour) into as many lines as they need."""
    lines: list[list[tuple[int, str, str]]] = [[]]
    left = MARGIN
    for layer in layers:
        name = fonts.fitted(layer.name, SMALL, widest)
        end = left + DOT + 10 + fonts.width(name, SMALL)
        if end > WIDTH - MARGIN and lines[-1]:
            lines.append([])
            end, left = end - left + MARGIN, MARGIN
        lines[-1].append((left, name, layer.colour))
        left = end + 36
    return lines


def _read(figures: Figures, language: str) -> Card:
    title = say(language, "stats-read")
    if not figures.read:
        return _empty(title, language)
    named = [
        (" \u203a ".join(written(read.path, language)), _drawable(read.path, language), read.readers)
        for read in figures.read
    ]

    def draw(canvas: Canvas, top: float) -> None:
        charts.rows(canvas, (MARGIN, top), INNER, named)

    return Card(title=title, told="", height=charts.ROW * len(named) - 8, draw=draw)


def _empty(title: str, language: str) -> Card:
    def draw(canvas: Canvas, top: float) -> None:
        canvas.words((WIDTH / 2, top + LINE / 2), say(language, "stats-none"), SMALL, GREY, "mm")

    return Card(title=title, told="", height=LINE, draw=draw)
