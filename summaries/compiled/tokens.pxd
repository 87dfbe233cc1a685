cdef int count_tokens(str text) except -1
