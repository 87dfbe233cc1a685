import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import summarize
from summaries.document import Document, read
from summaries.rank.lanes import unpacked
from summaries.rank.learned import _look, look
from summaries.rank.plain import PlainSight
from summaries.rank.weights import load
from summaries.rank.weights import read as read_weights
from tests.quality.scoring import ABSENT, DEV
from tests.summaries.compiled.building import built

compiled = built("ranking")

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "summaries").iterdir())
WORDS = (
    *(
        "青河",
        "大桥",
        "今天",
        "通车",
        "县政府",
        "三名",
        "的",
        "了",
        "苹果",
        "iPhone",
        "1,234.5",
        "5%",
        "，",
        "、",
        "：",
        "“",
        "”",
    ),
    *(
        "bridge",
        "opened",
        "the",
        "of",
        "3.5",
        "Wi-Fi",
        "ÄÖ",
        "서울",
        "北岭村",
        "增长",
        "表示",
        "。",
        "！",
        "\n",
        "\n\n",
        " ",
        ". ",
    ),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=200).map("".join) | st.text(max_size=200)


def _assert_alike(document: Document) -> None:
    if not document.frequency:
        return
    plain, seen = PlainSight(document, load()), look(document)
    if seen is None:
        return
    assert (seen.kept, [*seen.kept_in], [*seen.sizes]) == (plain.kept, [*plain.kept_in], [*plain.sizes])
    assert [*seen.alone.items()] == [*plain.alone.items()]
    assert seen.most_kept == plain.most_kept
    assert seen.order() == plain.order()


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_our_own_articles_are_ranked_as_plain_python_ranks_them(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    _assert_alike(read(text))
    _assert_alike(read(text, title=text[:20]))


@given(TEXTS, TEXTS)
def test_so_is_any_text_under_any_title(text: str, title: str) -> None:
    _assert_alike(read(text, title=title))


@pytest.mark.parametrize(
    "text", ["青河大桥通车。" * 900, "增长" * 3_000, "通车，" * 900 + "。", "\n".join(["大桥今天通车了。"] * 900)]
)
def test_so_is_a_text_that_says_one_thing_until_the_sums_run_over(text: str) -> None:
    _assert_alike(read(text, title="大桥"))


@pytest.mark.skipif(not DEV.exists(), reason=ABSENT)
def test_so_is_every_third_article_that_quality_is_measured_on() -> None:
    with DEV.open(encoding="utf-8") as lines:
        for line in [*lines][::3]:
            article = json.loads(line)
            _assert_alike(read(article["text"], title=article["title"]))


def test_the_evidence_is_asked_of_plain_python() -> None:
    text = SAMPLES[0].read_text(encoding="utf-8")
    summary, plain = summarize(text), PlainSight(read(text), load())
    sight = summary.reading.sight
    assert sight is not None
    assert sight.weighed([]) == plain.weighed([])
    assert sight.weighed([0], also=[1]) == plain.weighed([0], also=[1])
    assert all(evidence.reasons for evidence in summary.evidence)


WITHOUT = """
import sys
for name in ("ranking", "words"):
    sys.modules[f"summaries.compiled.{name}"] = None
from pathlib import Path
from summaries import summarize
summary = summarize(Path(sys.argv[1]).read_text(encoding="utf-8"))
print([summary.ranked, summary.sentences, summary.headline, summary.keywords])
print(type(summary.reading.sight).__name__)
"""


def test_where_nothing_was_compiled_the_summary_is_the_same() -> None:
    for file in SAMPLES[:6]:
        summary = summarize(file.read_text(encoding="utf-8"))
        done = subprocess.run([sys.executable, "-c", WITHOUT, str(file)], capture_output=True, text=True, check=True)
        printed, name = done.stdout.splitlines()
        assert name == "PlainSight"
        assert printed == str([summary.ranked, summary.sentences, summary.headline, summary.keywords])


def test_a_title_whose_words_add_up_beyond_a_number_lends_to_the_next_as_in_plain_python() -> None:
    text = "\n".join(["青河大桥很长，县政府表示满意。", "北岭村的苹果增长得很快，人们很高兴。"] * 8)
    net = load().net

    def speaks(word: str) -> int:
        return max(map(abs, unpacked(net.of_title([word]), 0, sum(net.parts))))

    of_one_character = sorted((word for word in net.words if len(word) == 1), key=speaks, reverse=True)
    told = ((word, read(text, title=word * 300)) for word in of_one_character)
    word, document = next((word, document) for word, document in told if document.title_said.count(word) > 250)
    assert speaks(word) * document.title_said.count(word) > 1 << 15
    _assert_alike(document)


def test_weights_that_no_chance_is_reckoned_for_are_refused() -> None:
    learned = read_weights()
    with pytest.raises(ValueError, match="surer"):
        compiled.Ranker(SimpleNamespace(read=lambda: learned._replace(odds=[5_000, *learned.odds[1:]]), load=load))


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="without words"):
        _look()(read("。"))
