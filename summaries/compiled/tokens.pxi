"""Counts the tokens of `summaries.sentences`, character by character."""

cdef inline bint _is_ideograph(Py_UCS4 c) noexcept:
    return (
        0x4E00 <= c <= 0x9FFF
        or 0x3040 <= c <= 0x30FF
        or 0x3400 <= c <= 0x4DBF
        or 0xAC00 <= c <= 0xD7AF
        or 0xF900 <= c <= 0xFAFF
    )


cdef inline bint _is_rare(Py_UCS4 c) noexcept:
    """Tells of the ideographs beyond the first plane; behind a letter they are part of its word."""
    return 0x20000 <= c <= 0x2EBEF


cpdef int count_tokens(str text) except -1:
    """Counts ideographs, words of letters and numbers as a reader would."""
    cdef Py_ssize_t at = 0, end = len(text)
    cdef int count = 0
    cdef Py_UCS4 c
    while at < end:
        c = text[at]
        at += 1
        if _is_ideograph(c) or _is_rare(c):
            count += 1
        elif Py_UNICODE_ISDECIMAL(c):  # 1,234.5 is one; what letters follow it are the next
            count += 1
            while at < end and (
                Py_UNICODE_ISDECIMAL(text[at]) or (text[at] in ".," and at + 1 < end and Py_UNICODE_ISDECIMAL(text[at + 1]))
            ):
                at += 1
        elif Py_UNICODE_ISALNUM(c):
            count += 1
            while at < end and Py_UNICODE_ISALNUM(text[at]) and not _is_ideograph(text[at]):
                at += 1
    return count
