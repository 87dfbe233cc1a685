"""Finds the words no dictionary lists in a run of characters, by jieba's tables of how characters stand in words."""

import re
from collections.abc import Collection, Mapping

NEVER = -3.14e100
"""What jieba takes for the logarithm of nothing."""

_PARTS = re.compile(r"[\u4e00-\u9fd5]+|[a-zA-Z0-9]+(?:\.\d+)?%?|[^\u4e00-\u9fd5a-zA-Z0-9]+")
_CHINESE = "\u4e00"
_PAIR = 2
_PLACES = "BMES"
"""A character begins a word, is in its middle, ends it, or is one by itself."""

_MOVES = ("BM", "BE", "MM", "ME", "EB", "ES", "SB", "SS")

_Odds = tuple[float, float, float, float]
Table = Mapping[str, Mapping[str, float]]
"""By a place in a word: the odds of each next place, or of each character."""


class Unlisted:
    """Cuts runs of characters into words that are likely by how their characters mostly stand in words."""

    def __init__(self, begin: Mapping[str, float], moves: Table, stand: Table, split: Collection[str]) -> None:
        self.begin = tuple([begin[place] for place in _PLACES])
        self.moves = tuple([moves[move[0]][move[1]] for move in _MOVES])
        self.stand = Stand(stand)
        self.split = split
        """What is to be left in characters."""

    def find(self, run: str) -> list[str]:
        """Gives the words of a run; joined, they are the run."""
        words: list[str] = []
        for part in _PARTS.findall(run):
            if part < _CHINESE:
                words.append(part)
            elif len(part) == _PAIR:
                words += (part,) if self._is_word(part) else part
            else:
                words += self._likeliest(part)
        if self.split:
            return [piece for word in words for piece in (word if word in self.split else (word,))]
        return words

    def _is_word(self, pair: str) -> bool:
        """Tells whether two characters are rather one word; two of three runs have no more."""
        b, m, e, s = self.begin
        _, be, _, me, _, es, _, ss = self.moves
        first_b, first_m, first_e, first_s = self.stand[pair[0]]
        _, _, second_e, second_s = self.stand[pair[1]]
        from_b, from_m = b + first_b + be + second_e, m + first_m + me + second_e
        from_e, from_s = e + first_e + es + second_s, s + first_s + ss + second_s
        whole = from_b if from_b > from_m else from_m  # noqa: FURB136 - max takes three times as long
        return whole > (from_e if from_e > from_s else from_s)  # noqa: FURB136

    def _likeliest(self, run: str) -> list[str]:
        """Finds the likeliest places of all characters: Viterbi's way, added and chosen among equals as jieba does."""
        bm, be, mm, me, eb, es, sb, ss = self.moves
        stand = self.stand
        b, m, e, s = map(float.__add__, self.begin, stand[run[0]])
        b_ends = m_ends = 0  # where the words of each way end, as the bits of a number
        e_ends = s_ends = bit = 1
        for character in run[1:]:
            bit += bit
            to_b, to_m, to_e, to_s = stand[character]
            from_e, from_s = e + eb + to_b, s + sb + to_b
            new_b, new_b_ends = (from_e, e_ends) if from_e > from_s else (from_s, s_ends)
            from_b, from_m = b + bm + to_m, m + mm + to_m
            new_m, new_m_ends = (from_b, b_ends) if from_b > from_m else (from_m, m_ends)
            from_e, from_s = e + es + to_s, s + ss + to_s
            s, s_ends = (from_e, e_ends | bit) if from_e > from_s else (from_s, s_ends | bit)
            from_b, from_m = b + be + to_e, m + me + to_e
            e, e_ends = (from_b, b_ends | bit) if from_b > from_m else (from_m, m_ends | bit)
            b, m, b_ends, m_ends = new_b, new_m, new_b_ends, new_m_ends
        return _words(run, e_ends if e > s else s_ends)


class Stand(dict[str, _Odds]):
    """How likely a character is to stand in each place; put together when it is first met."""

    def __init__(self, stand: Table) -> None:
        super().__init__()
        self.by_place = [stand[place] for place in _PLACES]

    def __missing__(self, character: str) -> _Odds:
        b, m, e, s = [odds.get(character, NEVER) for odds in self.by_place]
        self[character] = (b, m, e, s)
        return self[character]


def _words(run: str, ends: int) -> list[str]:
    words: list[str] = []
    begin = 0
    for end, bit in enumerate(reversed(bin(ends)), 1):
        if bit == "1":
            words.append(run[begin:end])
            begin = end
    return words
