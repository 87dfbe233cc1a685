"""Chooses among the sentences of a text in numbers; what each of them means is told in `summaries.rank.features`."""


cdef struct _Columns:  # of the considered sentences
    double[ROOM] headline
    double[ROOM] glance
    double[ROOM] central
    double best_headline
    double best_glance
    double most_central


cdef class _Ranked(_Text):
    """The same text, with what the network answers about it."""

    cdef list by_sentence(self, const int *numbers):
        """Gives numbers of sentences as a list."""
        return [numbers[i] for i in range(self.many)]

    cdef dict alone(self):
        """Gives how well each considered sentence tells the text by itself, best first."""
        cdef int place, unit, begin = self.net.of_sentence, end = self.net.units
        cdef int *shared = self.sums + CONSIDERED * self.net.width
        cdef int *own
        cdef list answers = []
        self._describe_article(shared)
        if self.title_counts and self.document.title:
            self.net.add_words(self.document.title_said, begin, end, shared)
        self._describe_sentences()
        for place in range(len(self.considered)):
            own = self.sums + place * self.net.width
            self.net.add_sentence(self.document.said[self.considered[place]], own)
            for unit in range(self.net.width):
                own[unit] += shared[unit]
            answers.append((self.considered[place], self.net.answer(FIRST, own)))
        answers.sort(key=itemgetter(1), reverse=True)  # of equal ones the first stays first
        return dict(answers)

    cdef int _describe_article(self, int *sums) except -1:
        """Adds what the values of `ARTICLE` add."""
        cdef int i, feature, paragraphs = 0, tokens = 0, dated = 0, kept = 0, most = 0
        for i in range(self.many):
            paragraphs += i == 0 or self.place[i] == 0
            tokens += self.sizes[i]
            dated += self.dated[i]
            kept += self.kept_in[i]
            most = max(most, self.kept_in[i])
        cdef double[ARTICLE] values = [
            paragraphs,
            self.title_size,
            tokens or 1,
            dated / <double>paragraphs,
            self._kinship(),
            self.sizes[0],
            self.kept_in[0] / <double>(self.sizes[0] or 1),
            self.known,
            kept / <double>(tokens or 1),
            most,
        ]
        for feature in range(ARTICLE):
            self.net.add(feature, values[feature], sums)
        return 0

    cdef double _kinship(self) except -1.0:
        """Tells how much paragraphs share words, each with the next."""
        cdef int i = 0, at, word, size, before = 0, items = 0, shared
        cdef double together = 0.0
        while i < self.many:
            size = 0
            self.stamp += 1
            while True:
                for at in range(self.begins[i], self.begins[i + 1]):
                    word = self.words[at]
                    if self.mark[word] != self.stamp:
                        self.mark[word] = self.stamp
                        self.held[size] = word
                        size += 1
                i += 1
                if i == self.many or self.place[i] == 0:
                    break
            if size < FEWEST_WORDS:
                continue
            items += 1
            shared = 0
            for at in range(size):
                word = self.held[at]
                shared += items > 1 and self.item[word] == items - 1
                self.item[word] = items
            if items > 1:
                together += shared / <double>min(size, before)
            before = size
        return together / (items - 1) if items > 1 else 1.0

    cdef int _describe_sentences(self) except -1:
        """Adds what the values of `SENTENCE` add to the sums of each considered sentence."""
        cdef _Columns columns = self._columns()
        cdef int place, i, at, feature, titled, words, like
        cdef long long counted
        cdef double mean = 0.0
        cdef double[SENTENCE] values
        for i in range(self.many):
            mean += self.sizes[i]
        mean = mean / self.many or 1.0
        self.stamp += 1
        for at in range(self.begins[0], self.begins[1]):
            self.mark[self.words[at]] = self.stamp
        for place in range(len(self.considered)):
            i = self.considered[place]
            counted = like = titled = 0
            for at in range(self.begins[i], self.begins[i + 1]):
                counted += self.often[self.words[at]]
                like += self.mark[self.words[at]] == self.stamp
                titled += self.titled[self.words[at]]
            words = self.begins[i + 1] - self.begins[i]
            values = [
                i,
                self.many - 1 - i,
                self.paragraph[i],
                self.place[i],
                self.paragraph_size[i],
                self.sizes[i],
                self.dated[i],
                self.sizes[i] / mean,
                self.kept_in[i] / <double>(self.sizes[i] or 1),
                columns.glance[place],
                titled / <double>(self.title_size or 1),
                titled / <double>(words or 1),
                columns.headline[place] / columns.best_headline,
                columns.glance[place] / columns.best_glance,
                columns.headline[place] - columns.headline[0],
                columns.central[place],
                columns.central[place] / columns.most_central,
                counted / <double>(words or 1),
                like / <double>(words or 1),
                (words - <int>self.document.new[i]) / <double>(words or 1),
            ]
            for feature in range(SENTENCE):
                self.net.add(ARTICLE + feature, values[feature], self.sums + place * self.net.width)
        return 0

    cdef _Columns _columns(self) except *:
        """Gives what the considered sentences are compared by, with the best of each."""
        cdef _Columns columns
        cdef int place, i, at
        cdef long long squares = 0
        cdef double norm
        columns.best_headline = columns.best_glance = columns.most_central = 0.0
        for at in range(self.different):
            squares += <long long>self.often[at] * self.often[at]
        norm = sqrt(<double>squares) or 1.0
        for place in range(len(self.considered)):
            i = self.considered[place]
            squares = 0
            for at in range(self.begins[i], self.begins[i + 1]):
                squares += <long long>self.often[self.words[at]] * self.often[self.words[at]]
            columns.central[place] = sqrt(<double>squares) / norm
            columns.headline[place] = 2 * self.kept_in[i] / <double>(self.sizes[i] + HEADLINE)
            columns.glance[place] = self.kept_in[i] if self.sizes[i] <= GLANCE else self._glance(i)
            columns.best_headline = max(columns.best_headline, columns.headline[place])
            columns.best_glance = max(columns.best_glance, columns.glance[place])
            columns.most_central = max(columns.most_central, columns.central[place])
        columns.best_headline = columns.best_headline or 1.0
        columns.best_glance = columns.best_glance or 1.0
        columns.most_central = columns.most_central or 1.0
        return columns

    cdef int _glance(self, int i) except -1:
        """Gives what an editor keeps of a sentence's beginning."""
        cdef array words = self.document.numbers[i]
        cdef Py_ssize_t seen = min(<Py_ssize_t>len(words), len(words) * GLANCE // self.sizes[i] + 1), place
        cdef int kept = 0, number
        self.stamp += 1
        for place in range(seen):
            number = words.data.as_ints[place]
            if self.mark[number] != self.stamp:
                self.mark[number] = self.stamp
                kept += self.keeps[number]
        return kept

    cdef list order(self, dict alone):
        """Gives all sentences in the order of choice."""
        cdef int first = self._first(alone)
        cdef list others = [i for i in alone if i != first], chosen = [first], compared = others[: COMPARED - 1]
        while compared and len(chosen) < CHOICES:
            compared = self._beside(chosen, compared, alone)
            chosen.append(compared.pop(0))
        return [*chosen, *self._beside(chosen, compared, alone), *others[COMPARED - 1 :], *self.hopeful[CONSIDERED:]]

    cdef int _first(self, dict alone) except -1:
        """Gives the best by itself, or the lead unless another is better by as much as the text is strange."""
        talk = self.document.last_resort
        best = next((i for i in alone if i not in talk), 0)
        opening = next((i for i in self.considered if i not in talk), 0)
        ahead = plain.ahead(self.document, self.known, is_titled=self.title_size > 0)
        return best if alone[best] - alone[opening] > ahead else opening

    cdef list _beside(self, list chosen, list candidates, dict alone):
        """Gives the candidates by how well they tell the text beside the chosen ones, best first."""
        cdef int i, at, word, unit, size = 0, kept = 0
        cdef int *own = self.sums + (CONSIDERED + 1) * self.net.width
        cdef int *known
        cdef double best = alone[chosen[0]]
        cdef list answers = []
        self.stamp += 1
        for other in chosen:
            i = other
            size += self.sizes[i]
            for at in range(self.begins[i], self.begins[i + 1]):
                word = self.words[at]
                if self.mark[word] != self.stamp:
                    self.mark[word] = self.stamp
                    kept += self.keeps[word]
        for candidate in candidates:
            known = self.sums + <int>self.considered.index(candidate) * self.net.width
            for unit in range(self.net.width):
                own[unit] = known[unit]
            self._describe_choice(candidate, chosen, alone[candidate] - best, size, kept, own)
            answers.append((-self.net.answer(NEXT, own), candidate))
        answers.sort()
        return [candidate for _, candidate in answers]

    cdef int _describe_choice(self, int i, list chosen, double alone, int size, int kept, int *sums) except -1:
        """Adds what the values of `CHOICE` add for a sentence beside chosen ones, whose words are marked."""
        cdef int at, other, feature, distance, told = 0, told_kept = 0, same = 0, away = -1
        cdef int words = self.begins[i + 1] - self.begins[i], total = size + self.sizes[i], adds
        for at in range(self.begins[i], self.begins[i + 1]):
            if self.mark[self.words[at]] == self.stamp:
                told += 1
                told_kept += self.keeps[self.words[at]]
        for other in chosen:
            distance = abs(self.paragraph[other] - self.paragraph[i])
            same += distance == 0
            away = distance if away < 0 else min(away, distance)
        adds = self.kept_in[i] - told_kept
        cdef double[CHOICE] values = [
            alone,
            size,
            kept,
            i - <int>chosen[-1],
            same,
            away,
            1 - (words - told) / <double>(words or 1),
            adds,
            2 * (kept + adds) / <double>(total + STANDFIRST),
            2 * (kept + adds) / <double>(total + ITEMS),
        ]
        for feature in range(CHOICE):
            self.net.add(ARTICLE + SENTENCE + feature, values[feature], sums)
        return 0


cdef class CompiledSight:
    """A text as the network sees it."""

    cdef readonly list kept_in
    cdef readonly list sizes
    cdef readonly dict alone
    cdef list _order
    cdef dict _kept
    cdef _Ranked _text
    cdef object _document
    cdef object _weights
    cdef object _explaining

    def __init__(self, Ranker ranker not None, document):
        cdef _Ranked text = _Ranked(ranker, document)
        self._document, self._weights = document, ranker.weights
        self._text = text
        self.kept_in = text.by_sentence(text.kept_in)
        self.sizes = text.by_sentence(text.sizes)
        self.alone = text.alone()
        self._order = text.order(self.alone)

    @property
    def kept(self):
        """Gives the thousandths of a token of each telling word that an editor keeps, by expectation."""
        cdef int number
        if self._kept is None:
            self._kept = {word: self._text.keeps[number] for number, word in enumerate(self._document.frequency)}
        return self._kept

    def kept_of(self, bits not None):
        """Gives the same of all words whose places in the text's `frequency` are bits."""
        if bits.bit_length() > self._text.different:
            raise IndexError("The text has not so many words.")
        cdef bytes held = bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
        cdef const unsigned char *at = held
        cdef Py_ssize_t place
        cdef int bit, kept = 0
        for place in range(len(held)):
            if at[place]:
                for bit in range(8):
                    if at[place] >> bit & 1:
                        kept += self._text.keeps[8 * place + bit]
        return kept

    @property
    def most_kept(self):
        """Gives the most that an editor keeps of one sentence."""
        return max(self.kept_in)

    def order(self):
        """Gives all sentences: the first by what it tells alone, the next by what they add, then the less hopeful."""
        return self._order

    def weighed(self, chosen, also=()):
        """Gives what speaks for each sentence; it is asked seldom, so plain Python reckons it."""
        if self._explaining is None:
            self._explaining = plain.PlainSight(self._document, self._weights.load())
        return self._explaining.weighed(chosen, also)
