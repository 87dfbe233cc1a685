"""Takes out of text what nobody can see, but for the joiners that shape letters and emoji."""

import re

_LETTERS = r"\u0600-\u08ff\u0900-\u0dff"
"""Arabic, Syriac and the scripts of India: Persian parts a word's pieces by a non-joiner."""
_SHAPED = r"\u0600-\u08ff\u0900-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    r"\ufeff\ufff9-\ufffd\ud800-\udfff]"
    rf"|(?<![{_LETTERS}])\u200c|\u200c(?![{_LETTERS}])|(?<![{_SHAPED}])\u200d|\u200d(?![{_SHAPED}])"
)


def seen(text: str) -> str:
    """Gives what can be seen of a text."""
    return _UNSEEN.sub("", text)
