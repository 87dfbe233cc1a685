"""The network of `summaries.rank.net`, its numbers side by side: what plain Python adds in one large integer."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc

from summaries.compiled.lexicon cimport Lexicon

from summaries.rank import net as plain

cdef int UNIT = plain.UNIT
cdef int WORD = plain.WORD
cdef int NOTHING = 128
cdef int HALF = 1 << 15


cdef class Net:
    """Adds rows of tables and of words, and answers each head's question about their sum."""

    def __cinit__(self, learned, Lexicon lexicon):
        """The lexicon numbers the words that add something first."""
        cdef int table, place, total_rows, total_borders
        tables, heads = learned.tables, learned.heads
        self.tables, self.heads = len(tables), len(heads)
        self.units, self.of_sentence = sum(learned.parts), learned.parts[0]
        self.width = max([begin + len(weights) for begin, weights in heads]) + 1
        self.lexicon, self.adding = lexicon, len(learned.words)
        self.said = learned.rows
        if len(self.said) != len(learned.words) * self.units:
            raise ValueError("The words and their rows do not belong together.")
        total_borders = sum([len(borders) for borders, _ in tables])
        total_rows = sum([len(rows) for _, rows in tables])
        self.borders = <double *>_memory(total_borders * sizeof(double))
        self.border_at = <int *>_memory((self.tables + 1) * sizeof(int))
        self.rows = <int *>_memory(total_rows * self.width * sizeof(int))
        self.row_at = <int *>_memory((self.tables + 1) * sizeof(int))
        self.head_at = <int *>_memory(self.heads * sizeof(int))
        self.weight_at = <int *>_memory((self.heads + 1) * sizeof(int))
        self.weights = <double *>_memory(sum([len(weights) for _, weights in heads]) * sizeof(double))
        self.border_at[0] = self.row_at[0] = self.weight_at[0] = 0
        for table, (borders, rows) in enumerate(tables):
            for place, border in enumerate(borders, self.border_at[table]):
                self.borders[place] = border
            self.border_at[table + 1] = self.border_at[table] + <int>len(borders)
            for place, number in enumerate([number for row in rows for number in row], self.row_at[table]):
                self.rows[place] = number
            self.row_at[table + 1] = self.row_at[table] + <int>len(rows) * self.width
        for table, (begin, weights) in enumerate(heads):
            self.head_at[table] = begin
            for place, weight in enumerate(weights, self.weight_at[table]):
                self.weights[place] = weight
            self.weight_at[table + 1] = self.weight_at[table] + <int>len(weights)

    def __dealloc__(self):
        for memory in (
            <size_t>self.borders, <size_t>self.border_at, <size_t>self.rows, <size_t>self.row_at,
            <size_t>self.head_at, <size_t>self.weight_at, <size_t>self.weights,
        ):
            PyMem_Free(<void *><size_t>memory)

    cdef void add(self, int table, double value, int *sums) noexcept:
        """Adds the row of a value: the one that has as many rows before it as the value is above borders."""
        cdef const double *borders = self.borders + self.border_at[table]
        cdef int low = 0, high = self.border_at[table + 1] - self.border_at[table], middle, unit
        while low < high:
            middle = (low + high) >> 1
            if borders[middle] < value:
                low = middle + 1
            else:
                high = middle
        cdef const int *row = self.rows + self.row_at[table] + low * self.width
        for unit in range(self.width):
            sums[unit] += row[unit]

    cdef int add_words(self, list words, Py_ssize_t most, int begin, int end, int *sums) except -1:
        """Adds to some units what the first so many words add."""
        cdef const unsigned char *said = self.said
        cdef const unsigned char *row
        cdef int unit
        cdef Py_ssize_t place
        cdef int number
        for place in range(min(most, <Py_ssize_t>len(words))):
            number = self.lexicon.find(words[place])
            if 0 <= number < self.adding:
                row = said + <Py_ssize_t>number * self.units
                for unit in range(begin, end):
                    sums[unit] += (row[unit] - NOTHING) * WORD
        return 0

    cdef double answer(self, int head, const int *sums) noexcept:
        """Answers for a sum of rows; a number over its bounds lends to the next, as in one large integer."""
        cdef int begin = self.head_at[head], unit, number = 0, lent = 0
        cdef int end = begin + self.weight_at[head + 1] - self.weight_at[head]
        cdef const double *weights = self.weights + self.weight_at[head] - begin
        cdef double spoken = 0.0
        for unit in range(end + 1):
            number = sums[unit] + HALF + lent
            lent = number >> 16
            number = (number & 0xFFFF) - HALF
            if begin <= unit < end and number > 0:
                spoken += weights[unit] * number
        return (number + spoken) / UNIT


cdef void *_memory(size_t size) except NULL:
    memory = PyMem_Malloc(size)
    if memory == NULL:
        raise MemoryError
    return memory
