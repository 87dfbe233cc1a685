"""Gives the runs of clauses of a sentence that are fit to be a headline."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from summaries.headline import alone, trims
from summaries.headline.clauses import Clause, clauses
from summaries.headline.fit import begins_well, is_finished, is_named_before, lacks_doer, points_outside, unbalanced
from summaries.sentences import has_cjk

try:
    from summaries.compiled.sentences import count_tokens
except ImportError:  # no compiler was there
    from summaries.sentences import count_tokens

MOST_TOKENS = 30
FEWEST_TOKENS = 6
MOST_CLAUSES = 6
MOST_BEFORE = 4
"""Clauses of a sentence that may be left out before a run; what comes later is never its news."""

_LONGEST_SPEAKER = 8
"""Characters of a clause at the end that only says who said all that: …，村民们说。"""

_MOST_TRIMMED = 24
"""Tokens that leaving out the end of the last clause may save."""

_NEVER_LAST = frozenset(("claim", "paper", "frame", "credit"))
_NEEDS_MORE = frozenset(("if", "by"))
_WHEN = frozenset(("claim", "frame", ""))
_PROMISES = frozenset(("：", ":", "——"))
"""Marks behind what only names or announces: what it is comes next."""
_GO_ON_BELOW = "..", "…", ":", "：", "…]", "..]"
"""So ends what breaks off, or leads to a list or a quotation."""
_NAMED_BEFORE = ("这", "此", "对此", "上述")
_SEPARATES = frozenset("；;。！？")
_QUOTES, _UNQUOTES = frozenset('“「『"'), frozenset('”」』"')
_GOES_ON = re.compile(
    r"(?:and|but|while|as|with|which|who|after|before|when|where|because|although|saying|making|\w+ing)\b"
)


class Run(NamedTuple):
    """A run of clauses of one sentence, and what was left out inside its first clause."""

    start: int
    stop: int
    first: int
    last: int
    tokens: int
    inside: str
    trimmed: str = ""


class Cut(NamedTuple):
    """A sentence as the rules see it, cut into clauses."""

    plain: str
    clauses: list[Clause]
    kinds: str
    """The first letter of each clause's kind, `-` for the news itself."""
    counts: list[int]
    """The tokens of each clause."""
    pairs: tuple[str, ...]
    latin: bool
    offices: bool
    """Whether an office may stand before a name."""
    heads: bool
    """Whether the head of a state may be named behind the office."""
    ends: bool
    """Whether the end of a clause may be left out."""
    tails: bool
    """The same of what an English clause says besides."""
    titled: bool
    """Whether it names a paper."""
    briefs: bool
    """Whether it may name what a briefing or a meeting is about."""


def cut(plain: str) -> Cut:
    """Cuts a plain, lowered sentence."""
    found = clauses(plain)
    kinds = "".join([clause.kind[:1] or "-" for clause in found])
    counts = [count_tokens(plain[clause.start : clause.stop]) for clause in found]
    latin = not has_cjk(plain)
    return Cut(
        plain,
        found,
        kinds,
        counts,
        unbalanced(plain),
        latin,
        not latin and trims.has_offices(plain),
        not latin and trims.has_heads(plain),
        trims.has_ends(plain),
        latin and trims.has_tails(plain),
        "《" in plain,
        not latin and alone.may_brief(plain),
    )


def runs(sentence: Cut) -> Iterator[Run]:
    """Gives the fit runs of a sentence; none begins behind a claim or a condition that it would lose."""
    ends = _ends(sentence)
    for first, clause in enumerate(sentence.clauses[: MOST_BEFORE + 1]):
        if sentence.latin and first and not _may_follow(sentence.clauses[first - 1]):
            return
        if clause.kind != "credit" and any(ends[first : first + MOST_CLAUSES]):
            for start, inside in _starts(sentence, first):
                if _may_begin(sentence, first, start, inside):
                    yield from _from(sentence, ends, Run(start, clause.stop, first, first, 0, inside))
            if _has_parts(sentence, first):
                yield from _alone(sentence, first)
        if clause.kind in ("claim", "if"):
            if alone.wants(sentence.plain, clause.start, clause.stop):
                yield from _wishes(sentence, ends, first + 1)
            return


def _has_parts(sentence: Cut, number: int) -> bool:
    """Tells whether it is worth the trouble to ask for parts of a clause."""
    _, stop, kind, _ = sentence.clauses[number]
    return not sentence.latin and (
        sentence.titled
        or sentence.briefs
        or kind == "by"
        or sentence.counts[number] > MOST_TOKENS
        or alone.may_be_done(sentence.plain, stop)
    )


def _alone(sentence: Cut, number: int) -> Iterator[Run]:
    """Gives what inside a clause, or before its end, stands alone."""
    plain, clause = sentence.plain, sentence.clauses[number]
    if sentence.counts[number] > MOST_TOKENS and (event := alone.event(plain, clause.start, clause.stop)):
        yield from _one(sentence, Run(clause.start, event, number, number, 0, "title"))
    if sentence.titled:
        for start, stop in alone.papers(plain, clause.start, clause.stop):
            yield from _one(sentence, Run(start, stop, number, number, 0, "title"))
    if not _is_claimed_behind(sentence):
        yield from _told(sentence, number)


def _told(sentence: Cut, number: int) -> Iterator[Run]:
    """Gives what a briefing is about, what was done when the next thing was, and what is taken for granted."""
    plain, (begun, end, kind, mark) = sentence.plain, sentence.clauses[number]
    if sentence.briefs and kind == "" and (topic := alone.topic(plain, begun, end)):
        yield from _one(sentence, Run(*topic, number, number, 0, "topic"))
    if (
        kind in _WHEN
        and alone.may_be_done(plain, end)
        and not sentence.kinds[:number].strip("fc")
        and (stop := alone.done(plain, begun, end))
    ):
        for start, _ in _trimmed(sentence, number):
            yield from _one(sentence, Run(start, stop, number, number, 0, "done"))
    if kind == "by" and mark == "，":
        start = alone.known(plain, begun, end)
        if start and is_finished(plain, start, end, end + 1):
            yield from _one(sentence, Run(start, end, number, number, 0, "known"))


def _one(sentence: Cut, run: Run) -> Iterator[Run]:
    """Gives a run if it is fit."""
    plain, (start, stop, *_) = sentence.plain, run
    tokens = count_tokens(plain[start:stop])
    if (
        FEWEST_TOKENS <= tokens <= MOST_TOKENS
        and begins_well(plain, start)
        and not points_outside(plain, start, stop)
        and _is_whole(sentence, start, stop)
    ):
        yield run._replace(tokens=tokens)


def _wishes(sentence: Cut, ends: list[bool], begin: int) -> Iterator[Run]:
    """Gives the runs that tell what somebody wants done: no claim, and so true without him who wants it."""
    plain, wanted = sentence.plain, False
    for first, clause in enumerate(sentence.clauses[begin : MOST_BEFORE + 1], begin):
        if sentence.clauses[first - 1].kind == "if" or clause.kind in ("claim", "if", "credit"):
            return
        start = alone.wish(plain, clause.start, clause.stop)
        if not start and wanted and alone.is_wish(plain, clause.start):
            start = clause.start
        if start and not points_outside(plain, start, clause.stop):
            wanted = True
            yield from _from(sentence, ends, Run(start, clause.stop, first, first, 0, "duty"))


def _ends(sentence: Cut) -> list[bool]:
    """Tells of each clause that a run could reach whether it may be a run's last."""
    found = sentence.clauses
    reached = min(len(found), MOST_BEFORE + MOST_CLAUSES)
    if not _is_claimed_behind(sentence):
        return [_may_end(sentence, last) for last in range(reached)]
    return [last + 1 == len(found) and _may_end(sentence, last) for last in range(reached)]


def _may_follow(before: Clause) -> bool:
    """Tells whether an English clause stands without the one before it."""
    return before.kind in ("frame", "credit") or before.mark == ";"


def _starts(sentence: Cut, number: int) -> Iterator[tuple[int, str]]:
    clause, start = sentence.clauses[number], 0
    for start, inside in _trimmed(sentence, number):
        yield start, inside
    if wish := alone.wish(sentence.plain, clause.start, clause.stop):
        yield wish, "duty"
    if clause.kind == "" and not sentence.latin and (deed := _deed(sentence, number, start)):
        yield deed, "deed"


def _trimmed(sentence: Cut, number: int) -> Iterator[tuple[int, str]]:
    start, stop, *_ = sentence.clauses[number]
    return trims.starts(sentence.plain, start, stop, offices=sentence.offices, heads=sentence.heads)


def _deed(sentence: Cut, number: int, start: int) -> int:
    """Gives where begins a deed whose doer leaves no room for it; 0 where there is room, or no such deed."""
    plain, stop = sentence.plain, sentence.clauses[number].stop
    if number and sentence.clauses[number - 1].kind == "" and alone.begins_with_deed(plain, start, stop):
        begun = max(begin for begin, _ in _trimmed(sentence, number - 1))
        return start if count_tokens(plain[begun:stop]) > MOST_TOKENS else 0
    if sentence.counts[number] <= MOST_TOKENS or count_tokens(plain[start:stop]) <= MOST_TOKENS:
        return 0
    return alone.deed(plain, start, stop)


def _may_begin(sentence: Cut, first: int, start: int, inside: str) -> bool:
    plain, found = sentence.plain, sentence.clauses
    if points_outside(plain, start, found[first].stop):
        return False
    if inside in ("deed", "duty"):
        return True
    if not begins_well(plain, start):
        return False
    if not first or found[first - 1].kind in ("frame", "credit") or found[first - 1].mark in _SEPARATES:
        return True
    return not lacks_doer(plain, start)


def _from(sentence: Cut, ends: list[bool], begun: Run) -> Iterator[Run]:
    """Gives the runs that begin where this one does."""
    plain, found, latin = sentence.plain, sentence.clauses, sentence.latin
    start, _, first, _, _, inside, _ = begun
    own = count_tokens(plain[start : found[first].stop]) if inside else sentence.counts[first]
    counts = accumulate([own, *sentence.counts[first + 1 : first + MOST_CLAUSES]])
    for last, count in enumerate(counts, first):
        if count > MOST_TOKENS + _MOST_TRIMMED or last >= len(ends):
            return
        if last > first and inside == "duty" and not alone.is_wish(plain, found[last].start):
            return
        if last > first and found[last - 1].kind == "frame" and _speaks_of_before(plain, found[last]):
            return
        if last > first and found[last - 1].kind == "claim" and plain.startswith(_NAMED_BEFORE, found[last].start):
            return
        if not ends[last] or (latin and last > first and found[last].mark):
            continue
        for stop, trimmed in _stops(sentence, start, found[last]):
            tokens = count - count_tokens(plain[stop : found[last].stop]) if trimmed else count
            if FEWEST_TOKENS <= tokens <= MOST_TOKENS and _is_whole(sentence, start, stop):
                yield Run(start, stop, first, last, tokens, inside, trimmed)


def _speaks_of_before(plain: str, clause: Clause) -> bool:
    return is_named_before(plain, clause.start) or points_outside(plain, clause.start, clause.stop)


def _stops(sentence: Cut, start: int, clause: Clause) -> Iterator[tuple[int, str]]:
    """Gives where a run may end in its last clause, and what is then left out."""
    plain, begun, stop = sentence.plain, max(start, clause.start), clause.stop
    if plain[stop - 1] in "。. ":
        stop = start + len(plain[start:stop].rstrip("。. "))
    yield stop, ""
    if sentence.ends:
        yield from trims.stops(plain, begun, stop)
    if sentence.tails:
        yield from trims.tails(plain, begun, stop)


def _may_end(sentence: Cut, last: int) -> bool:
    plain, found, latin = sentence.plain, sentence.clauses, sentence.latin
    start, stop, kind, mark = found[last]
    if not mark:
        if kind in ("frame", "credit") or plain.endswith(_GO_ON_BELOW, 0, stop):
            return False
        return not latin or is_finished(plain, start, stop, stop)
    if kind in _NEVER_LAST or kind in _NEEDS_MORE or mark in _PROMISES:
        return False
    following = stop + len(mark)
    if latin and mark == ",":
        next_begins = found[last + 1].start if last + 1 < len(found) else following
        if not _GOES_ON.match(plain, next_begins):
            return False
    return is_finished(plain, start, stop, following)


def _is_claimed_behind(sentence: Cut) -> bool:
    """Tells whether the sentence says only at its end whose claim it is: …, officials said."""
    if sentence.kinds[-1:] != "c":
        return False
    end = sentence.clauses[-1]
    return end.kind == "claim" and (sentence.latin or end.stop - end.start <= _LONGEST_SPEAKER)


def _is_whole(sentence: Cut, start: int, stop: int) -> bool:
    plain = sentence.plain
    if plain[start] in _QUOTES and plain[stop - 1] in _UNQUOTES:
        return False  # somebody's words without the somebody
    if sentence.pairs and any(
        plain.count(pair[0], start, stop) != plain.count(pair[1], start, stop)
        or plain.count(pair[0], 0, start) > plain.count(pair[1], 0, start)
        for pair in sentence.pairs
    ):
        return False
    return '"' not in plain or plain.count('"', start, stop) % 2 == 0
