"""What is compared: our ranking, the first sentences, other packages and the oracle, over the same sentences."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

import summaries
from summaries.words import segmenters
from tests.quality.oracle import oracle_for_room, oracle_for_sentences
from tests.quality.scoring import Article, order_of

Rank = Callable[[Article], list[int]]
"""Gives the article's sentences, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A way to rank; `load` makes it ready, so that no article pays for a dictionary."""

    load: Callable[[], Rank]
    package: str = ""
    """What must be installed for it."""
    on_all: bool = True
    """Whether it is quick enough to be run on every article."""
    is_timed: bool = True


def ours(segmenter: str) -> Rank:
    """Gives our own ranking; the time of the whole summary with its headline and keywords is in it."""

    def rank(article: Article) -> list[int]:
        with segmenters.using(segmenter):
            summary = summaries.summarize(article.text, title=article.title)
            _ = summary.headline, summary.keywords
            return order_of(article, summary.ranked)

    return rank


def lead(article: Article) -> list[int]:
    """Takes the sentences as they come."""
    return list(range(len(article.sentences)))


def installed_segmenters() -> list[str]:
    """Lists the segmenters that can be used here."""
    return [name for name in segmenters.SEGMENTERS if find_spec(name)]


def by_jieba(article: Article) -> list[str]:
    """Cuts a text into words and nothing else: the yardstick of time."""
    words: list[str] = import_module("jieba").lcut(article.text)
    return words


def _sumy(method: str, name: str) -> Rank:
    summarizer = getattr(import_module(f"sumy.summarizers.{method}"), name)()
    summarizer.stop_words = import_module("sumy.utils").get_stop_words("chinese")
    summarizer._get_best_sentences = lambda sentences, _, rating: _best_first([rating[s] for s in sentences])
    dom, tokenizer = import_module("sumy.models.dom"), import_module("sumy.nlp.tokenizers").Tokenizer("chinese")

    def rank(article: Article) -> list[int]:
        sentences = [dom.Sentence(sentence, tokenizer) for sentence in article.sentences]
        order: list[int] = summarizer(dom.ObjectDocumentModel([dom.Paragraph(sentences)]), len(sentences))
        return order

    return rank


def _textrank4zh() -> Rank:
    segmentation = import_module("textrank4zh.Segmentation").WordSegmentation()
    sort = import_module("textrank4zh.util").sort_sentences

    def rank(article: Article) -> list[int]:
        words = segmentation.segment_sentences(article.sentences, use_speech_tags_filter=True)
        return [ranked.index for ranked in sort(article.sentences, words)]

    return rank


def _fasttextrank() -> Rank:
    maker = import_module("FastTextRank.FastTextRank4Sentence").FastTextRank4Sentence()
    util = import_module("FastTextRank.util")

    def rank(article: Article) -> list[int]:
        _, words = util.cut_filter_words(article.sentences, frozenset())
        return _best_first(util.weight_map_rank(maker.create_graph_sentence(words, use_w2v=False), 100, 0.0001))

    return rank


def _snownlp() -> Rank:
    seg, normal = import_module("snownlp.seg"), import_module("snownlp.normal")
    textrank = import_module("snownlp.summary.textrank").TextRank

    def rank(article: Article) -> list[int]:
        ranker = textrank([normal.filter_stop(seg.seg(sentence)) for sentence in article.sentences])
        ranker.solve()
        order: list[int] = ranker.top_index(len(article.sentences))
        return order

    return rank


def _best_first(rating: Sequence[float]) -> list[int]:
    return sorted(range(len(rating)), key=lambda i: -rating[i])


def tolerant(rank: Rank) -> Rank:
    """Takes the sentences as they come where a package cannot rank them, as on an article without known words."""

    def ranked(article: Article) -> list[int]:
        with suppress(ArithmeticError, ValueError, LookupError, AssertionError):
            return rank(article)
        return lead(article)

    return ranked


BASE = "LEAD"
SYSTEMS: dict[str, System] = {
    BASE: System(load=lambda: lead, is_timed=False),
    "Jianbao, rjieba": System(load=lambda: ours("rjieba"), package="rjieba"),
    "Jianbao, jieba": System(load=lambda: ours("jieba")),
    "sumy LexRank": System(load=lambda: tolerant(_sumy("lex_rank", "LexRankSummarizer")), package="sumy", on_all=False),
    "sumy TextRank": System(
        load=lambda: tolerant(_sumy("text_rank", "TextRankSummarizer")), package="sumy", on_all=False
    ),
    "textrank4zh": System(load=lambda: tolerant(_textrank4zh()), package="textrank4zh", on_all=False),
    "FastTextRank": System(load=lambda: tolerant(_fasttextrank()), package="FastTextRank", on_all=False),
    "snownlp": System(load=lambda: tolerant(_snownlp()), package="snownlp", on_all=False),
    "oracle for k": System(load=lambda: oracle_for_sentences, is_timed=False),
    "oracle for char": System(load=lambda: oracle_for_room, is_timed=False),
}
