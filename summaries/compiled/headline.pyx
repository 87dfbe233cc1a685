"""The choice of headlines of `summaries.headline.score`, compiled; what each number means is told in `features`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.math cimport log

from summaries.compiled.lexicon cimport Lexicon
from summaries.compiled.net cimport Net

from summaries import words as of_words
from summaries.headline import features
from summaries.headline.features import keys, standing

cdef int KNOWN = len(features.KNOWN), RUN = len(features.RUN), OFTEN = features.OFTEN
cdef int USUAL_TOKENS = features.USUAL_TOKENS
cdef double UNIT = features.UNIT

cdef enum:
    NUMBERS = 20  # of `RUN`
    SUMS = 10  # of `WORDS`, and how often the text says a word again

if NUMBERS != RUN or SUMS != len(features.WORDS) + 1:
    raise ImportError("The numbers of a run are not those that were compiled.")


cdef class Scorer:
    """Holds all that was learned."""

    cdef Net net
    cdef dict looked_up
    cdef dict adding
    cdef object rarities

    def __init__(self, learned):
        self.net = Net(learned, Lexicon(learned.words))
        if self.net.tables != KNOWN + RUN:
            raise ValueError("The tables of the weights are not those of the features.")
        self.looked_up = learned.looked_up
        self.adding = learned.adding
        self.rarities = of_words.rarities()

    def scores(self, read):
        """Gives for each run of a sentence how like a headline it is."""
        cdef _Said said = _Said(read, self.rarities)
        cdef int width = self.net.width, feature, unit
        cdef int *shared = <int *>PyMem_Calloc(2 * width, sizeof(int))
        if shared == NULL:
            raise MemoryError
        cdef int *own = shared + width
        try:
            for feature in range(KNOWN):
                self.net.add(feature, read.known[feature], shared)
            self._look_up(standing(read.place), shared)
            scores = []
            for run in read.runs:
                for unit in range(width):
                    own[unit] = shared[unit]
                self._describe(<tuple>run, read, said, own)
                scores.append(self.net.answer(0, own))
            return scores
        finally:
            PyMem_Free(shared)

    cdef int _look_up(self, list found, int *sums) except -1:
        """Adds what the tables hold of these keys."""
        cdef int unit
        cdef list row
        for key in found:
            if (looked_up := self.looked_up.get(key)) is not None:
                row = looked_up
                for unit in range(self.net.width):
                    sums[unit] += <int>row[unit]
            elif (weight := self.adding.get(key)) is not None:
                sums[self.net.width - 1] += <int>weight
        return 0

    cdef int _describe(self, tuple run, read, _Said said, int *sums) except -1:
        """Adds what the run's words, its keys and its numbers add."""
        cdef int start = run[0], stop = run[1], first = run[2], last = run[3], tokens = run[4]
        cdef int begin = said.before(start), end = said.before(stop), many = end - begin or 1
        cdef int length = len(read.cut.plain), feature
        cdef double kept_in = read.known[4], kept = said.sum(0, begin, end) / UNIT
        self.net.add_words(said.words[begin:end], end - begin, 0, self.net.of_sentence, sums)
        self._look_up(keys(run, read.cut, read.place, <int>said.sum(9, begin, end)), sums)
        cdef double[NUMBERS] values = [
            tokens,
            len(read.cut.clauses),
            first,
            last - first,
            (stop - start) / <double>length,
            start,
            length - stop,
            2 * kept / (tokens + USUAL_TOKENS),
            kept / (kept_in or 1.0),
            kept_in - kept,
            (kept_in - kept) / (length - (stop - start) or 1),
            kept / tokens,
            said.sum(1, begin, end),
            said.sum(2, begin, end) / many,
            said.sum(3, begin, end),
            said.sum(4, begin, end),
            said.sum(5, begin, end) / tokens,
            said.sum(6, begin, end) / many if read.place.number else 1.0,
            said.sum(7, begin, end) / many,
            said.sum(8, begin, end) / many,
        ]
        for feature in range(NUMBERS):
            self.net.add(KNOWN + feature, values[feature], sums)
        return 0


cdef class _Said:
    """The telling words of a sentence, in its order; each sum is of those before a place."""

    cdef list words
    cdef int many
    cdef double *sums
    cdef int *starts

    def __cinit__(self, read, rarities):
        cdef str plain = read.cut.plain, word
        cdef Py_ssize_t begun = 0, start
        cdef int number = read.place.number, many = 0, count, i
        document = read.document
        cdef list all_words = document.words[number] if number < document.read else []
        cdef dict keeps = read.keeps
        cdef frozenset first = document.different[0] if number else frozenset(), title = document.title_words
        cdef frozenset following = document.different[number + 1] if number + 1 < document.read else frozenset()
        cdef double *at
        self.sums = <double *>PyMem_Calloc(SUMS * (len(all_words) + 1), sizeof(double))
        self.starts = <int *>PyMem_Calloc(len(all_words) + 1, sizeof(int))
        if self.sums == NULL or self.starts == NULL:
            raise MemoryError
        self.words = []
        for said in all_words:
            word = said
            start = plain.find(word, begun)
            if start < 0:
                continue
            begun = start + len(word)
            count = document.frequency[word]
            rarity = rarities.get(word)
            at = self.sums + SUMS * many
            for i in range(SUMS):
                at[SUMS + i] = at[i]
            at += SUMS
            at[0] += <int>keeps.get(word, 0)
            at[1] += min(OFTEN, count)
            at[2] += count > 1
            at[3] += log(count)
            at[4] += word in title
            at[5] += len(word)
            at[6] += word in first
            at[7] += word in following
            at[8] += <double>(rarity if rarity else of_words.rarity(word))
            at[9] += min(OFTEN, count) - 1
            self.starts[many] = start
            self.words.append(word)
            many += 1
        self.many = many

    def __dealloc__(self):
        PyMem_Free(self.sums)
        PyMem_Free(self.starts)

    cdef int before(self, int place) noexcept:
        """Counts the words that begin before a place."""
        cdef int number = 0
        while number < self.many and self.starts[number] < place:
            number += 1
        return number

    cdef double sum(self, int of, int begin, int end) noexcept:
        return self.sums[SUMS * end + of] - self.sums[SUMS * begin + of]
