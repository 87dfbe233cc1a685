"""What may become a keyword, and the text as those who look for one see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from summaries.document import Document
from summaries.words import plain

TITLE_COUNTS = 3
"""What the title has weighs as if it stood this often more in the text."""


Candidate = tuple[float, str, bool]
"""Minus what it tells, so that the best come first in a sorted list; the word or name as it stands in the plain text;
whether it came out of a cut, which may have taken something from it. A plain tuple: dozens are made of each text."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Title and text in one, in the text's own script (`original`) and in the one words are compared in (`text`)."""

    document: Document
    title: str
    original: str
    text: str
    body: str
    """The text without the title."""
    vocabulary: Mapping[str, int]
    """The document's telling words, and how often each is said."""

    @cached_property
    def everything(self) -> str:
        """Gives the title and all of the text that was read, for what is said further on."""
        read = self.document.texts[: self.document.read]
        return plain("\n".join([self.title, *read]))

    def count(self, name: str) -> int:
        """Tells how often a name stands in the text, with what the title adds."""
        return self.text.count(name) + (TITLE_COUNTS if name in self.title else 0)

    def shown(self, name: str) -> str:
        """Gives a name as the text writes it."""
        start = self.text.find(name)
        return self.original[start : start + len(name)]
