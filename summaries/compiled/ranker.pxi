"""Holds what the ranker learned, checked once against what was compiled."""

cdef enum:
    # how many there are of each, which the weights and the features must agree with
    ARTICLE = 10
    SENTENCE = 20
    CHOICE = 10
    ROOM = 64  # for the sentences considered

if (ARTICLE, SENTENCE, CHOICE) != (len(features.ARTICLE), len(features.SENTENCE), len(features.CHOICE)):
    raise ImportError("The features are not those that were compiled.")

if CONSIDERED > ROOM:
    raise ImportError("More sentences are considered than there is room for.")


cdef class Ranker:
    """Holds all that was learned."""

    cdef Net net
    cdef Lexicon lexicon
    cdef int rises  # the odds of a word of the title
    cdef array odds  # by word of the lexicon
    cdef array cells  # by whether there is a title, the size of the text, first mention, opening, and count
    cdef array chances
    cdef object weights

    def __init__(self, weights):
        """Takes the module that reads the weights: what spoke for a sentence is asked of plain Python with the same."""
        learned = weights.read()
        known = learned.keeping
        self.weights = weights
        self.lexicon = Lexicon(learned.words)
        self.net = Net(learned, self.lexicon)
        if len(self.net.rows) != ARTICLE + SENTENCE + CHOICE or len(self.net.weights) <= NEXT:
            raise ValueError("The tables of the weights are not those of the features.")
        self.rises = known.titled[1] - known.titled[0]
        self.odds = numbers_of(learned.odds)
        self.cells = numbers_of([
            odds
            for is_titled in (False, True)
            for size in range(keeping.SIZES)
            for early in keeping.cells(known, is_titled, size)
            for opens in early
            for odds in opens
        ])
        self.chances = numbers_of(keeping.chances())
        cdef int least = 0, most = 0, place
        for place in range(len(self.odds)):
            least, most = min(least, self.odds.data.as_ints[place]), max(most, self.odds.data.as_ints[place])
        least, most = least + min(0, self.rises), most + max(0, self.rises)
        if min(self.cells) + least < 0 or max(self.cells) + most >= len(self.chances):
            raise ValueError("The weights are surer of a word than chances are reckoned for.")

    def look(self, document):
        """Gives a text that holds at least one telling word as the network sees it."""
        if not document.frequency:
            raise ValueError("A text without words cannot be ranked.")
        return CompiledSight(self, document)

    cdef const int *cells_of(self, bint titled, int size, int sentence, bint opens) except NULL:
        """Gives what a sentence of a text of so many words gives to those it says first, by how often they are said."""
        cdef int of_size = bisect_right(keeping.SIZE_BORDERS, size), early = bisect_right(keeping.FIRST_BORDERS, sentence)
        return self.cells.data.as_ints + (((titled * SIZES + of_size) * FIRSTS + early) * 2 + opens) * (MOST + 1)
