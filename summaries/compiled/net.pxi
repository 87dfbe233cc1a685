"""The network of `summaries.rank.net`, its numbers side by side: what plain Python adds in one large integer."""

cdef enum:
    HALF = 1 << 15
    NOTHING = 128
    MOST_UNITS = 64  # that words speak to

if plain_net.BITS != 16:
    raise ImportError("Numbers have another size than was compiled.")

cdef int UNIT = plain_net.UNIT, WORD = plain_net.WORD, SCALE = plain_net.SCALE
cdef int MOST_WORDS = plain_net.MOST_WORDS, LOUDNESS_BITS = plain_net.LOUDNESS_BITS
cdef array LOUDNESS = array("i", plain_net.LOUDNESS)


cdef array numbers_of(values):
    """Gives whole numbers side by side."""
    return array("i", list(values))


cdef struct Table:
    const double *borders
    int many
    const int *rows

cdef struct Head:
    int begin
    int many
    const int *weights


cdef class Net:
    """Adds rows of tables and of words, and answers each head's question about their sum."""

    cdef int width
    cdef int units  # that words speak to: first those of a sentence, then those of the title
    cdef int of_sentence
    cdef Lexicon lexicon
    cdef int adding  # words of the lexicon, from the first
    cdef bytes said
    cdef list borders  # arrays, one for each table
    cdef list rows
    cdef list weights  # the same of each head
    cdef Table *tables
    cdef Head *heads

    def __cinit__(self, learned, Lexicon lexicon not None):
        """The lexicon numbers the words that add something first."""
        self.units, self.of_sentence = sum(learned.parts), learned.parts[0]
        self.width = max([begin + len(weights) for begin, weights in learned.heads]) + 1
        self.lexicon, self.said = lexicon, learned.rows
        self.adding, left = divmod(len(self.said), self.units)
        if left or self.adding > len(learned.words):
            raise ValueError("The words and their rows do not belong together.")
        if self.units > MOST_UNITS:
            raise ValueError("Words speak to more units than was compiled.")
        self.borders = [array("d", list(borders)) for borders, _ in learned.tables]
        self.rows = [numbers_of([number for row in rows for number in row]) for _, rows in learned.tables]
        if any([len(rows) != (len(borders) + 1) * self.width for borders, rows in zip(self.borders, self.rows)]):
            raise ValueError("A table has not one row of all units more than it has borders.")
        self.weights = [numbers_of(plain_net.whole(weights)) for _, weights in learned.heads]
        cdef array of_borders, of_rows, of_weights
        cdef int number
        self.tables = <Table *>PyMem_Calloc(len(self.rows), sizeof(Table))
        self.heads = <Head *>PyMem_Calloc(len(self.weights), sizeof(Head))
        if not (self.tables and self.heads):
            raise MemoryError
        for number, (of_borders, of_rows) in enumerate(zip(self.borders, self.rows)):
            self.tables[number] = Table(of_borders.data.as_doubles, <int>len(of_borders), of_rows.data.as_ints)
        for number, ((begin, _), of_weights) in enumerate(zip(learned.heads, self.weights)):
            self.heads[number] = Head(begin, <int>len(of_weights), of_weights.data.as_ints)

    def __dealloc__(self):
        PyMem_Free(self.tables)
        PyMem_Free(self.heads)

    cdef int add(self, int table, double value, int *sums) noexcept:
        """Adds the row of a value: the one that has as many rows before it as the value is above borders."""
        cdef Table *of_value = self.tables + table
        cdef int above = 0, place, unit
        for place in range(of_value.many):  # of a dozen: to halve them would cost more in wrong guesses
            above += of_value.borders[place] < value
        cdef const int *row = of_value.rows + above * self.width
        for unit in range(self.width):
            sums[unit] += row[unit]
        return 0

    cdef int add_words(self, list words, int begin, int end, int *sums) except -1:
        """Adds to some units what words add."""
        cdef int[MOST_UNITS] steps
        cdef int unit
        self._hear(words, len(words), begin, end, steps)
        for unit in range(begin, end):
            sums[unit] += steps[unit] * WORD
        return 0

    cdef int add_sentence(self, list words, int *sums) except -1:
        """Adds what the words of a sentence add: the more of them are known, the less loud is each."""
        cdef int[MOST_UNITS] steps
        cdef int unit, known = self._hear(words, min(MOST_WORDS, <int>len(words)), 0, self.of_sentence, steps)
        cdef int loud = LOUDNESS.data.as_ints[known]
        for unit in range(self.of_sentence):
            sums[unit] += steps[unit] * loud >> LOUDNESS_BITS
        return 0

    cdef int _hear(self, list words, Py_ssize_t most, int begin, int end, int *steps) except -1:
        """Adds up what the first so many words add to some units, in steps of words; gives how many are known."""
        cdef const unsigned char *said = self.said
        cdef const unsigned char *row
        cdef int unit, number, known = 0
        cdef Py_ssize_t place
        for unit in range(begin, end):
            steps[unit] = 0
        for place in range(most):
            number = self.lexicon.find(words[place])
            if 0 <= number < self.adding:
                known += 1
                row = said + <Py_ssize_t>number * self.units
                for unit in range(begin, end):
                    steps[unit] += row[unit] - NOTHING
        return known

    cdef double answer(self, int head, const int *sums) noexcept:
        """Answers for a sum of rows; a number over its bounds lends to the next, as in one large integer."""
        cdef const int *weights = self.heads[head].weights
        cdef int begin = self.heads[head].begin, end = begin + self.heads[head].many, unit, number = 0, lent = 0
        cdef long long spoken = 0
        for unit in range(end + 1):
            number = sums[unit] + HALF + lent
            lent = number >> 16
            number = (number & 0xFFFF) - HALF
            if begin <= unit < end and number > 0:
                spoken += <long long>weights[unit - begin] * number
        return (<long long>number * SCALE + spoken) / (<double>UNIT * SCALE)
