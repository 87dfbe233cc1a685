import pytest

from summaries.document import read
from tests.summaries.training.test_training import UNINSTALLED

EDITED = [("青河大桥今天通车，孩子们跑在前面。两岸居民走上桥面。", "青河大桥通车")] * 20
TITLED = [("渡船今天停航，老船工站在码头。两岸居民走回家去。", "渡船停航")] * 20


def test_words_that_no_editors_text_tells_of_are_learned_from_titles_and_the_others_stay() -> None:
    pytest.importorskip("numpy", reason=UNINSTALLED)
    keeping = pytest.importorskip("summaries.training.keeping", reason=UNINSTALLED)
    articles = [*EDITED, *TITLED]
    documents = [read(text) for text, _ in articles]
    rows = keeping.examples(documents, [summary for _, summary in articles], [1.0] * len(articles))
    edited = rows.article < len(EDITED)
    alone, both = keeping.fit(rows, edited), keeping.fit_also(rows, edited, ~edited)
    assert "渡船" not in alone.words
    assert both.words["渡船"] > 0 > both.words["码头"]
    assert {word: both.words[word] for word in alone.words} == alone.words
    assert (both.placed, both.titled, both.sized) == (alone.placed, alone.titled, alone.sized)
