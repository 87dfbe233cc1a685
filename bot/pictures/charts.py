"""The charts of a picture, each with its axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.days import Counts
from bot.pictures import axes, fonts
from bot.pictures.canvas import Box, Canvas, Point
from bot.pictures.looks import BAR, FAINT, GREY, INK, RULE, SMALL, TINT

FOOT = 50
"""Room for the days below a chart."""
GUTTER = 16
THINNEST = 3
"""A bar that is not 0 can be seen."""
WIDEST = 72
DAY_ROOM = 128
"""A day's name and the gap to the next."""
ROW = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Bars that lie on those of the layer before."""

    name: str
    colour: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the numbers of a chart lie."""

    box: Box
    low: int
    high: int

    def height(self, number: float) -> float:
        share = (number - self.low) / (self.high - self.low)
        return self.box[3] - share * (self.box[3] - self.box[1])


def line(canvas: Canvas, box: Box, dates: Sequence[date], counts: Counts) -> None:
    """Draws how a number went up and down; the axis begins near the lowest."""
    low, high = min(counts), max(counts)
    plot = _axes(canvas, box, axes.ticks(low, high) if high > low else axes.ticks(max(low - 1, 0), high + 1))
    left, _, right, bottom = plot.box
    half = (right - left) / len(counts) / 2
    centres = [left + half * (2 * place + 1) for place in range(len(counts))]
    points: list[Point] = [(x, plot.height(number)) for x, number in zip(centres, counts, strict=True)]
    canvas.area([(points[0][0], bottom), *points, (points[-1][0], bottom)], TINT)
    _rules(canvas, plot, (bottom,))
    canvas.line(points, 5, BAR)
    canvas.line(points[-1:], 16, BAR)
    _days(canvas, plot, dates, centres)


def bars(canvas: Canvas, box: Box, dates: Sequence[date], layers: Sequence[Layer]) -> None:
    """Draws a pile for each day."""
    plot = _axes(canvas, box, axes.ticks(0, max(axes.tops(*(layer.counts for layer in layers)))))
    left, _, right, bottom = plot.box
    pitch = (right - left) / len(dates)
    wide = min(WIDEST, max(2, round(pitch * 0.76)))
    centres = [left + pitch * (place + 0.5) for place in range(len(dates))]
    for place, centre in enumerate(centres):
        foot, start = bottom, round(centre - wide / 2)
        for layer in layers:
            number = layer.counts[place]
            tall = max(THINNEST, bottom - plot.height(number)) if number else 0
            canvas.bar((start, foot - tall, start + wide, foot), layer.colour)
            foot -= tall
    _days(canvas, plot, dates, centres)


def rows(canvas: Canvas, at: Point, width: float, named: Sequence[tuple[str, str, int]]) -> None:
    """Draws a bar for each (name, shorter name, number) with both written on it."""
    most = max(number for _, _, number in named)
    for place, (name, shorter, number) in enumerate(named):
        left, top = at[0], at[1] + place * ROW
        told = axes.whole(number)
        room = round(width - fonts.width(told, SMALL) - 56)
        canvas.rounded((left, top, left + width, top + ROW - 8), 12, FAINT)
        canvas.rounded((left, top, left + max(24, width * number / most), top + ROW - 8), 12, TINT)
        middle = top + (ROW - 8) / 2
        whole = fonts.drawable(name)
        words = whole if fonts.width(whole, SMALL) <= room else fonts.fitted(shorter, SMALL, room)
        canvas.words((left + 16, middle), words, SMALL, INK, "lm")
        canvas.words((left + width - 16, middle), told, SMALL, INK, "rm")


def _axes(canvas: Canvas, box: Box, ticks: Sequence[int]) -> Plot:
    """Draws the numbers and their lines, and gives what room is left."""
    gutter = max(fonts.width(axes.whole(tick), SMALL) for tick in ticks) + GUTTER
    plot = Plot((box[0] + gutter, box[1] + SMALL / 2, box[2], box[3] - FOOT), ticks[0], ticks[-1])
    heights = [plot.height(tick) for tick in ticks]
    _rules(canvas, plot, heights)
    for tick, height in zip(ticks, heights, strict=True):
        canvas.words((plot.box[0] - GUTTER, height), axes.whole(tick), SMALL, GREY, "rm")
    return plot


def _rules(canvas: Canvas, plot: Plot, heights: Sequence[float]) -> None:
    for height in heights:
        canvas.bar((plot.box[0], height - 1, plot.box[2], height + 1), RULE)


def _days(canvas: Canvas, plot: Plot, dates: Sequence[date], centres: Sequence[float]) -> None:
    left, _, right, bottom = plot.box
    for place in axes.named(len(dates), right - left, DAY_ROOM):
        name = axes.day(dates[place])
        half = fonts.width(name, SMALL) / 2
        middle = min(max(centres[place], left + half), right - half)
        canvas.words((middle, bottom + 10), name, SMALL, GREY, "ma")
