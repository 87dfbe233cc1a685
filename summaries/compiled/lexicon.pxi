"""Numbers words: where a dictionary of Python's reads four places of memory to find one, this reads one."""

cdef enum:
    LONGEST_WORD = 0xFF
    MOST_NUMBERS = 0xFFFFFF
    LENGTH_FROM = 24

ctypedef uint64_t Slot  # the upper half of a hash, a length, and a number counted from 1

cdef uint64_t UPPER_HALF = 0xFFFFFFFF00000000

if sizeof(Py_hash_t) < 8:
    raise ImportError("Hashes of 32 bits do not tell words apart.")


cdef class Lexicon:
    """Holds words by their place, the upper half of their hash and their length alone: two words share these once in
    some million lexicons.

    The length must be looked at: Python hashes the bytes of a word, and those of 慢 are those of “ba”.
    """

    cdef Slot *slots
    cdef size_t mask

    def __cinit__(self, words):
        cdef size_t size = 8, place
        cdef uint64_t number
        if len(words) >= MOST_NUMBERS:
            raise ValueError("There are more words than have a number.")
        while size < 2 * <size_t>len(words):
            size *= 2
        self.mask = size - 1
        self.slots = <Slot *>PyMem_Calloc(size, sizeof(Slot))
        if self.slots == NULL:
            raise MemoryError
        for number, word in enumerate(words, 1):
            if len(word) >= LONGEST_WORD:
                raise ValueError("A word is longer than any that is looked up.")
            place = <size_t>hash(word) & self.mask
            while self.slots[place]:
                place = (place + 1) & self.mask
            self.slots[place] = _key(word) | number

    def __dealloc__(self):
        PyMem_Free(self.slots)

    cdef int find(self, str word) except -2:
        """Gives the number of a word, or -1."""
        cdef uint64_t wanted = _key(word)
        cdef size_t place = <size_t>hash(word) & self.mask
        while self.slots[place]:
            if self.slots[place] ^ wanted <= MOST_NUMBERS:
                return <int>(self.slots[place] ^ wanted) - 1
            place = (place + 1) & self.mask
        return -1

    def number(self, str word):
        """Gives the same, for tests."""
        return self.find(word)


cdef inline uint64_t _key(str word) noexcept:
    """Gives what a word is known by."""
    return <uint64_t>hash(word) & UPPER_HALF | <uint64_t>min(len(word), LONGEST_WORD) << LENGTH_FROM
