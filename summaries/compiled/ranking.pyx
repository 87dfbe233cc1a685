"""The network, the ranker and the choice of headlines, compiled as one: what fits together is built together."""

from bisect import bisect_left, bisect_right
from operator import itemgetter

from cpython.array cimport array, clone
from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.math cimport log, sqrt
from libc.stdint cimport uint64_t

from summaries.rank import features, keeping, measures, plain
from summaries.rank import net as plain_net
from summaries.rank.measures import is_dated, title_counts
from summaries.words import rarities as all_rarities
from summaries.words import rarity

cdef extern from "Python.h":
    bint Py_UNICODE_ISALNUM(Py_UCS4 character)
    bint Py_UNICODE_ISDECIMAL(Py_UCS4 character)

cdef int HEADLINE = features.HEADLINE, STANDFIRST = features.STANDFIRST, ITEMS = features.ITEMS
cdef int OPENING = measures.OPENING
cdef int GLANCE = measures.GLANCE, FEWEST_WORDS = measures.FEWEST_WORDS
cdef int FIRSTS = keeping.FIRSTS, SIZES = keeping.SIZES, MOST = keeping.MOST
cdef int SURE = plain.SURE, CONSIDERED = plain.CONSIDERED, COMPARED = plain.COMPARED, CHOICES = plain.CHOICES
cdef int FIRST = plain.FIRST, NEXT = plain.NEXT
cdef Py_UCS4 CHINESE = keeping.CHINESE

include "lexicon.pxi"
include "tokens.pxi"
include "net.pxi"
include "ranker.pxi"
include "text.pxi"
include "sight.pxi"
include "headline.pxi"
