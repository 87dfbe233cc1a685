"""Colours and sizes; a phone shows a picture at a third of its size."""

WIDTH = 1080
MARGIN = 40
SMALL = 32
"""Pixels of the smallest letters."""
MIDDLE = 38
LARGE = 52

GROUND = "#e9edf1"
CARD = "#ffffff"
INK = "#17212b"
GREY = "#5f6b76"
RULE = "#dde3e8"
FAINT = "#f2f5f8"
BAR = "#2f8fe6"
TINT = "#cfe5fa"
AMBER = "#f0a42c"
RED = "#e2504a"
# Apart for people who see no red or green, too: each is also lighter or darker than its neighbours.
PALETTE = (BAR, AMBER, "#2fa87a", "#8e63ce", "#b4bfc9")
