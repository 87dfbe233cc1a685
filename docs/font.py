"""Makes the font of the pictures: the characters of Chinese news out of Noto Sans CJK, in `bot/pictures/fonts`.

Needs Debian's fonts-noto-cjk, and fonttools and opencc in an environment of its own: `python -m docs.font`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import opencc
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
MADE = Path(__file__).parents[1] / "bot/pictures/fonts/jianbao-sans.otf"
FACE = "Noto Sans CJK SC"
NAME = "Jianbao Sans"
"""A changed font goes by a name of its own."""

HANZI = (("gb2312", 0xB0, 0xF7), ("big5", 0xA4, 0xC6))
"""Encodings, and the first bytes under which their common characters stand."""
RANGES = (
    (0x0020, 0x017F),  # Latin
    (0x0370, 0x045F),  # Greek and Cyrillic
    (0x2010, 0x205F),  # punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x219F),  # letterlike signs, numerals, arrows
    (0x2200, 0x226F),  # mathematics
    (0x2460, 0x2473),  # numbers in circles
    (0x25A0, 0x263F),  # shapes
    (0x3000, 0x30FF),  # Chinese punctuation, kana
    (0xFF00, 0xFFEF),  # full width
)
CONVERSIONS = ("s2t", "s2tw", "s2hk", "t2s")


def characters() -> set[str]:
    """Names what the font shall hold: two countries' common characters, and what each is in the other's writing."""
    common = set(_encoded())
    lines = "\n".join(sorted(common))
    converted = {c for name in CONVERSIONS for c in opencc.OpenCC(name).convert(lines) if c.isprintable()}
    return common | converted | {chr(code) for first, last in RANGES for code in range(first, last + 1)}


def _encoded() -> Iterator[str]:
    for encoding, first, last in HANZI:
        for pair in range(first << 8, (last + 1) << 8):
            yield from pair.to_bytes(2, "big").decode(encoding, "ignore")


def make() -> TTFont:
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx", "GPOS", "GSUB", "GDEF"]
    font = next(font for font in TTCollection(SOURCE).fonts if font["name"].getDebugName(4) == FACE)
    font.recalcTimestamp = False
    smaller = subset.Subsetter(options)
    smaller.populate(unicodes=[ord(c) for c in characters()])
    smaller.subset(font)
    for record in font["name"].names:
        told = str(record)
        record.string = told.replace(FACE, NAME).replace("NotoSansCJKsc", NAME.replace(" ", ""))
    top = font["CFF "].cff
    top.fontNames = [f"{NAME.replace(' ', '')}-Regular"]
    top.topDictIndex[0].FullName, top.topDictIndex[0].FamilyName = NAME, NAME
    return font


if __name__ == "__main__":
    font = make()
    font.save(MADE)
    sys.stdout.write(f"{MADE}: {len(font.getBestCmap())} characters, {MADE.stat().st_size:,} bytes\n")
