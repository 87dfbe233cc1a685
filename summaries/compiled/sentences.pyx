"""Cuts a text into sentences as `summaries.sentences` does; what is rare is asked of plain Python."""

from libc.stdint cimport uint32_t

from summaries import sentences as plain
from summaries.sentences import Sentence

cdef extern from "Python.h":
    int PyUnicode_KIND(object text)
    void *PyUnicode_DATA(object text)
    uint32_t PyUnicode_READ(int kind, const void *data, Py_ssize_t at) nogil
    bint Py_UNICODE_ISSPACE(Py_UCS4 character)
    bint Py_UNICODE_ISALNUM(Py_UCS4 character)
    bint Py_UNICODE_ISDECIMAL(Py_UCS4 character)

include "tokens.pxi"

cdef Py_ssize_t GLANCE = plain.GLANCE
cdef int LONGEST = plain.LONGEST, WITHOUT_MARKS = plain.WITHOUT_MARKS
cdef Py_ssize_t QUOTED = 60  # characters of a short quotation

cdef enum:
    ENOUGH = 4  # ideographs in a row
    IN_CHINESE = 0x2E80
    OF = 0x7684  # 的


def split(text):
    """Gives all sentences in order; joined, they are the text again up to white space."""
    cdef list found = []
    cdef str line, paragraph
    cdef Py_ssize_t number = 0, block = 0, begun, start
    for block, given in enumerate((text,) if isinstance(text, str) else text):
        begun = 0
        for cut in given.splitlines(keepends=True):  # a line break ends a paragraph
            line = cut
            paragraph = line.strip()
            if paragraph:
                start = begun if line[0] == paragraph[0] else begun + line.index(paragraph[0])
                _add_sentences(paragraph, number, block, start, found)
                number += 1
            begun += len(line)
    return tuple(found)


def is_strange(str text not None, str wanted not None, int room):
    """Tells whether the title lacks more ideographs near the beginning."""
    cdef Py_ssize_t place
    cdef Py_UCS4 c
    for place in range(min(GLANCE, <Py_ssize_t>len(text))):
        c = text[place]
        if 0x4E00 <= <uint32_t>c <= 0x9FFF and c not in wanted:
            room -= 1
            if room < 0:
                return True
    return False


def with_colons(sentences, Py_ssize_t within):
    """Gives those that have a colon among so many of their first characters."""
    cdef list found = []
    cdef Py_ssize_t i = 0, place
    cdef str text
    cdef int kind
    cdef const void *data
    cdef uint32_t c
    for sentence in sentences:
        text = (<tuple>sentence)[0]
        kind, data = PyUnicode_KIND(text), PyUnicode_DATA(text)
        for place in range(min(within, <Py_ssize_t>len(text))):
            c = PyUnicode_READ(kind, data, place)
            if c == 0xFF1A or c == c":":
                found.append(i)
                break
        i += 1
    return found


cdef int _add_sentences(str paragraph, Py_ssize_t number, Py_ssize_t block, Py_ssize_t begun, list found) except -1:
    """Adds a paragraph's sentences."""
    cdef Py_ssize_t length = len(paragraph), start = 0, end, place = 0, at
    cdef list ends
    cdef str piece, sentence
    if length > LONGEST or _count(paragraph, 0x3040, 0x9FFF) * 4 < length:
        return _add_plainly(paragraph, number, block, begun, found)
    ends = _chinese_ends(paragraph)
    if not ends and length > WITHOUT_MARKS:
        return _add_plainly(paragraph, number, block, begun, found)
    if not ends or <Py_ssize_t>ends[-1] != length:
        ends.append(length)
    if len(ends) > 1:
        ends = _glued(paragraph, ends)
    for each in ends:
        end = each
        piece = paragraph[start:end]
        sentence = piece.strip()
        if sentence:
            at = start if len(sentence) == len(piece) else paragraph.index(sentence[0], start)
            found.append(tuple.__new__(Sentence, (sentence, number, place, block, begun + at)))
            place += 1
        start = end
    return 0


cdef int _add_plainly(str paragraph, Py_ssize_t number, Py_ssize_t block, Py_ssize_t begun, list found) except -1:
    for place, (sentence, offset) in enumerate(plain.sentences_of(paragraph)):
        found.append(Sentence(sentence, number, place, block, begun + offset))
    return 0


cdef Py_ssize_t _count(str text, uint32_t least, uint32_t most) noexcept:
    """Counts the characters from one to another."""
    cdef Py_ssize_t counted = 0, place
    cdef int kind = PyUnicode_KIND(text)
    cdef const void *data = PyUnicode_DATA(text)
    for place in range(len(text)):
        counted += least <= PyUnicode_READ(kind, data, place) <= most
    return counted


def is_chinese(str text not None):
    """Tells whether a quarter or more is Chinese."""
    return not text.isascii() and _count(text, 0x3040, 0x9FFF) * 4 >= len(text)


def is_japanese(str text not None):
    """Tells whether a tenth or more is kana, which no other language has."""
    return _count(text, 0x3041, 0x30FA) * 10 > len(text)


cdef list _chinese_ends(str paragraph):
    """Gives where the sentences of a Chinese paragraph end."""
    cdef list ends = []
    cdef Py_ssize_t length = len(paragraph), start, matched = 0, end, counted = 0, quotes = 0
    cdef int kind = PyUnicode_KIND(paragraph)
    cdef const void *data = PyUnicode_DATA(paragraph)
    cdef bint has_full_stops = "。" in paragraph, is_whole
    cdef uint32_t last
    while matched < length:
        start = matched
        end = _end_of_mark(kind, data, start, length)
        matched = end or start + 1
        if not end:
            continue
        is_whole = _closing(PyUnicode_READ(kind, data, start)) != 0
        last = PyUnicode_READ(kind, data, end - 1)
        if (
            last == c"."
            and PyUnicode_READ(kind, data, end - 2) < IN_CHINESE
            and (has_full_stops or plain.ends_too_early(paragraph, end))
        ):
            continue  # 30%. and macOS. end a sentence only where no 。 does
        if is_whole and (last == 0x300B or not _is_end(PyUnicode_READ(kind, data, end - 2))):
            continue  # several sentences inside a short quote or bracket stay together: half a quote reads as broken
        if is_whole and (last == 0xFF09 or last == c")") and plain.is_aside(paragraph, start, end):
            continue
        if last == c'"':
            quotes += paragraph.count('"', counted, end)
            counted = end
            end -= quotes % 2  # an odd one opens the next sentence
        if end == length or _is_followed(paragraph, kind, data, start, matched, end):
            ends.append(end)
    return ends


cdef Py_ssize_t _end_of_mark(int kind, const void *data, Py_ssize_t start, Py_ssize_t length) noexcept:
    """Gives where a mark ends that may end a sentence, or a short quotation, bracket or title; 0 where none begins."""
    cdef uint32_t c = PyUnicode_READ(kind, data, start), before, closing
    cdef Py_ssize_t end = start + 1, at
    if 0x3100 <= c < 0xFF00:
        return 0  # mostly
    if _is_end(c):
        while end < length and _is_end(PyUnicode_READ(kind, data, end)):
            end += 1
        while end < length and _is_closer(PyUnicode_READ(kind, data, end)):
            end += 1
        while (at := _end_of_reference(kind, data, end, length)):
            end = at
        return end
    if c == c".":
        before = PyUnicode_READ(kind, data, start - 1) if start else 0
        if _is_han(before):
            return end if end == length or Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, end)) else 0
        if not _is_before_stop(before):
            return 0
        at = end
        while at < length and Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)):
            at += 1
        return end if end < at < length and _is_han(PyUnicode_READ(kind, data, at)) else 0
    closing = _closing(c)
    if not closing:
        return 0
    for at in range(end, min(length, end + QUOTED + 1)):
        if PyUnicode_READ(kind, data, at) == closing:
            return at + 1
        if PyUnicode_READ(kind, data, at) == c:
            return 0
    return 0


cdef Py_ssize_t _end_of_reference(int kind, const void *data, Py_ssize_t start, Py_ssize_t length) noexcept:
    """Gives where a number in brackets that begins here ends: [12]."""
    cdef Py_ssize_t at = start + 1
    if start >= length or PyUnicode_READ(kind, data, start) != c"[":
        return 0
    while at < length and at <= start + 3 and Py_UNICODE_ISDECIMAL(PyUnicode_READ(kind, data, at)):
        at += 1
    return at + 1 if start + 1 < at < length and PyUnicode_READ(kind, data, at) == c"]" else 0


cdef bint _is_followed(
    str paragraph, int kind, const void *data, Py_ssize_t start, Py_ssize_t matched, Py_ssize_t end
) except -1:
    """Tells whether another sentence may begin at an end, behind a mark that was matched."""
    cdef uint32_t c = PyUnicode_READ(kind, data, end)
    if c == OF and plain.OF_THE_SAME.match(paragraph, end) is not None:
        return False
    if _is_inside(c):
        return False
    if PyUnicode_READ(kind, data, matched - 1) == 0x300B and not Py_UNICODE_ISSPACE(c):
        return False  # 《谁是英雄？》
    return c > 0x7F or not Py_UNICODE_ISALNUM(c) or paragraph[start:matched] not in "!?"  # page?id=7, Yahoo!Japan


cdef list _glued(str paragraph, list ends):
    """Gives the ends that are left where pieces too short to stand alone are joined to the one before them."""
    cdef list left = ends[:1]
    cdef Py_ssize_t begun = ends[0], end
    cdef int kind = PyUnicode_KIND(paragraph)
    cdef const void *data = PyUnicode_DATA(paragraph)
    for each in ends[1:]:
        end = each
        if _is_surely_enough(kind, data, begun, end) or plain.is_enough(paragraph, begun, end):
            left.append(end)
        else:
            left[len(left) - 1] = end
        begun = end
    return left


cdef bint _is_surely_enough(int kind, const void *data, Py_ssize_t begin, Py_ssize_t end) noexcept:
    cdef Py_ssize_t at
    cdef int row = 0
    for at in range(begin, end):
        row = row + 1 if _is_han(PyUnicode_READ(kind, data, at)) else 0
        if row == ENOUGH:
            return True
    return False


cdef inline bint _is_han(uint32_t c) noexcept:
    return 0x4E00 <= c <= 0x9FFF


cdef inline bint _is_end(uint32_t c) noexcept:  # 。！？!?…｡
    return c == 0x3002 or c == 0xFF01 or c == 0xFF1F or c == c"!" or c == c"?" or c == 0x2026 or c == 0xFF61


cdef inline bint _is_closer(uint32_t c) noexcept:  # ”’」』）)]】》"'
    return (
        c == 0x201D or c == 0x2019 or c == 0x300D or c == 0x300F or c == 0xFF09 or c == c")" or c == c"]"
        or c == 0x3011 or c == 0x300B or c == c'"' or c == c"'"
    )


cdef inline bint _is_inside(uint32_t c) noexcept:  # ，、；：,;:）)》」』”。！？!?…｡
    return (
        _is_end(c) or c == 0xFF0C or c == 0x3001 or c == 0xFF1B or c == 0xFF1A or c == c"," or c == c";" or c == c":"
        or c == 0xFF09 or c == c")" or c == 0x300B or c == 0x300D or c == 0x300F or c == 0x201D
    )


cdef inline bint _is_before_stop(uint32_t c) noexcept:  # %）)”"A-Za-z
    return (
        c == c"%" or c == 0xFF09 or c == c")" or c == 0x201D or c == c'"' or c"A" <= c <= c"Z" or c"a" <= c <= c"z"
    )


cdef inline uint32_t _closing(uint32_t c) noexcept:
    """Gives what closes what a character opens, or 0: “” 「」 『』 （） () 《》."""
    if c == 0x201C or c == 0x300C or c == 0x300E or c == 0xFF08 or c == c"(" or c == 0x300A:
        return c + 1
    return 0
