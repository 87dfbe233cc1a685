"""Numbers words: where a dictionary of Python's reads four places of memory to find one, this reads one."""

cdef enum:
    FREE = -1

cdef struct Slot:
    Py_hash_t hash
    int length
    int number

if sizeof(Py_hash_t) < 8:
    raise ImportError("Hashes of 32 bits do not tell words apart.")


cdef class Lexicon:
    """Holds words by their hash and length alone: two words of one length share 64 bits once in some billion lexicons.

    The length must be looked at: Python hashes the bytes of a word, and those of 慢 are those of “ba”.
    """

    cdef Slot *slots
    cdef size_t mask

    def __cinit__(self, words):
        cdef size_t size = 8, place
        cdef int number
        while size < 2 * <size_t>len(words):
            size *= 2
        self.mask = size - 1
        self.slots = <Slot *>PyMem_Malloc(size * sizeof(Slot))
        if self.slots == NULL:
            raise MemoryError
        for place in range(size):
            self.slots[place].number = FREE
        for number, word in enumerate(words):
            place = <size_t>hash(word) & self.mask
            while self.slots[place].number != FREE:
                place = (place + 1) & self.mask
            self.slots[place].hash = hash(word)
            self.slots[place].length = len(word)
            self.slots[place].number = number

    def __dealloc__(self):
        PyMem_Free(self.slots)

    cdef int find(self, str word) except -2:
        """Gives the number of a word, or -1."""
        cdef Py_hash_t wanted = hash(word)
        cdef int length = len(word)
        cdef size_t place = <size_t>wanted & self.mask
        while self.slots[place].number != FREE:
            if self.slots[place].hash == wanted and self.slots[place].length == length:
                return self.slots[place].number
            place = (place + 1) & self.mask
        return FREE

    def number(self, str word):
        """Gives the same, for tests."""
        return self.find(word)
