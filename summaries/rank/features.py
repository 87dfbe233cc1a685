"""Describes a text, each of its sentences, and what a sentence adds to those already chosen, in plain numbers."""

from collections.abc import Sequence
from math import sqrt
from operator import mul

from summaries.rank.measures import Measures, kinship, paragraphs

HEADLINE, STANDFIRST, ITEMS = 19, 30, 90
"""Tokens of what editors write about an article."""

ARTICLE = (
    *("paragraphs", "title_words", "tokens"),
    *("dated_paragraphs", "kin_neighbours"),  # is it a round-up?
    *("first_size", "first_kept_share", "known", "kept_share", "kept_most"),
)
SENTENCE = (
    *("index", "from_end", "paragraph", "place", "paragraph_size", "size", "dated"),
    *("size_to_mean", "kept_share", "kept_glance"),
    *("title_told", "title_share", "wish_headline_to_best", "glance_to_best", "wish_headline_over_first"),
    *("centrality", "centrality_to_best", "frequency", "like_first", "seen"),
)
CHOICE = (
    *("alone", "chosen_size", "chosen_kept", "after_last", "same_paragraph", "paragraphs_away"),
    *("told", "adds", "set_standfirst", "set_items"),
)


def describe_article(measures: Measures) -> list[float]:
    """Gives the values of `ARTICLE`."""
    sizes, kept_in = measures.sizes, measures.kept_in
    of_paragraphs = paragraphs(measures)
    tokens = sum(sizes) or 1
    return [
        len(of_paragraphs),
        len(measures.title),
        tokens,
        sum(measures.dated) / len(of_paragraphs),
        kinship(of_paragraphs),
        sizes[0],
        kept_in[0] / (sizes[0] or 1),
        measures.known,
        sum(kept_in) / tokens,
        max(kept_in),
    ]


def describe_sentences(measures: Measures, considered: Sequence[int]) -> list[Sequence[float]]:
    """Gives a column for each of `SENTENCE`, with the values of the considered sentences, the first among them."""
    last, mean = len(measures.sizes) - 1, sum(measures.sizes) / len(measures.sizes) or 1
    sentences = [measures.document.sentences[i] for i in considered]
    numbers = [sentence.paragraph for sentence in sentences]
    many = measures.paragraph_sizes
    sizes = [measures.sizes[i] for i in considered]
    kept = [measures.kept_in[i] for i in considered]
    glances = measures.glances(considered)
    headline = [2 * each / (size + HEADLINE) for each, size in zip(kept, sizes, strict=True)]
    best, first, glance = max(headline) or 1.0, headline[0], max(glances) or 1.0
    told, share = _titled(measures, considered)
    return [
        considered,
        [last - i for i in considered],
        numbers,
        [sentence.place for sentence in sentences],
        [many[number] for number in numbers],
        sizes,
        [measures.dated[i] for i in considered],
        [size / mean for size in sizes],
        [each / (size or 1) for each, size in zip(kept, sizes, strict=True)],
        glances,
        told,
        share,
        [each / best for each in headline],
        [each / glance for each in glances],
        [each - first for each in headline],
        *_alike(measures, considered),
    ]


def _alike(measures: Measures, considered: Sequence[int]) -> list[Sequence[float]]:
    """Tells how each sentence's words relate to the whole text, to its first sentence, and to all said before."""
    of, new, said = measures.words, measures.document.new, measures.document.frequency
    words = [of[i] for i in considered]
    many = [len(each) or 1 for each in words]
    counts = [list(map(said.__getitem__, each)) for each in words]
    norm = sqrt(sum(map(mul, said.values(), said.values()))) or 1.0
    central = [sqrt(sum(map(mul, each, each))) / norm for each in counts]
    best = max(central) or 1.0
    return [
        central,
        [each / best for each in central],
        [sum(each) / size for each, size in zip(counts, many, strict=True)],
        [len(of[0] & each) / size for each, size in zip(words, many, strict=True)],
        [(len(each) - new[i]) / size for i, each, size in zip(considered, words, many, strict=True)],
    ]


def _titled(measures: Measures, considered: Sequence[int]) -> tuple[list[float], list[float]]:
    """Tells how much of the title each sentence says, and how much of each sentence the title says."""
    title = measures.title
    if not title:
        nothing = [0.0] * len(considered)
        return nothing, nothing
    both = [(len(title & words), len(words) or 1) for words in [measures.words[i] for i in considered]]
    return [told / len(title) for told, _ in both], [told / many for told, many in both]


def describe_choice(
    measures: Measures, chosen: Sequence[int], candidates: Sequence[int], alone: Sequence[float]
) -> list[Sequence[float]]:
    """Gives a column for each of `CHOICE`; `alone` is what each candidate scored by itself against the best."""
    of, sentences, kept = measures.words, measures.document.sentences, measures.kept.__getitem__
    words = frozenset[str]().union(*[of[i] for i in chosen])
    size, held = sum([measures.sizes[i] for i in chosen]), sum(map(kept, words))
    sizes = [size + measures.sizes[i] for i in candidates]
    taken = [sentences[i].paragraph for i in chosen]
    numbers = [sentences[i].paragraph for i in candidates]
    many = [len(of[i]) for i in candidates]
    told = [of[i] & words for i in candidates]
    adds = [measures.kept_in[i] - sum(map(kept, each)) for i, each in zip(candidates, told, strict=True)]
    return [
        list(alone),
        [size] * len(candidates),
        [held] * len(candidates),
        [i - chosen[-1] for i in candidates],
        list(map(taken.count, numbers)),
        _away(numbers, taken),
        [1 - (of_all - len(each)) / (of_all or 1) for each, of_all in zip(told, many, strict=True)],
        adds,
        [2 * (held + each) / (total + STANDFIRST) for each, total in zip(adds, sizes, strict=True)],
        [2 * (held + each) / (total + ITEMS) for each, total in zip(adds, sizes, strict=True)],
    ]


def _away(paragraphs: Sequence[int], taken: Sequence[int]) -> list[int]:
    """Tells how far each of some paragraphs stands from the nearest of those taken."""
    away = [abs(number - taken[0]) for number in paragraphs]
    for other in taken[1:]:
        away = [min(nearest, abs(number - other)) for nearest, number in zip(away, paragraphs, strict=True)]
    return away
