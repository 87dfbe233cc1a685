"""The ranker of `summaries.rank.plain`, compiled: a text's words are numbered once, and all else is reckoned in numbers.

What each number means is told there, and in `features`, `measures` and `keeping`; tests hold both to the same answers.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.math cimport sqrt

from summaries.compiled.lexicon cimport Lexicon
from summaries.compiled.net cimport Net
from summaries.compiled.tokens cimport count_tokens

from bisect import bisect_right
from operator import itemgetter

from summaries.rank import features, keeping, measures, plain
from summaries.rank.measures import is_dated, title_counts
from summaries.rank.weights import load

cdef int HEADLINE = features.HEADLINE, STANDFIRST = features.STANDFIRST, ITEMS = features.ITEMS
cdef int ARTICLE = len(features.ARTICLE), SENTENCE = len(features.SENTENCE), CHOICE = len(features.CHOICE)
cdef int GLANCE = measures.GLANCE, FEWEST_WORDS = measures.FEWEST_WORDS
cdef int FIRSTS = keeping.FIRSTS, SIZES = keeping.SIZES, MOST = keeping.MOST
cdef int SURE = plain.SURE, CONSIDERED = plain.CONSIDERED, COMPARED = plain.COMPARED, CHOICES = plain.CHOICES
cdef int MOST_WORDS = plain.MOST_WORDS, FIRST = plain.FIRST, NEXT = plain.NEXT
cdef Py_UCS4 CHINESE = keeping.CHINESE

cdef enum:
    ROOM = 64  # for the features of a sentence, and for the sentences considered

if max(ARTICLE, SENTENCE, CHOICE, CONSIDERED) > ROOM:
    raise ImportError("There are more features, or sentences to consider, than there is room for.")


cdef int *_numbers(list numbers) except NULL:
    """Gives whole numbers side by side; who asks for them lets go of them."""
    cdef int *found = <int *>PyMem_Calloc(len(numbers) or 1, sizeof(int))
    cdef Py_ssize_t place
    if found == NULL:
        raise MemoryError
    for place in range(len(numbers)):
        found[place] = numbers[place]
    return found


cdef class Ranker:
    """Holds all that was learned."""

    cdef Net net
    cdef Lexicon lexicon
    cdef int rises  # the odds of a word of the title
    cdef int *odds  # by word of the lexicon
    cdef int *cells  # by whether there is a title, the size of the text, first mention, opening, and count
    cdef int *chances

    def __cinit__(self, learned):
        known = learned.keeping
        others = known.words.keys() - set(learned.words)
        self.lexicon = Lexicon([*learned.words, *others])
        self.net = Net(learned, self.lexicon)
        if self.net.tables != ARTICLE + SENTENCE + CHOICE:
            raise ValueError("The tables of the weights are not those of the features.")
        self.rises = known.titled[1] - known.titled[0]
        self.odds = _numbers([known.words.get(word, 0) for word in (*learned.words, *others)])
        self.cells = _numbers([
            odds
            for is_titled in (False, True)
            for size in range(keeping.SIZES)
            for early in keeping.cells(known, is_titled, size)
            for opens in early
            for odds in opens
        ])
        self.chances = _numbers(keeping.chances())

    def __dealloc__(self):
        PyMem_Free(self.odds)
        PyMem_Free(self.cells)
        PyMem_Free(self.chances)

    def look(self, document):
        """Gives a text that holds at least one telling word as the network sees it."""
        if not document.frequency:
            raise ValueError("A text without words cannot be ranked.")
        return CompiledSight(self, document)


cdef class CompiledSight:
    """A text as the network sees it."""

    cdef readonly dict kept
    cdef readonly list kept_in
    cdef readonly list sizes
    cdef readonly dict alone
    cdef list _order
    cdef object _document
    cdef object _explaining

    def __init__(self, Ranker ranker, document):
        cdef _Text text = _Text(ranker, document)
        self._document = document
        self.kept = text.kept
        self.kept_in = [text.kept_in[i] for i in range(text.many)]
        self.sizes = [text.sizes[i] for i in range(text.many)]
        self.alone = text.alone()
        self._order = text.order(self.alone)

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
            self._explaining = plain.PlainSight(self._document, load())
        return self._explaining.weighed(chosen, also)


cdef class _Text:
    """A text in numbers."""

    cdef Net net
    cdef object document
    cdef bint title_counts
    cdef int title_size
    cdef int many  # sentences
    cdef int different  # words
    cdef dict numbers  # of words, in the order of their first mentions
    cdef dict kept
    cdef double known
    cdef list hopeful
    cdef list considered
    cdef int count  # of those considered
    cdef int stamp  # marks words; each use takes the next
    cdef int *memory
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

    def __cinit__(self, Ranker ranker, document):
        cdef int many = document.read
        cdef Py_ssize_t words = 0
        for line in document.different:
            words += len(line)
        self.net, self.document, self.many, self.different = ranker.net, document, many, len(document.frequency)
        self.memory = <int *>PyMem_Calloc(
            7 * many + 1 + 6 * self.different + words + (CONSIDERED + 2) * self.net.width, sizeof(int)
        )
        if self.memory == NULL:
            raise MemoryError
        self.sizes = self.memory
        self.kept_in = self.sizes + many
        self.paragraph = self.kept_in + many
        self.place = self.paragraph + many
        self.dated = self.place + many
        self.paragraph_size = self.dated + many
        self.begins = self.paragraph_size + many
        self.often = self.begins + many + 1
        self.keeps = self.often + self.different
        self.titled = self.keeps + self.different
        self.mark = self.titled + self.different
        self.held = self.mark + self.different
        self.item = self.held + self.different
        self.words = self.item + self.different
        self.sums = self.words + words
        self.title_counts = title_counts(document)
        self.title_size = len(document.title_words) if self.title_counts else 0
        self._keep(ranker)
        self._measure()
        self._consider()

    def __dealloc__(self):
        PyMem_Free(self.memory)

    cdef int _keep(self, Ranker ranker) except -1:
        """Numbers the words, and guesses how much of each an editor keeps."""
        cdef int number = 0, sentence = -1, left = 0, own, unknown = 0, size = 0, early = 0, place
        cdef dict frequency = <dict>self.document.frequency, numbers = {}, kept = {}
        cdef list new = self.document.new, borders = list(keeping.FIRST_BORDERS)
        cdef frozenset title = self.document.title_words
        cdef bint is_titled = len(title) > 0
        cdef tuple sentences = self.document.sentences
        cdef const int *cells
        cdef const int *cell = NULL
        cdef int known
        cdef str word
        for count in frequency.values():
            size += count
        cells = ranker.cells + (is_titled * SIZES + <int>bisect_right(keeping.SIZE_BORDERS, size)) * FIRSTS * 2 * (MOST + 1)
        for said, count in frequency.items():
            word = said
            while not left:
                sentence += 1
                left = new[sentence]
                if left:
                    while early < FIRSTS - 1 and sentence >= <int>borders[early]:
                        early += 1
                    place = sentences[sentence][2]
                    cell = cells + (early * 2 + (place == 0)) * (MOST + 1)
            left -= 1
            known = ranker.lexicon.find(word)
            own = ranker.odds[known] if known >= 0 else 0
            unknown += own == 0
            if is_titled and word in title:
                own += ranker.rises
                self.titled[number] = self.title_counts
            self.often[number] = count
            own = ranker.chances[cell[min(self.often[number], MOST)] + own]
            if word[0] >= CHINESE and word > "\u2e80":
                own *= <int>len(word)
            self.keeps[number] = own
            kept[word] = own
            numbers[word] = number
            number += 1
        self.numbers, self.kept = numbers, kept
        self.known = (number - unknown) / <double>(number or 1)
        return 0

    cdef int _measure(self) except -1:
        """Measures each sentence."""
        cdef int i, at = 0, number, begun = 0
        cdef tuple sentences = self.document.sentences, different = self.document.different
        cdef frozenset line
        for i in range(self.many):
            sentence = sentences[i]
            self.sizes[i] = count_tokens(sentence[0])
            self.paragraph[i] = sentence[1]
            self.place[i] = sentence[2]
            self.dated[i] = self.place[i] == 0 and is_dated(sentence)
            if self.paragraph[i] != self.paragraph[begun]:
                begun = i
            self.paragraph_size[begun] += 1
            self.begins[i] = at
            line = different[i]
            for word in line:
                number = self.numbers[word]
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
        self.count = len(self.considered)
        return 0

    cdef dict alone(self):
        """Gives how well each considered sentence tells the text by itself, best first."""
        cdef int place, unit, begin = self.net.of_sentence, end = self.net.units
        cdef int *shared = self.sums + CONSIDERED * self.net.width
        cdef int *own
        cdef list answers = []
        self._describe_article(shared)
        if self.title_counts and self.document.title:
            self.net.add_words(self.document.title_said, len(self.document.title_said), begin, end, shared)
        self._describe_sentences()
        for place in range(self.count):
            own = self.sums + place * self.net.width
            self.net.add_words(self.document.said[self.considered[place]], MOST_WORDS, 0, begin, own)
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
        cdef double *values = [
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

    cdef double _kinship(self) noexcept:
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
        cdef int place, i, at, feature, often, titled, words, like
        cdef long long squares = 0, counted
        cdef double norm, mean = 0.0, best = 0.0, best_glance = 0.0, best_central = 0.0, first
        cdef double[ROOM] headline
        cdef double[ROOM] central
        cdef double[ROOM] glances
        cdef double[20] values
        for i in range(self.many):
            mean += self.sizes[i]
        mean = mean / self.many or 1.0
        for at in range(self.different):
            squares += <long long>self.often[at] * self.often[at]
        norm = sqrt(<double>squares) or 1.0
        for place in range(self.count):
            i = self.considered[place]
            headline[place] = 2 * self.kept_in[i] / <double>(self.sizes[i] + HEADLINE)
            squares = 0
            for at in range(self.begins[i], self.begins[i + 1]):
                often = self.often[self.words[at]]
                squares += <long long>often * often
            central[place] = sqrt(<double>squares) / norm
            glances[place] = self.kept_in[i] if self.sizes[i] <= GLANCE else self._glance(i)
            best = max(best, headline[place])
            best_central = max(best_central, central[place])
            best_glance = max(best_glance, glances[place])
        best, best_glance, best_central, first = best or 1.0, best_glance or 1.0, best_central or 1.0, headline[0]
        self.stamp += 1
        for at in range(self.begins[0], self.begins[1]):
            self.mark[self.words[at]] = self.stamp
        for place in range(self.count):
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
                glances[place],
                titled / <double>(self.title_size or 1),
                titled / <double>(words or 1),
                headline[place] / best,
                glances[place] / best_glance,
                headline[place] - first,
                central[place],
                central[place] / best_central,
                counted / <double>(words or 1),
                like / <double>(words or 1),
                (words - <int>self.document.new[i]) / <double>(words or 1),
            ]
            for feature in range(SENTENCE):
                self.net.add(ARTICLE + feature, values[feature], self.sums + place * self.net.width)
        return 0

    cdef int _glance(self, int i) except -1:
        """Gives what an editor keeps of a sentence's beginning."""
        cdef list words = self.document.words[i]
        cdef Py_ssize_t seen = len(words) * GLANCE // self.sizes[i] + 1
        cdef int kept = 0, number
        self.stamp += 1
        for word in words[:seen]:
            number = self.numbers[word]
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
        cdef int i, at, word, unit, feature, size = 0, held = 0, told, told_kept, adds, same, away, words, total
        cdef int last = chosen[-1] if chosen else 0
        cdef int *own = self.sums + (CONSIDERED + 1) * self.net.width
        cdef int *known
        cdef double best = alone[chosen[0]]
        cdef double[10] values
        cdef list answers = []
        self.stamp += 1
        for other in chosen:
            i = other
            size += self.sizes[i]
            for at in range(self.begins[i], self.begins[i + 1]):
                word = self.words[at]
                if self.mark[word] != self.stamp:
                    self.mark[word] = self.stamp
                    held += self.keeps[word]
        for candidate in candidates:
            i = candidate
            told = told_kept = same = 0
            away = -1
            for at in range(self.begins[i], self.begins[i + 1]):
                word = self.words[at]
                if self.mark[word] == self.stamp:
                    told += 1
                    told_kept += self.keeps[word]
            for other in chosen:
                same += self.paragraph[<int>other] == self.paragraph[i]
                unit = abs(self.paragraph[<int>other] - self.paragraph[i])
                away = unit if away < 0 else min(away, unit)
            words = self.begins[i + 1] - self.begins[i]
            adds = self.kept_in[i] - told_kept
            total = size + self.sizes[i]
            values = [
                <double>alone[candidate] - best,
                size,
                held,
                i - last,
                same,
                away,
                1 - (words - told) / <double>(words or 1),
                adds,
                2 * (held + adds) / <double>(total + STANDFIRST),
                2 * (held + adds) / <double>(total + ITEMS),
            ]
            known = self.sums + <int>self.considered.index(candidate) * self.net.width
            for unit in range(self.net.width):
                own[unit] = known[unit]
            for feature in range(CHOICE):
                self.net.add(ARTICLE + SENTENCE + feature, values[feature], own)
            answers.append((-self.net.answer(NEXT, own), i))
        answers.sort()
        return [i for _, i in answers]
