"""Finds the lines that hold one of many words as `summaries.hints` does, in one pass over the text."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.stdint cimport uint32_t

from summaries.hints import OR_SIGN

cdef extern from "Python.h":
    int PyUnicode_KIND(object text)
    void *PyUnicode_DATA(object text)
    uint32_t PyUnicode_READ(int kind, const void *data, Py_ssize_t at) nogil
    bint Py_UNICODE_ISALNUM(uint32_t character)

cdef enum:
    FIRST_PLANE = 0x10000

cdef uint32_t SIGN = ord(OR_SIGN)


cdef str _exact(text):
    """Gives a text of any kind of str as one, for whoever reads pages has kinds of his own."""
    return text if type(text) is str else "".join((text,))


cdef class Hints:
    """Words of which one must be in a line."""

    cdef unsigned char *begins  # a bit for each character that one begins with
    cdef dict by_first

    def __cinit__(self, words, before_signs=()):
        """Takes words that count anywhere, and some that count only where a sign follows them in their line."""
        self.by_first = {}
        self.begins = <unsigned char *>PyMem_Calloc(FIRST_PLANE >> 3, 1)
        if not self.begins:
            raise MemoryError
        for some, alone in ((words, False), (before_signs, True)):
            for word in some:
                first = ord(word[0])
                if first >= FIRST_PLANE:
                    raise ValueError(f"{word} begins with too rare a character.")
                self.by_first.setdefault(first, []).append((word, alone))
                self.begins[<uint32_t>first >> 3] |= 1 << (<uint32_t>first & 7)

    def __dealloc__(self):
        PyMem_Free(self.begins)

    def found_in(self, given not None):
        """Tells whether a text holds one."""
        cdef str text = _exact(given)
        cdef Py_ssize_t place, length = len(text)
        cdef int kind = PyUnicode_KIND(text)
        cdef const void *data = PyUnicode_DATA(text)
        for place in range(length):
            if self._begins(kind, data, place, length):
                return True
        return False

    def lines(self, given not None):
        """Gives the numbers of the lines that hold one, in order."""
        cdef str text = _exact(given)
        cdef list found = []
        cdef Py_ssize_t place, length = len(text)
        cdef int kind = PyUnicode_KIND(text), line = 0, asked = -1
        cdef const void *data = PyUnicode_DATA(text)
        for place in range(length):
            if PyUnicode_READ(kind, data, place) == c"\n":
                line += 1
            elif line != asked and self._begins(kind, data, place, length):
                found.append(line)
                asked = line
        return found

    cdef inline int _begins(self, int kind, const void *data, Py_ssize_t place, Py_ssize_t length) except -1:
        """Tells whether one begins here: mostly the first character tells that none does."""
        cdef uint32_t first = PyUnicode_READ(kind, data, place)
        if first >= FIRST_PLANE or not self.begins[first >> 3] >> (first & 7) & 1:
            return 0
        return self._is_here(kind, data, place, length, first)

    cdef int _is_here(self, int kind, const void *data, Py_ssize_t place, Py_ssize_t length, uint32_t first) except -1:
        cdef str word
        cdef Py_ssize_t at, size
        cdef uint32_t following
        for one in <list>self.by_first[first]:
            word = (<tuple>one)[0]
            size = len(word)
            if place + size > length:
                continue
            at = 1
            while at < size and <uint32_t>word[at] == PyUnicode_READ(kind, data, place + at):
                at += 1
            if at < size:
                continue
            if not (<tuple>one)[1]:
                return True
            following = PyUnicode_READ(kind, data, place + size) if place + size < length else c"\n"
            if following == SIGN or not (Py_UNICODE_ISALNUM(following) or following == c"_" or following == c"\n"):
                return True
        return False
