from summaries.compiled.lexicon cimport Lexicon


cdef class Net:
    cdef readonly int width
    cdef int tables
    cdef int heads
    cdef int units  # that words speak to: first those of a sentence, then those of the title
    cdef int of_sentence
    cdef double *borders
    cdef int *border_at
    cdef int *rows
    cdef int *row_at
    cdef int *head_at
    cdef int *weight_at
    cdef double *weights
    cdef Lexicon lexicon
    cdef Py_ssize_t adding  # words of the lexicon, from the first
    cdef bytes said

    cdef void add(self, int table, double value, int *sums) noexcept
    cdef int add_words(self, list words, Py_ssize_t most, int begin, int end, int *sums) except -1
    cdef double answer(self, int head, const int *sums) noexcept
