cdef struct Slot:
    Py_hash_t hash
    int length
    int number


cdef class Lexicon:
    cdef Slot *slots
    cdef size_t mask

    cdef int find(self, str word) except? -2
