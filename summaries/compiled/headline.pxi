"""Scores the runs of a sentence as `summaries.headline.score` does; what each number means is told in `features`."""

cdef enum:
    KNOWN = 10  # numbers of a sentence
    KEPT_IN = 4  # which of them that is
    NUMBERS = 20  # of a run
    MOST_OFTEN = 5
    USUAL_TOKENS = 19
    THOUSAND = 1000

cdef enum:  # sums of the words before a place
    KEPT
    OFTEN
    REPEATED
    LOG_OFTEN
    TITLED
    LENGTH
    IN_FIRST
    IN_NEXT
    RARITY
    ECHOES
    SUMS  # how many there are


cdef class Scorer:
    """Holds all that was learned."""

    cdef Net net
    cdef dict looked_up
    cdef dict adding
    cdef object keys
    cdef object standing

    def __init__(self, learned):
        from summaries.headline import features  # its rules take a tenth of a first summary's time to compile

        if (KNOWN, NUMBERS, ECHOES) != (len(features.KNOWN), len(features.RUN), len(features.WORDS)):
            raise ImportError("The numbers of a run are not those that were compiled.")
        if (MOST_OFTEN, USUAL_TOKENS, THOUSAND) != (features.OFTEN, features.USUAL_TOKENS, features.UNIT):
            raise ImportError("What the numbers of a run are measured by is not what was compiled.")
        self.net = Net(learned, Lexicon(learned.words))
        if len(self.net.rows) != KNOWN + NUMBERS:
            raise ValueError("The tables of the weights are not those of the features.")
        self.looked_up, self.adding = learned.looked_up, learned.adding
        self.keys, self.standing = features.keys, features.standing

    def scores(self, read):
        """Gives for each run of a sentence how like a headline it is."""
        cdef _Said said = _Said(read)
        cdef int width = self.net.width, feature, unit
        cdef array memory = clone(array("i"), 2 * width, zero=True)
        cdef int *shared = memory.data.as_ints
        cdef int *own = shared + width
        cdef list scores = []
        for feature in range(KNOWN):
            self.net.add(feature, read.known[feature], shared)
        self._look_up(self.standing(read.place), shared)
        for run in read.runs:
            for unit in range(width):
                own[unit] = shared[unit]
            self._describe(<tuple>run, read, said, own)
            scores.append(self.net.answer(0, own))
        return scores

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
        cdef double kept_in = read.known[KEPT_IN], kept = said.sum(KEPT, begin, end) / <double>THOUSAND
        self.net.add_words(said.words[begin:end], 0, self.net.of_sentence, sums)
        self._look_up(self.keys(run, read.cut, read.place, <int>said.sum(ECHOES, begin, end)), sums)
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
            said.sum(OFTEN, begin, end),
            said.sum(REPEATED, begin, end) / many,
            said.sum(LOG_OFTEN, begin, end),
            said.sum(TITLED, begin, end),
            said.sum(LENGTH, begin, end) / tokens,
            said.sum(IN_FIRST, begin, end) / many if read.place.number else 1.0,
            said.sum(IN_NEXT, begin, end) / many,
            said.sum(RARITY, begin, end) / many,
        ]
        for feature in range(NUMBERS):
            self.net.add(KNOWN + feature, values[feature], sums)
        return 0


cdef class _Said:
    """The telling words of a sentence, in its order; each sum is of those before a place."""

    cdef list words
    cdef array _memory
    cdef double *sums
    cdef list starts

    def __cinit__(self, read):
        cdef str plain = read.cut.plain, word
        cdef Py_ssize_t begun = 0, start
        cdef int number = read.place.number, count, i
        document = read.document
        cdef list all_words = document.words[number] if number < document.read else []
        cdef dict keeps = read.keeps
        cdef set first = set(document.words[0]) if number else set()
        cdef set following = set(document.words[number + 1]) if number + 1 < document.read else set()
        cdef frozenset title = document.title_words
        cdef dict rarities = all_rarities()
        cdef double *at
        self._memory = clone(array("d"), SUMS * (len(all_words) + 1), zero=True)
        self.sums = self._memory.data.as_doubles
        self.words, self.starts = [], []
        for said in all_words:
            word = said
            start = plain.find(word, begun)
            if start < 0:
                continue
            begun = start + len(word)
            count = document.frequency[word]
            at = self.sums + SUMS * len(self.words)
            for i in range(SUMS):
                at[SUMS + i] = at[i]
            at += SUMS
            at[KEPT] += <int>keeps.get(word, 0)
            at[OFTEN] += min(MOST_OFTEN, count)
            at[REPEATED] += count > 1
            at[LOG_OFTEN] += log(count)
            at[TITLED] += word in title
            at[LENGTH] += len(word)
            at[IN_FIRST] += word in first
            at[IN_NEXT] += word in following
            at[RARITY] += <double>(rarities.get(word) or rarity(word))
            at[ECHOES] += min(MOST_OFTEN, count) - 1
            self.starts.append(start)
            self.words.append(word)

    cdef int before(self, int place) except -1:
        """Counts the words that begin before a place."""
        return bisect_left(self.starts, place)

    cdef double sum(self, int of, int begin, int end) noexcept:
        return self.sums[SUMS * end + of] - self.sums[SUMS * begin + of]
