"""Describes a text, each of its sentences, and what a sentence adds to those already chosen, in plain numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt

from summaries.rank.measures import Measures, kinship, paragraphs

GLANCE, LOOK = 20, 30
"""Tokens of a sentence's beginning that are looked at by themselves."""

HEADLINE, STANDFIRST, ITEMS = 19, 30, 90
"""Tokens of what editors write about an article."""

ARTICLE = (
    *("sentences", "paragraphs", "title_words", "tokens"),
    *("dated_paragraphs", "kin_neighbours", "kin_first", "sentences_per_paragraph"),  # is it a round-up?
    *("first_size", "first_kept_share", "known", "kept_share", "kept_most"),
)
SENTENCE = (
    *("index", "index_share", "from_end", "paragraph", "paragraph_share", "place", "paragraph_size"),
    *("size", "size_to_mean", "size_to_first", "dated", "commas"),
    *("kept_share", "kept_glance", "kept_look", "kept_new", "wish_headline", "wish_standfirst", "wish_items"),
    *("title_told", "title_share", "centrality", "frequency", "like_first", "like_before", "seen"),
    *("wish_headline_to_best", "wish_standfirst_to_best", "wish_items_to_best", "glance_to_best"),
    *("centrality_to_best", "wish_headline_over_first", "wish_standfirst_over_first"),
)
CHOICE = (
    *("chosen", "chosen_size", "chosen_kept", "after_last", "same_paragraph", "paragraphs_away"),
    *("told", "adds", "adds_share", "set_headline", "set_standfirst", "set_items", "size_to_chosen"),
)
_HEADLINE, _STANDFIRST = SENTENCE.index("wish_headline"), SENTENCE.index("wish_standfirst")
_COMPARED = (_HEADLINE, _STANDFIRST, *map(SENTENCE.index, ("wish_items", "kept_glance", "centrality")))


def wish(kept: float, size: float, wanted: int) -> float:
    """Gives the score by expectation of a text of this size against an editor's of the wanted size (F1 of words)."""
    return 2 * kept / (size + wanted)


def describe_article(measures: Measures) -> list[float]:
    """Gives the values of `ARTICLE`."""
    sizes, kept_in = measures.sizes, measures.kept_in
    of_paragraphs = paragraphs(measures)
    neighbours, first = kinship(of_paragraphs)
    tokens = sum(sizes) or 1
    return [
        len(sizes),
        len(of_paragraphs),
        len(measures.title),
        tokens,
        sum(measures.dated) / len(of_paragraphs),
        neighbours,
        first,
        len(sizes) / len(of_paragraphs),
        sizes[0],
        kept_in[0] / (sizes[0] or 1),
        measures.known,
        sum(kept_in) / tokens,
        max(kept_in),
    ]


def describe_sentences(measures: Measures) -> list[list[float]]:
    """Gives the values of `SENTENCE` for each sentence."""
    rows = [[*a, *b, *c] for a, b, c in zip(_stand(measures), _say(measures), _relate(measures), strict=True)]
    best = [max(row[column] for row in rows) or 1.0 for column in _COMPARED]
    first = rows[0]
    for row in rows:
        row += [row[column] / most for column, most in zip(_COMPARED, best, strict=True)]
        row += [row[_HEADLINE] - first[_HEADLINE], row[_STANDFIRST] - first[_STANDFIRST]]
    return rows


def _stand(measures: Measures) -> Iterator[tuple[float, ...]]:
    """Tells where each sentence stands and how long it is."""
    sizes = measures.sizes
    last, mean, opening = len(sizes) - 1, sum(sizes) / len(sizes) or 1, sizes[0] or 1
    sentences = measures.document.sentences[: len(sizes)]
    many = Counter(sentence.paragraph for sentence in sentences)
    final = sentences[-1].paragraph + 1
    for i, (sentence, size, dated) in enumerate(zip(sentences, sizes, measures.dated, strict=True)):
        number = sentence.paragraph
        commas = sentence.text.count("，") + sentence.text.count(", ")
        yield (
            *(i, i / (last + 1), last - i, number, number / final, sentence.place, many[number]),
            *(size, size / mean, size / opening, dated, commas),
        )


def _say(measures: Measures) -> Iterator[tuple[float, ...]]:
    """Tells what of each sentence an editor would keep: of all, of its beginning, of what is new in it."""
    kept, first, document = measures.kept, measures.first, measures.document
    for i, (words, size) in enumerate(zip(document.words, measures.sizes, strict=True)):
        text = document.sentences[i].text
        of_token = len(text) / (size or 1)
        glance_ends, look_ends = GLANCE * of_token, LOOK * of_token
        whole = glance = look = new = 0.0
        end = 0
        for word in dict.fromkeys(words):
            begin = text.find(word, end)
            begin = end if begin < 0 else begin  # another form of the word stands there
            end = begin + len(word)
            keeps = kept[word]
            whole += keeps
            if begin < look_ends:
                look += keeps
                if begin < glance_ends:
                    glance += keeps
            if first[word] == i:
                new += keeps
        yield (
            *(whole / (size or 1), glance, look, new),
            *(wish(whole, size, HEADLINE), wish(whole, size, STANDFIRST), wish(whole, size, ITEMS)),
        )


def _relate(measures: Measures) -> Iterator[tuple[float, ...]]:
    """Tells how each sentence's words relate to the title, the whole text, and the sentences around it."""
    document, lines = measures.document, measures.words
    title, frequency = measures.title, document.frequency
    norm = sqrt(sum([count * count for count in frequency.values()])) or 1
    seen: set[str] = set()
    nothing: frozenset[str] = frozenset()
    for i, words in enumerate(lines):
        many = len(words) or 1
        counts = [frequency[word] for word in words]
        square = sum([count * count for count in counts])
        told = len(title & words)
        yield (
            *(told / (len(title) or 1), told / many, sqrt(square) / norm, sum(counts) / many),
            len(lines[0] & words) / many,
            len(words & (lines[i - 1] if i else nothing)) / many,
            len(words & seen) / many,
        )
        seen |= words


def describe_choice(measures: Measures, chosen: Sequence[int], candidates: Sequence[int]) -> list[list[float]]:
    """Gives the values of `CHOICE` for each candidate, given the chosen sentences in the order of choice."""
    size = sum([measures.sizes[i] for i in chosen])
    words = frozenset[str]().union(*(measures.words[i] for i in chosen))
    kept = measures.kept
    held = sum([kept[word] for word in words])
    sentences = measures.document.sentences
    in_paragraph = Counter(sentences[i].paragraph for i in chosen)
    last = chosen[-1]
    rows: list[list[float]] = []
    for i in candidates:
        own, own_size, paragraph = measures.words[i], measures.sizes[i], sentences[i].paragraph
        adds = sum([kept[word] for word in own - words])
        together, total = held + adds, size + own_size
        rows.append(
            [
                *(len(chosen), size, held, i - last),
                *(in_paragraph[paragraph], min([abs(paragraph - other) for other in in_paragraph])),
                *(len(own & words) / (len(own) or 1), adds, adds / (own_size or 1)),
                *(wish(together, total, HEADLINE), wish(together, total, STANDFIRST), wish(together, total, ITEMS)),
                own_size / (size or 1),
            ]
        )
    return rows
