"""Measures a text: its words are numbered once, and all else is reckoned in numbers, as `summaries.rank` tells."""

cdef bint _is_dated(sentence) except -1:
    """Tells what `measures.is_dated` does; only letters need its pattern."""
    cdef str text = sentence[0]
    cdef Py_ssize_t place, end = min(OPENING, <Py_ssize_t>len(text))
    cdef Py_UCS4 c, before = 0
    for place in range(end):
        c = text[place]
        if c in "天日晚年月号":
            if before == "今" and c in "天日晚年" or before == "昨" and c in "天日晚" or before == "近" and c == "日":
                return True
            if c in "日月号" and Py_UNICODE_ISDECIMAL(before):
                return True
        elif c == "前" and before in "日目" or c == "至" and before == "截" or c == "于" and before == "将":
            return True
        elif c in "间間" and place > 2 and text[place - 3 : place + 1] in ("当地时间", "當地時間"):
            return True
        before = c
    return end > 0 and before < CHINESE and is_dated(sentence)


def dated(sentence):
    """Gives the same, for tests."""
    return _is_dated(sentence)


cdef class _Text:
    """A text in numbers: of each sentence, and of each word."""

    cdef Net net
    cdef object document
    cdef bint title_counts
    cdef int title_size
    cdef int many  # sentences
    cdef int different  # words
    cdef double known
    cdef list hopeful
    cdef list considered
    cdef int stamp  # marks words; each use takes the next
    cdef array _memory
    # by sentence
    cdef int *sizes
    cdef int *kept_in
    cdef int *paragraph
    cdef int *place
    cdef int *dated
    cdef int *paragraph_size
    cdef int *begins  # where its words begin among all
    # by word
    cdef int *often
    cdef int *keeps
    cdef int *titled
    cdef int *mark
    cdef int *held
    cdef int *item
    cdef int *words  # of each sentence, each once
    cdef int *sums  # of each considered sentence, then what they share, then one to reckon with

    def __cinit__(self, Ranker ranker not None, document):
        cdef int many = document.read, different = len(document.frequency)
        cdef Py_ssize_t words = sum([len(line) for line in document.numbers])
        self.net, self.document, self.many, self.different = ranker.net, document, many, different
        self._memory = clone(
            array("i"), 7 * many + 1 + 6 * different + words + (CONSIDERED + 2) * self.net.width, zero=True
        )
        self.sizes = self._memory.data.as_ints
        self.kept_in = self.sizes + many
        self.paragraph = self.kept_in + many
        self.place = self.paragraph + many
        self.dated = self.place + many
        self.paragraph_size = self.dated + many
        self.begins = self.paragraph_size + many
        self.often = self.begins + many + 1
        self.keeps = self.often + different
        self.titled = self.keeps + different
        self.mark = self.titled + different
        self.held = self.mark + different
        self.item = self.held + different
        self.words = self.item + different
        self.sums = self.words + words
        self.title_counts = title_counts(document)
        self.title_size = len(document.title_words) if self.title_counts else 0
        self._keep(ranker)
        self._measure()
        self._consider()

    cdef int _keep(self, Ranker ranker) except -1:
        """Numbers the words, and guesses how much of each an editor keeps."""
        cdef int number = 0, sentence = -1, left = 0, listed, odds, unknown = 0, size = self.document.frequency.total()
        cdef dict frequency = <dict>self.document.frequency
        cdef list new = self.document.new
        cdef tuple sentences = self.document.sentences
        cdef frozenset title = self.document.title_words
        cdef const int *chances = ranker.chances.data.as_ints
        cdef const int *all_odds = ranker.odds.data.as_ints
        cdef const int *cells = NULL
        cdef str word
        for said, count in frequency.items():
            word = said
            while not left:
                sentence += 1
                left = new[sentence]
                if left:
                    cells = ranker.cells_of(len(title) > 0, size, sentence, sentences[sentence].place == 0)
            left -= 1
            listed = ranker.lexicon.find(word)
            odds = all_odds[listed] if listed >= 0 else 0
            unknown += odds == 0
            if word in title:
                odds += ranker.rises
                self.titled[number] = self.title_counts
            self.often[number] = count
            self.keeps[number] = chances[cells[min(self.often[number], MOST)] + odds]
            if word[0] >= CHINESE:
                self.keeps[number] *= <int>len(word)
            number += 1
        self.known = (number - unknown) / <double>(number or 1)
        return 0

    cdef int _measure(self) except -1:
        """Measures each sentence."""
        cdef int i, at = 0, number, begun = 0
        cdef Py_ssize_t place
        cdef tuple sentences = self.document.sentences
        cdef array said
        for i in range(self.many):
            sentence = sentences[i]
            self.sizes[i] = count_tokens(sentence[0])
            self.paragraph[i] = sentence[1]
            self.place[i] = sentence[2]
            self.dated[i] = self.place[i] == 0 and _is_dated(sentence)
            if self.paragraph[i] != self.paragraph[begun]:
                begun = i
            self.paragraph_size[begun] += 1
            self.begins[i] = at
            said = self.document.numbers[i]
            self.stamp += 1
            for place in range(len(said)):
                number = said.data.as_ints[place]
                if self.mark[number] != self.stamp:
                    self.mark[number] = self.stamp
                    self.words[at] = number
                    self.kept_in[i] += self.keeps[number]
                    at += 1
        self.begins[self.many] = at
        for i in range(1, self.many):
            if self.paragraph[i] == self.paragraph[i - 1]:
                self.paragraph_size[i] = self.paragraph_size[i - 1]
        return 0

    cdef int _consider(self) except -1:
        """Finds the sentences that are weighed: the first, and those whose words promise most for their length."""
        cdef int i
        cdef list promise
        if self.many <= SURE:
            self.hopeful = list(range(self.many))
        else:
            promise = [self.kept_in[i] / <double>(self.sizes[i] + STANDFIRST) for i in range(self.many)]
            self.hopeful = [*range(SURE), *sorted(range(SURE, self.many), key=promise.__getitem__, reverse=True)]
        self.considered = sorted(self.hopeful[:CONSIDERED])
        return 0
