"""Sorts out the words of a text as `summaries.words.sorting` does, word by word instead of list by list."""

from array import array as of_type
from collections import Counter

from cpython.array cimport array, clone
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.ref cimport PyObject
from libc.stdint cimport uint32_t, uint64_t

cdef extern from "Python.h":
    int PyUnicode_KIND(object text)
    void *PyUnicode_DATA(object text)
    uint32_t PyUnicode_READ(int kind, const void *data, Py_ssize_t at) nogil
    bint Py_UNICODE_ISSPACE(uint32_t character)

include "lexicon.pxi"

cdef array _INTEGERS = of_type("i")


def known(words):
    """Gives words as something that tells quickly whether it holds one."""
    return Lexicon(words)


def sort_out(list words, int lines, list filling, Lexicon dropped not None, str hole):
    """Gives all words of each line, and those that tell."""
    cdef list said = [], tells = [], telling = []
    cdef Py_ssize_t place, begin = 0, filled = 0, holes = 0, many = len(words)
    cdef Py_UCS4 c, of_hole = hole[0]
    cdef str word
    for place in range(many):
        word = <str>words[place]
        if len(word) > 1:
            if dropped.find(word) < 0:
                telling.append(word)
            continue
        c = word[0]
        if c == "\n" and len(said) + 1 < lines:
            said.append(_line(words, begin, place, filling, filled - holes, holes, of_hole))
            tells.append(telling)
            telling, begin, holes = [], place + 1, 0
        elif c == of_hole:
            telling.extend(filling[filled][1])
            filled += 1
            holes += 1
    said.append(_line(words, begin, many, filling, filled - holes, holes, of_hole))
    tells.append(telling)
    if len(said) != lines:
        raise ValueError("The segmenter lost a line.")
    return said, tells


cdef list _line(
    list words, Py_ssize_t begin, Py_ssize_t end, list filling, Py_ssize_t filled, Py_ssize_t holes, Py_UCS4 of_hole
):
    """Gives the words of a line, with those of the runs that its holes stand for."""
    cdef list line = words[begin:end], whole = []
    cdef str word
    if not holes:
        return line
    for each in line:
        word = each
        if len(word) == 1 and word[0] == of_hole:
            whole.extend(filling[filled][0])
            filled += 1
        else:
            whole.append(word)
    return whole


cdef class _Numbering:
    """Numbers words in the order of their first mentions; it holds none of them, so whoever asks does."""

    cdef int *places  # by hash: numbers, counted from 1
    cdef PyObject **words  # by number
    cdef int *often
    cdef unsigned char *held  # a bit for each number
    cdef size_t mask
    cdef int many

    def __cinit__(self, Py_ssize_t words):
        cdef size_t size = 8
        while size < 2 * <size_t>words:
            size *= 2
        self.mask = size - 1
        self.places = <int *>PyMem_Calloc(size, sizeof(int))
        self.words = <PyObject **>PyMem_Malloc((words + 1) * sizeof(PyObject *))
        self.often = <int *>PyMem_Malloc((words + 1) * sizeof(int))
        self.held = <unsigned char *>PyMem_Calloc(words // 8 + 1, 1)
        if not (self.places and self.words and self.often and self.held):
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.places)
        PyMem_Free(self.words)
        PyMem_Free(self.often)
        PyMem_Free(self.held)

    cdef int number(self, str word) except -1:
        """Gives the number of a word, and counts it."""
        cdef size_t place = <size_t>hash(word) & self.mask
        cdef int number
        while self.places[place]:
            number = self.places[place] - 1
            if self.words[number] == <PyObject *>word or <str>self.words[number] == word:
                self.often[number] += 1
                return number
            place = (place + 1) & self.mask
        self.words[self.many] = <PyObject *>word
        self.often[self.many] = 1
        self.many += 1
        self.places[place] = self.many
        return self.many - 1

    cdef object bits(self, const int *numbers, Py_ssize_t size):
        """Gives an integer with the bits of some numbers."""
        cdef Py_ssize_t at
        cdef int most = -1
        for at in range(size):
            most = max(most, numbers[at])
            self.held[numbers[at] >> 3] |= 1 << (numbers[at] & 7)
        bits = int.from_bytes(self.held[: (most >> 3) + 1], "little")
        for at in range(size):
            self.held[numbers[at] >> 3] = 0
        return bits

    cdef object frequency(self):
        """Gives how often each word was asked for."""
        frequency = Counter.__new__(Counter)  # to fill it is all that it would do else
        cdef dict counts = <dict>frequency
        cdef int number
        for number in range(self.many):
            counts[<str>self.words[number]] = self.often[number]
        return frequency


def count(list lines):
    """Gives each line's words by number and as bits, how many of them no line before had, and how often each is said."""
    cdef list numbers = [], bits = [], new = [], line
    cdef Py_ssize_t words = 0, place
    cdef int known = 0
    cdef array of_line
    for each in lines:
        words += len(<list>each)
    cdef _Numbering numbering = _Numbering(words)
    for each in lines:
        line = each
        of_line = clone(_INTEGERS, len(line), zero=False)
        for place in range(len(line)):
            of_line.data.as_ints[place] = numbering.number(line[place])
        numbers.append(of_line)
        bits.append(numbering.bits(of_line.data.as_ints, len(line)))
        new.append(numbering.many - known)
        known = numbering.many
    return numbers, bits, new, numbering.frequency()


def is_clean(str text not None, int lines, str hole not None):
    """Tells whether joined lines hold neither breaks of their own nor a hole."""
    cdef Py_ssize_t place
    cdef int kind = PyUnicode_KIND(text)
    cdef const void *data = PyUnicode_DATA(text)
    cdef uint32_t c, of_hole = ord(hole)
    for place in range(len(text)):
        c = PyUnicode_READ(kind, data, place)
        lines -= c == c"\n"
        if c == c"\r" or c == of_hole:
            return False
    return lines > 0


def holed(str text, str hole):
    """Gives a text with a hole for each run of two or more characters of other scripts, and these runs."""
    cdef list parts = [], runs = []
    cdef Py_ssize_t length = len(text), place = 0, begin, begun = 0
    cdef int kind = PyUnicode_KIND(text)
    cdef const void *data = PyUnicode_DATA(text)
    while place < length:
        if not _is_other(PyUnicode_READ(kind, data, place)):
            place += 1
            continue
        begin = place
        place += 1
        while place < length and _is_other(PyUnicode_READ(kind, data, place)):
            place += 1
        if place - begin > 1:
            parts.append(text[begun:begin])
            runs.append(text[begin:place])
            begun = place
    if not runs:
        return text, runs
    parts.append(text[begun:])
    return hole.join(parts), runs


cdef inline bint _is_other(uint32_t c) noexcept:
    """Tells of a character that no segmenter of Chinese shall see: a letter, a figure, a sign among them."""
    if 0x3100 <= c <= 0x9FFF or 0x2E80 <= c <= 0x309F or 0xFF00 <= c <= 0xFF65 or 0x2010 <= c <= 0x2027 or c == 0xB7:
        return False
    if 0xF900 <= c <= 0xFAFF or 0xFE30 <= c <= 0xFE4F or 0x20000 <= c <= 0x3FFFF:
        return False
    return not Py_UNICODE_ISSPACE(c)
