"""Cuts text into a dictionary's words as `summaries.words.dictionary_cut` does, with one table of all their beginnings.

A beginning has a number; what it and the next character lead to stands in one place of memory.
"""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.ref cimport Py_INCREF, Py_XDECREF, PyObject
from libc.math cimport log
from libc.stdint cimport uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, realloc

from summaries.words.dictionary_cut import in_words, is_in_words
from summaries.words import unlisted as plain

cdef extern from "Python.h":
    int PyUnicode_KIND(object text)
    void *PyUnicode_DATA(object text)
    uint32_t PyUnicode_READ(int kind, const void *data, Py_ssize_t at) nogil

cdef extern from *:
    """
    #ifdef __GNUC__
    #define FETCH(at) __builtin_prefetch(at)
    #else
    #define FETCH(at)
    #endif
    """
    void FETCH(const void *at) noexcept nogil  # announces a look at memory

cdef enum:
    FIRST_PLANE = 0x10000  # whatever is beyond is in no word
    CHARACTER_BITS = 16
    NUMBER_BITS = 23  # of a beginning
    ABOVE = 41  # where in a key the number it leads to begins
    LONGEST = 16  # characters of a word that the next one may share with it
    MOST_DIGITS = 15  # of a count
    REMEMBERED = 1 << 14  # words, as strings whose hash is known
    HINTS_FROM = 46  # the bits of a mixed key that say where its hint is
    CHINESE = 0x4E00
    LAST = 0x9FD5

cdef enum:  # places in a word
    BEGINS
    INSIDE
    ENDS_WORD
    ALONE
    PLACES

cdef enum:  # moves from one to the next
    BM
    BE
    MM
    ME
    EB
    ES
    SB
    SS
    MOVES

cdef double NEVER = plain.NEVER
cdef double FULL = 0.8
cdef uint64_t MIXING = 0x9E3779B97F4A7C15

ctypedef uint64_t Edge  # the number it leads to, two bits, and its key: the number it comes from, and the character

cdef Edge KEY = 0x7FFFFFFFFF, GOES_ON = 1 << 39, ENDS = 1 << 40  # longer words begin so; a word ends here

cdef struct First:
    double weight
    uint32_t number  # of the beginning, 0 where no longer word begins so
    char in_words
    char listed

cdef struct Word:
    uint32_t number
    PyObject *text

cdef struct Way:
    double sum  # of the weights of all words from here on
    Py_ssize_t start  # of the next word of several characters
    Py_ssize_t end  # of a word that begins here
    uint32_t number  # of that word
    Edge edge  # of the two characters that stand here


cdef class Dictionary:
    """Holds the words of a dictionary and what each of them weighs."""

    cdef First *firsts  # by character
    cdef Edge *edges
    cdef size_t size
    cdef double *weights  # by the number of a beginning
    cdef size_t room
    cdef Edge *path[LONGEST]  # of the word read before, as far as it is known; mostly the next one begins alike
    cdef Py_ssize_t before  # where it begins
    cdef Py_ssize_t known
    cdef unsigned char *hints  # a bit that is set for each key there is, and for a few others
    cdef uint32_t numbers
    cdef double unlisted

    def __cinit__(self, str lines not None, total=None):
        """Reads lines of a word, how often it was counted, and whatever else; the total is theirs if none is given."""
        cdef size_t many = lines.count("\n") + 1
        cdef Py_ssize_t end = len(lines)
        cdef int kind = PyUnicode_KIND(lines), character
        cdef const void *data = PyUnicode_DATA(lines)
        cdef long long counted, of_all = total or 0
        self.size, self.numbers, self.room = 2 * many, 1, 2 * many
        self.weights = <double *>malloc(self.room * sizeof(double))
        self.firsts = <First *>calloc(FIRST_PLANE, sizeof(First))
        self.hints = <unsigned char *>calloc(1 << 64 - HINTS_FROM, 1)
        self.edges = <Edge *>calloc(self.size, sizeof(Edge))
        if not (self.firsts and self.edges and self.weights and self.hints):
            raise MemoryError
        for character in map(ord, in_words("".join(map(chr, range(FIRST_PLANE))))):
            self.firsts[character].in_words = True
        with nogil:
            counted = self._read(kind, data, end)
            self._weigh(log(of_all or counted or 1))

    def __dealloc__(self):
        free(self.firsts)
        free(self.edges)
        free(self.weights)
        free(self.hints)

    cdef long long _read(self, int kind, const void *data, Py_ssize_t end) except -1 nogil:
        """Takes in all lines; gives the sum of their counts."""
        cdef Py_ssize_t at = 0, begin, stop
        cdef long long total = 0, count
        cdef int digits
        cdef bint is_word
        cdef uint32_t c
        while at < end:
            begin, is_word = at, True
            while at < end and (c := PyUnicode_READ(kind, data, at)) != c" " and c != c"\n":
                is_word = is_word and c < FIRST_PLANE and self.firsts[c].in_words
                at += 1
            stop = at
            count = digits = 0
            if at < end and stop > begin and PyUnicode_READ(kind, data, at) == c" ":
                at += 1
                while at < end and c"0" <= (c := PyUnicode_READ(kind, data, at)) <= c"9":
                    count = 10 * count + <int>(c - c"0")
                    digits += count > 0
                    at += 1
                    if digits > MOST_DIGITS:
                        with gil:
                            raise OverflowError("A word of the dictionary is counted too often.")
                total += count
            while at < end and PyUnicode_READ(kind, data, at) != c"\n":
                at += 1
            at += 1
            if is_word and count:
                self._add(kind, data, begin, stop, count)
        return total

    cdef int _add(self, int kind, const void *data, Py_ssize_t begin, Py_ssize_t stop, long long count) except -1 nogil:
        """Takes in a word: what it weighs is for now how often it was counted."""
        cdef First *first = &self.firsts[PyUnicode_READ(kind, data, begin)]
        cdef Edge *edge = NULL
        cdef uint32_t number
        cdef uint64_t mixed
        cdef Py_ssize_t at, same = 1
        cdef uint32_t c
        if stop - begin == 1:
            first.weight, first.listed = count, True
            return 0
        if not first.number:
            first.number = self._next_number()
        number = first.number
        if self.known and PyUnicode_READ(kind, data, begin) == PyUnicode_READ(kind, data, self.before):
            while (
                same < min(self.known, stop - begin)
                and PyUnicode_READ(kind, data, begin + same) == PyUnicode_READ(kind, data, self.before + same)
            ):
                same += 1
            if same > 1:
                edge = self.path[same - 1]
                number = edge[0] >> ABOVE
        self.before, self.known = begin, min(stop - begin, LONGEST)
        for at in range(begin + same, stop):
            if edge:
                edge[0] |= GOES_ON
            c = PyUnicode_READ(kind, data, at)
            edge = self._find(_key(number, c))
            if not edge[0]:
                if self.numbers > FULL * self.size:
                    self._grow()
                    self.known = 0
                    edge = self._find(_key(number, c))
                mixed = _key(number, c) * MIXING
                self.hints[mixed >> HINTS_FROM] |= 1 << (mixed >> (HINTS_FROM - 3) & 7)
                edge[0] = _key(number, c) | <uint64_t>self._next_number() << ABOVE
            number = edge[0] >> ABOVE
            if at - begin < LONGEST:
                self.path[at - begin] = edge
        edge[0] |= ENDS
        self.weights[number] = count
        return 0

    cdef uint32_t _next_number(self) except 0 nogil:
        if self.numbers >> NUMBER_BITS:
            with gil:
                raise OverflowError("The dictionary has too many words.")
        self.numbers += 1
        if self.numbers > self.room:
            self._make_room()
        return self.numbers - 1

    cdef int _make_room(self) except -1 nogil:
        cdef double *larger = <double *>realloc(self.weights, 2 * self.room * sizeof(double))
        if not larger:
            with gil:
                raise MemoryError
        self.weights, self.room = larger, 2 * self.room
        return 0

    cdef int _grow(self) except -1 nogil:
        """Takes a table twice as large."""
        cdef Edge *old = self.edges
        cdef Edge *edge
        cdef size_t place, many = self.size
        self.edges = <Edge *>calloc(2 * many, sizeof(Edge))
        if not self.edges:
            self.edges = old
            with gil:
                raise MemoryError
        self.size = 2 * many
        for place in range(many):
            if old[place]:
                edge = self._find(old[place] & KEY)
                edge[0] = old[place]
        free(old)
        return 0

    cdef int _weigh(self, double total) except -1 nogil:
        """Makes weights of how often words were counted."""
        cdef size_t place, number
        cdef First *first
        self.unlisted = log(1) - total
        for place in range(FIRST_PLANE):
            first = self.firsts + place
            first.weight = log(first.weight) - total if first.listed else self.unlisted
        for place in range(self.size):
            if self.edges[place] & ENDS:
                number = self.edges[place] >> ABOVE
                self.weights[number] = log(self.weights[number]) - total
        return 0

    cdef inline size_t _place(self, uint64_t key) noexcept nogil:
        return <size_t>((key * MIXING >> 32) * self.size >> 32)

    cdef inline Edge *_find(self, uint64_t key) noexcept nogil:
        """Gives the edge of a number and a character, or the free place for it."""
        cdef size_t place = self._place(key)
        while self.edges[place] and (self.edges[place] & KEY) != key:
            place += 1
            if place == self.size:
                place = 0
        return self.edges + place

    cdef inline Edge _next(self, Edge edge, int kind, const void *data, Py_ssize_t at, Py_ssize_t length) noexcept nogil:
        """Gives the edge that comes next, or nothing."""
        if at >= length or not edge & GOES_ON or PyUnicode_READ(kind, data, at) >= FIRST_PLANE:
            return 0
        cdef uint64_t key = _key(edge >> ABOVE, PyUnicode_READ(kind, data, at))
        return self._find(key)[0] if self._is_hinted(key) else 0

    cdef inline bint _is_hinted(self, uint64_t key) noexcept nogil:
        """Tells whether there may be an edge: most that are none are known by a few bits, without a look at the table."""
        cdef uint64_t mixed = key * MIXING
        return self.hints[mixed >> HINTS_FROM] >> (mixed >> (HINTS_FROM - 3) & 7) & 1

    def lists(self, str word not None):
        """Tells whether a word of two or more characters is in the dictionary."""
        cdef uint32_t number = 0
        cdef Edge edge = 0
        cdef uint32_t c
        cdef Py_ssize_t at
        if len(word) and ord(word[0]) < FIRST_PLANE:
            number = self.firsts[<uint32_t>ord(word[0])].number
        for at in range(1, len(word)):
            if not number or ord(word[at]) >= FIRST_PLANE:
                return False
            edge = self._find(_key(number, ord(word[at])))[0]
            number = edge >> ABOVE
        return edge & ENDS != 0

    cdef int _find_pairs(self, int kind, const void *data, Py_ssize_t length, Way *ways) noexcept:
        """Finds for each place the edge of the two characters that stand there, or nothing.

        Each look at memory is announced a loop before: to wait for it would be most of the time.
        """
        cdef Py_ssize_t place
        cdef uint32_t one, other = PyUnicode_READ(kind, data, 0) if length else 0
        cdef uint64_t key
        cdef Edge edge
        for place in range(length):
            one, other = other, PyUnicode_READ(kind, data, place + 1) if place + 1 < length else FIRST_PLANE
            ways[place].edge = 0
            if one < FIRST_PLANE and other < FIRST_PLANE and self.firsts[one].number:
                key = _key(self.firsts[one].number, other)
                if self._is_hinted(key):
                    ways[place].edge = key
                    FETCH(self.edges + self._place(key))
        for place in range(length):
            if ways[place].edge:
                edge = ways[place].edge = self._find(ways[place].edge)[0]
                if edge & ENDS:
                    FETCH(self.weights + (edge >> ABOVE))
                if edge & GOES_ON and place + 2 < length:
                    key = _key(edge >> ABOVE, PyUnicode_READ(kind, data, place + 2) & (FIRST_PLANE - 1))
                    if self._is_hinted(key):
                        FETCH(self.edges + self._place(key))
        return 0

    cdef int weigh(self, int kind, const void *data, Py_ssize_t length, Way *ways) noexcept:
        """Finds for each place where the likeliest way on from there has its next word of several characters, and where
        a word that begins there ends, as `Cutter._way` of plain Python does.
        """
        cdef Py_ssize_t place, at, start = length
        cdef double best = 0.0, weight
        cdef uint32_t c
        cdef First *first
        cdef Edge edge
        self._find_pairs(kind, data, length, ways)
        ways[length].sum, ways[length].start = 0.0, length
        for place in range(length - 1, -1, -1):
            c = PyUnicode_READ(kind, data, place)
            if c >= FIRST_PLANE or not self.firsts[c].in_words:
                best = 0.0
            else:
                first = &self.firsts[c]
                best += first.weight
                at, edge = place + 2, ways[place].edge
                while edge:
                    if edge & ENDS:
                        weight = self.weights[edge >> ABOVE] + ways[at].sum
                        if weight >= best or (not first.listed and start != place):
                            best, start = weight, place
                            ways[place].end, ways[place].number = at, edge >> ABOVE
                    edge = self._next(edge, kind, data, at, length)
                    at += 1
            ways[place].sum, ways[place].start = best, start
        return 0


cdef class Cutter:
    """Cuts as jieba does in its accurate mode."""

    cdef Dictionary dictionary
    cdef object unlisted
    cdef double[PLACES] begin
    cdef double[MOVES] moves
    cdef double[PLACES] *stand  # of each character
    cdef Word *remembered  # by number
    cdef PyObject **characters

    def __cinit__(self, Dictionary dictionary not None, unlisted not None):
        """Takes the tables of `summaries.words.unlisted.Unlisted`."""
        cdef int place, character
        self.dictionary, self.unlisted = dictionary, unlisted
        self.remembered = <Word *>calloc(REMEMBERED, sizeof(Word))
        self.characters = <PyObject **>calloc(FIRST_PLANE, sizeof(PyObject *))
        self.stand = <double[PLACES] *>malloc((LAST + 1 - CHINESE) * sizeof(double[PLACES]))
        if not (self.remembered and self.characters and self.stand):
            raise MemoryError
        for place, odds in enumerate(unlisted.begin):
            self.begin[place] = odds
        for place, odds in enumerate(unlisted.moves):
            self.moves[place] = odds
        for character in range(LAST + 1 - CHINESE):
            for place in range(PLACES):
                self.stand[character][place] = NEVER
        for place, table in enumerate(unlisted.stand.by_place):
            for said, odds in table.items():
                character = ord(said) - CHINESE
                if 0 <= character <= LAST - CHINESE:
                    self.stand[character][place] = odds

    def __dealloc__(self):
        cdef Py_ssize_t place
        if self.remembered:
            for place in range(REMEMBERED):
                Py_XDECREF(self.remembered[place].text)
        if self.characters:
            for place in range(FIRST_PLANE):
                Py_XDECREF(self.characters[place])
        free(self.remembered)
        free(self.characters)
        free(self.stand)

    def cut(self, given not None):
        """Gives the words of a text of any kind of str; joined, they are the text."""
        cdef str text = given if type(given) is str else "".join((given,))
        cdef Py_ssize_t length = len(text), place = 0, start
        cdef list words = []
        cdef Way *ways = <Way *>PyMem_Malloc((length + 1) * sizeof(Way))
        if not ways:
            raise MemoryError
        try:
            self.dictionary.weigh(PyUnicode_KIND(text), PyUnicode_DATA(text), length, ways)
            start = ways[0].start
            while start < length:
                self._add_apart(text, place, start, words)
                place = ways[start].end
                words.append(self._word(text, start, place, ways[start].number))
                start = ways[place].start
            self._add_apart(text, place, length, words)
        finally:
            PyMem_Free(ways)
        return words

    cdef str _word(self, str text, Py_ssize_t start, Py_ssize_t end, uint32_t number):
        """Gives a word as the string that was given for it before, so that its hash is known."""
        cdef Word *word = self.remembered + (number & (REMEMBERED - 1))
        if word.number != number:
            said = text[start:end]
            Py_INCREF(said)
            Py_XDECREF(word.text)
            word.number, word.text = number, <PyObject *>said
        return <str>word.text

    cdef str _character(self, str text, Py_ssize_t place):
        """Gives a character in the same way."""
        cdef uint32_t c = ord(text[place])
        if c >= FIRST_PLANE:
            return text[place : place + 1]
        if not self.characters[c]:
            said = text[place : place + 1]
            Py_INCREF(said)
            self.characters[c] = <PyObject *>said
        return <str>self.characters[c]

    cdef int _add_apart(self, str text, Py_ssize_t place, Py_ssize_t end, list words) except -1:
        """Adds a run of which the dictionary makes single characters; where it knows no better, there may be a name."""
        cdef Py_ssize_t stop
        cdef uint32_t c
        while place < end:
            stop = place
            while stop < end and (c := ord(text[stop])) < FIRST_PLANE and self.dictionary.firsts[c].in_words:
                stop += 1
            if stop - place > 1 and not self.dictionary.lists(piece := text[place:stop]):
                self._add_unlisted(piece, words)
            elif stop > place:
                for place in range(place, stop):
                    words.append(self._character(text, place))
            elif end - place > 1 and text[place] == "\r" and text[place + 1] == "\n":
                words.append("\r\n")
                stop = place + 2
            else:
                words.append(self._character(text, place))
                stop = place + 1
            place = stop
        return 0

    cdef int _add_unlisted(self, str run, list words) except -1:
        """Adds the words of a run, in parts as `Unlisted.find` does."""
        cdef Py_ssize_t place = 0, end = len(run), stop
        if self.unlisted.split:
            words += self.unlisted.find(run)
            return 0
        while place < end:
            stop = place + 1
            if _is_chinese(run[place]):
                while stop < end and _is_chinese(run[stop]):
                    stop += 1
                self._add_likeliest(run, place, stop, words)
            elif _is_letter(run[place]):
                while stop < end and _is_letter(run[stop]):
                    stop += 1
                if stop + 1 < end and run[stop] == "." and c"0" <= run[stop + 1] <= c"9":
                    stop += 2
                    while stop < end and c"0" <= run[stop] <= c"9":
                        stop += 1
                stop += stop < end and run[stop] == "%"
                words.append(run[place:stop])
            else:
                while stop < end and not _is_chinese(run[stop]) and not _is_letter(run[stop]):
                    stop += 1
                words.append(run[place:stop])
            place = stop
        return 0

    cdef int _add_likeliest(self, str run, Py_ssize_t begin, Py_ssize_t end, list words) except -1:
        """Adds the likeliest words of Chinese characters."""
        cdef Py_ssize_t place
        cdef bytearray steps = bytearray(end)
        cdef unsigned char *came = steps
        cdef int now = self._likeliest(PyUnicode_KIND(run), PyUnicode_DATA(run), begin, end, came), step
        for place in range(end - 1, begin - 1, -1):  # from where each character's place came, a bit for each place
            step = came[place] >> now & 1
            came[place] = now
            if now == BEGINS or now == ALONE:
                now = ENDS_WORD if step else ALONE
            else:
                now = BEGINS if step else INSIDE
        for place in range(begin, end):
            if came[place] == ENDS_WORD or came[place] == ALONE:
                words.append(self._character(run, place) if place == begin else run[begin : place + 1])
                begin = place + 1
        return 0

    cdef int _likeliest(self, int kind, const void *data, Py_ssize_t begin, Py_ssize_t end, unsigned char *came) noexcept:
        """Finds the likeliest places of all characters: Viterbi's way, added and chosen among equals as jieba does; gives
        the last one's, and for each place of each character from which of two it is reached.
        """
        cdef double b, m, e, s, new_b, new_m, new_e, from_one, from_other
        cdef double *moves = self.moves
        cdef double *to = self.stand[PyUnicode_READ(kind, data, begin) - CHINESE]
        cdef Py_ssize_t place
        b, m, e, s = self.begin[0] + to[0], self.begin[1] + to[1], self.begin[2] + to[2], self.begin[3] + to[3]
        for place in range(begin + 1, end):
            to = self.stand[PyUnicode_READ(kind, data, place) - CHINESE]
            from_one, from_other = e + moves[EB] + to[BEGINS], s + moves[SB] + to[BEGINS]
            came[place] = (from_one > from_other) << BEGINS
            new_b = from_one if from_one > from_other else from_other
            from_one, from_other = b + moves[BM] + to[INSIDE], m + moves[MM] + to[INSIDE]
            came[place] |= (from_one > from_other) << INSIDE
            new_m = from_one if from_one > from_other else from_other
            from_one, from_other = e + moves[ES] + to[ALONE], s + moves[SS] + to[ALONE]
            came[place] |= (from_one > from_other) << ALONE
            s = from_one if from_one > from_other else from_other
            from_one, from_other = b + moves[BE] + to[ENDS_WORD], m + moves[ME] + to[ENDS_WORD]
            came[place] |= (from_one > from_other) << ENDS_WORD
            e = from_one if from_one > from_other else from_other
            b, m = new_b, new_m
        return ENDS_WORD if e > s else ALONE


cdef inline bint _is_chinese(Py_UCS4 c) noexcept:
    return CHINESE <= <uint32_t>c <= LAST


cdef inline bint _is_letter(Py_UCS4 c) noexcept:
    return c"a" <= c <= c"z" or c"A" <= c <= c"Z" or c"0" <= c <= c"9"


cdef inline uint64_t _key(uint32_t number, uint32_t character) noexcept nogil:
    return <uint64_t>number << CHARACTER_BITS | character


def read_lines(bytes lines not None):
    """Reads lines of a word, how often it was counted, and whatever else."""
    return Dictionary(lines.decode(errors="replace"))


def read_counts(counts, total):
    """Reads a dictionary that is loaded already."""
    return Dictionary("".join([f"{word} {count}\n" for word, count in counts.items() if count and is_in_words(word)]), total)
