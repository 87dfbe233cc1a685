"""Draws lines, bars and words in pixels, with smooth edges."""

from collections.abc import Callable, Sequence
from io import BytesIO
from math import ceil, floor
from typing import Literal

from PIL import Image, ImageDraw

from bot.pictures import fonts

SHARP = 3
"""Shapes are drawn so many times larger and then reduced: the library itself knows no smooth edges."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom; the last two are just outside."""
Anchor = Literal["la", "ra", "ma", "lm", "rm", "mm"]
"""Which place of the words is meant: left, right or middle; the ascender's line or the middle of the line."""


class Canvas:
    def __init__(self, width: int, height: int, colour: str) -> None:
        self._image = Image.new("RGB", (width, height), colour)
        self._draw = ImageDraw.Draw(self._image)

    def words(self, at: Point, text: str, size: int, colour: str, anchor: Anchor = "la") -> None:
        """Writes one line of characters that `fonts.drawable` has seen."""
        self._draw.text(at, text, colour, fonts.of_size(size), anchor)

    def bold(self, at: Point, text: str, size: int, colour: str, anchor: Anchor = "la") -> None:
        """Writes stronger; a second font for the few titles would be as large as the first."""
        self._draw.text(at, text, colour, fonts.of_size(size), anchor, stroke_width=0.6)

    def bar(self, box: Box, colour: str) -> None:
        """Fills whole pixels."""
        left, top, right, bottom = map(round, box)
        if right > left and bottom > top:
            self._draw.rectangle((left, top, right - 1, bottom - 1), colour)

    def rounded(self, box: Box, radius: float, colour: str) -> None:
        def shape(draw: ImageDraw.ImageDraw, place: Callable[[Point], Point]) -> None:
            right, bottom = place(box[2:])
            draw.rounded_rectangle((*place(box[:2]), right - 1, bottom - 1), radius * SHARP, 255)

        self._shape(box, shape, colour)

    def area(self, points: Sequence[Point], colour: str) -> None:
        """Fills what lies within a line around it."""
        self._shape(
            _around(points, 0), lambda draw, place: draw.polygon([place(point) for point in points], 255), colour
        )

    def line(self, points: Sequence[Point], width: float, colour: str) -> None:
        """Draws a line with round ends and corners."""

        def shape(draw: ImageDraw.ImageDraw, place: Callable[[Point], Point]) -> None:
            draw.line([place(point) for point in points], 255, round(width * SHARP))
            for x, y in map(place, points):
                half = width * SHARP / 2
                draw.ellipse((x - half, y - half, x + half, y + half), 255)

        self._shape(_around(points, width), shape, colour)

    def png(self) -> bytes:
        file = BytesIO()
        self._image.save(file, "PNG")
        return file.getvalue()

    def _shape(
        self, box: Box, draw: Callable[[ImageDraw.ImageDraw, Callable[[Point], Point]], None], colour: str
    ) -> None:
        left, top = floor(box[0]), floor(box[1])
        size = ceil(box[2]) - left, ceil(box[3]) - top
        mask = Image.new("L", (size[0] * SHARP, size[1] * SHARP))
        draw(ImageDraw.Draw(mask), lambda point: ((point[0] - left) * SHARP, (point[1] - top) * SHARP))
        self._image.paste(colour, (left, top), mask.reduce(SHARP))


def _around(points: Sequence[Point], margin: float) -> Box:
    across, down = zip(*points, strict=True)
    return min(across) - margin, min(down) - margin, max(across) + margin + 1, max(down) + margin + 1
