"""Cuts text into the words of jieba's dictionary, the very ones jieba finds, in a fraction of its time and memory."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log
from threading import Lock
from typing import Any

from summaries.words.unlisted import Unlisted

_CHARACTERS = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%\-"
"""What the words of a dictionary are made of; whatever else a text holds stands for itself."""

_IN_WORDS = re.compile(f"[{_CHARACTERS}]+")
_LINE = re.compile(rf"^([{_CHARACTERS}]+) 0*([1-9]\d*)", re.MULTILINE)
_ROW = re.compile(rb"([\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*).*\n(?:\1.*\n)*")
_COUNT = re.compile(rb"^[^ \n]+ (\d+)", re.MULTILINE)
_PIECES = re.compile(rf"[{_CHARACTERS}]+|\r\n|[^{_CHARACTERS}]")

_REMEMBERED = 20
"""Runs of single characters come again if they are short; a longer one would only take memory."""

_Node = tuple[Any, ...]
"""The weight of a word or None, the characters that may follow in longer words, and a node for each of these. Tuples
and a string, for all others take three times the memory, and to wait for memory is most of the time of a cut."""

_Entry = tuple[str, float | None, dict[str, _Node]]
"""A character, its weight (None outside words), and the nodes of what may follow it."""

_BORDER: _Entry = ("\n", None, {})


class Lexicon(dict[str, _Entry]):
    """What begins with each character; the lines of a dictionary are read when their first character is first met."""

    def __init__(self, rows: Mapping[str, bytes], total: int) -> None:
        super().__init__()
        self._rows = dict(rows)
        self._total = log(total or 1)
        self._leaves: dict[str, _Node] = {}
        self._characters: dict[str, str] = {}
        self._reading = Lock()
        self.unlisted = log(1) - self._total
        """The weight of a character that is no word; known by identity, for one said once weighs the same."""

    def __missing__(self, character: str) -> _Entry:
        if character > "\uffff":
            return _BORDER  # there are more of these than are worth remembering
        with self._reading:
            if character not in self:
                self[character] = self._entry(character)
            return self[character]

    def lists(self, word: str) -> bool:
        """Tells whether a word of two or more characters is in the dictionary."""
        node = self[word[0]][2].get(word[1])
        for character in word[2:]:
            if node is None:
                return False
            at = node[1].find(character)
            node = node[at + 2] if at >= 0 else None
        return node is not None and node[0] is not None

    def _entry(self, character: str) -> _Entry:
        if not _IN_WORDS.match(character):
            return _BORDER
        same = self._characters.setdefault
        row = self._rows.pop(character, b"").decode()
        leaves = {word: self._leaf(count) for word, count in _LINE.findall(row)}
        weight: float = leaves.pop(character, (self.unlisted,))[0]
        follow = {same(second, second): self._node(tails) for second, tails in _by_first(leaves, 1).items()}
        return same(character, character), weight, follow

    def _leaf(self, count: str) -> _Node:
        if count not in self._leaves:
            self._leaves[count] = (log(int(count)) - self._total, "")
        return self._leaves[count]

    def _node(self, tails: dict[str, _Node]) -> _Node:
        leaf = tails.pop("", None)
        if leaf and not tails:
            return leaf
        by_first = _by_first(tails, 0)
        follow = "".join(by_first)
        nodes = map(self._node, by_first.values())
        return (leaf[0] if leaf else None, self._characters.setdefault(follow, follow), *nodes)


def _by_first(leaves: Mapping[str, _Node], begin: int) -> dict[str, dict[str, _Node]]:
    found: dict[str, dict[str, _Node]] = {}
    for word, leaf in leaves.items():
        first = word[begin]
        if first not in found:
            found[first] = {}
        found[first][word[begin + 1 :]] = leaf
    return found


def in_words(characters: str) -> str:
    """Gives those that a dictionary's words may hold."""
    return "".join(_IN_WORDS.findall(characters))


def is_in_words(characters: str) -> bool:
    """Tells whether they may hold all of these."""
    return _IN_WORDS.fullmatch(characters) is not None


def read_lines(lines: bytes) -> Lexicon:
    """Reads lines of a word, how often it was counted, and whatever else."""
    rows: dict[str, bytes] = {}
    for match in _ROW.finditer(lines + b"\n"):
        first = match[1].decode()
        rows[first] = rows.get(first, b"") + match[0]
    total = sum([sum(map(int, _COUNT.findall(row))) for row in rows.values()])
    return Lexicon(rows, total)


def read_counts(counts: Mapping[str, int], total: int) -> Lexicon:
    """Reads a dictionary that is loaded already."""
    rows: dict[str, list[str]] = {}
    for word, count in counts.items():
        if count and is_in_words(word):
            rows.setdefault(word[0], []).append(f"{word} {count}\n")
    return Lexicon({first: "".join(row).encode() for first, row in rows.items()}, total)


class Cutter:
    """Cuts as jieba does in its accurate mode."""

    def __init__(self, lexicon: Lexicon, unlisted: Unlisted) -> None:
        self._lexicon = lexicon
        self._find_unlisted = unlisted.find
        self._remembered = lru_cache(maxsize=1 << 13)(self._apart)

    def cut(self, text: str) -> list[str]:
        """Gives the words of a text; joined, they are the text."""
        starts, ends = self._way(text)
        words: list[str] = []
        place, length = 0, len(text)
        start = starts[0]
        while start < length:
            if start > place:
                words += self._singles(text[place:start])
            place = ends[start]
            words.append(text[start:place])
            start = starts[place]
        words += self._singles(text[place:])
        return words

    def _singles(self, run: str) -> Sequence[str]:
        """Cuts a run between words of several characters."""
        if len(run) <= 1:
            return run
        return self._remembered(run) if len(run) <= _REMEMBERED else self._apart(run)

    def _way(self, text: str) -> tuple[list[int], list[int]]:
        """Gives for each place where the likeliest way on from there has its next word of several characters, and where
        a word that begins there ends.
        """
        # Ways are weighed from the end, and of equal ones that with the longer word wins, both as jieba does: sums of
        # floats in another order would now and then choose otherwise.
        length = len(text)
        entries = [*map(self._lexicon.__getitem__, text)]
        entries.reverse()
        unlisted, longer = self._lexicon.unlisted, self._longer
        sums = [0.0] * (length + 1)
        starts, ends = [length] * (length + 1), [length] * length
        best, start, place = 0.0, length, length
        following = after = "\n"
        for character, weight, follow in entries:
            place -= 1
            if following in follow:
                node = follow[following]
                best += weight  # type: ignore[operator]
                word = node[0]
                if word is not None:
                    word += sums[place + 2]
                    if word >= best or weight is unlisted:
                        best, start, ends[place] = word, place, place + 2
                if after in node[1]:
                    least = float("-inf") if weight is unlisted and start != place else best
                    word, end = longer(node, text, place + 2, sums, least)
                    if end:
                        best, start, ends[place] = word, place, end
            elif weight is None:
                best = 0.0
            else:
                best += weight
            sums[place] = best
            starts[place] = start
            after, following = following, character
        return starts, ends

    def _longer(self, node: _Node, text: str, place: int, sums: list[float], least: float) -> tuple[float, int]:
        """Goes on with longer words that begin as a node says; gives the best and its end, or an end of 0."""
        end = 0
        while place < len(text) and (at := node[1].find(text[place])) >= 0:
            node = node[at + 2]
            place += 1
            if node[0] is not None and node[0] + sums[place] >= least:
                least, end = node[0] + sums[place], place
        return least, end

    def _apart(self, run: str) -> list[str]:
        """Cuts a run of which the dictionary makes single characters; where it knows no better, there may be a name."""
        words: list[str] = []
        for piece in _PIECES.findall(run):
            if len(piece) == 1 or piece == "\r\n":
                words.append(piece)
            else:
                words += piece if self._lexicon.lists(piece) else self._find_unlisted(piece)
        return words
