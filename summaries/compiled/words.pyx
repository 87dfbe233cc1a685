"""Sorts out the words of a text as `summaries.words.sorting` does, word by word instead of list by list."""

from collections import Counter


def sort_out(list words, int lines, list filling, dropped, str hole):
    """Gives all words of each line, and those that tell."""
    cdef list said = [], tells = [], line = [], telling = []
    cdef frozenset empty = dropped
    cdef Py_ssize_t filled = 0
    cdef str word
    for each in words:
        word = each
        if len(word) > 1:
            line.append(word)
            if word not in empty:
                telling.append(word)
        elif word == "\n" and len(said) + 1 < lines:
            said.append(line)
            tells.append(telling)
            line, telling = [], []
        elif word == hole:
            of_run, that_tell = filling[filled]
            filled += 1
            line.extend(of_run)
            telling.extend(that_tell)
        else:
            line.append(word)
    said.append(line)
    tells.append(telling)
    if len(said) != lines:
        raise ValueError("The segmenter lost a line.")
    return said, tells


def count(list lines):
    """Gives the different words of each line, how many of them no line before had, and how often each is said."""
    cdef list new = [], different = []
    cdef list line
    cdef Py_ssize_t known = 0
    frequency = Counter()
    cdef dict often = <dict>frequency
    for each in lines:
        line = each
        for word in line:
            times = often.get(word)
            often[word] = 1 if times is None else <int>times + 1
        different.append(frozenset(line))
        new.append(len(often) - known)
        known = len(often)
    return tuple(different), new, frequency
