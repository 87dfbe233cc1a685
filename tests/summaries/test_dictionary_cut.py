import json
from io import BytesIO

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.words import segmenters
from summaries.words.dictionary_cut import Cutter, Lexicon, read_counts, read_lines
from summaries.words.unlisted import Unlisted
from tests.quality.scoring import ABSENT, DEV

_STEP = 12
"""jieba takes seconds for all articles; every so many are enough to see that nothing has gone wrong."""

_TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "的一是了我不在人们有来他这上着个地到大里说就去子得也和那要下看天时过出小么起你都把好还多没为又可家学"
        ),
        st.sampled_from("，。、：“”（） \n\r\t\u3000·—"),
        st.sampled_from("aZ09.%+#&_-"),
        st.sampled_from("這個們國來時過後還說會對學 가かカΩяé\u3400\u9fd6\U00020000😀\ud800\udfff"),
        st.characters(),
    ),
    max_size=60,
)
_PHRASES = st.lists(
    st.sampled_from(
        [
            *(
                "中华人民共和国",
                "王小明",
                "研究生命起源",
                "结婚的和尚未结婚的",
                "乒乓球拍卖完了",
                "AT&T和T恤",
                "3.5%",
                "v1.2-rc",
            ),
            *(
                "，",
                "的",
                "\r\n",
                "\r",
                "iPhone15",
                "GB/T",
                "C++",
                "A股",
                "南京市长江大桥",
                "臺灣",
                "一刻千金",
                "·",
                "😀",
            ),
        ]
    ),
    max_size=12,
).map("".join)


@pytest.fixture(scope="module")
def theirs() -> jieba.Tokenizer:
    """jieba itself; its own way to load would leave a file behind."""
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        _load(tokenizer, file.read())
    return tokenizer


def _load(tokenizer: jieba.Tokenizer, lines: bytes) -> None:
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(BytesIO(lines))
    tokenizer.initialized = True


def _cutter(lexicon: Lexicon) -> Cutter:
    tables = jieba.finalseg
    return Cutter(lexicon, Unlisted(tables.start_P, tables.trans_P, tables.emit_P, tables.Force_Split_Words).find)


@given(text=st.one_of(_TEXTS, _PHRASES, st.tuples(_PHRASES, _TEXTS).map("".join)))
def test_the_words_are_those_of_jieba(theirs: jieba.Tokenizer, text: str) -> None:
    assert segmenters.SEGMENTERS["jieba"]()(text) == theirs.lcut(text)


@pytest.mark.skipif(not DEV.exists(), reason=ABSENT)
def test_the_words_of_articles_are_those_of_jieba(theirs: jieba.Tokenizer) -> None:
    cut = segmenters.SEGMENTERS["jieba"]()
    with DEV.open(encoding="utf-8") as lines:
        for line in list(lines)[::_STEP]:
            text = json.loads(line)["text"]
            assert cut(text) == theirs.lcut(text)


_FEW = "甲乙丙A"


@given(
    listed=st.dictionaries(st.text(_FEW + "·", min_size=1, max_size=5), st.integers(0, 4), min_size=1, max_size=12),
    text=st.text(_FEW + "丁·", max_size=30),
)
def test_among_equals_and_unlisted_characters_the_choice_is_that_of_jieba(listed: dict[str, int], text: str) -> None:
    lines = "".join(f"{word} {count} n\n" for word, count in (listed | {"丙": 9}).items()).encode()
    tokenizer = jieba.Tokenizer()
    _load(tokenizer, lines)
    assert _cutter(read_lines(lines)).cut(text) == tokenizer.lcut(text)
    assert _cutter(read_counts(tokenizer.FREQ, tokenizer.total)).cut(text) == tokenizer.lcut(text)


def test_a_dictionary_of_one_word_is_one() -> None:
    assert _cutter(read_lines("甲乙 5".encode())).cut("甲乙甲") == ["甲乙", "甲"]


def test_words_of_ones_own_count_if_they_are_added_before(
    theirs: jieba.Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "青河鱻龘大桥在今天下午通车。的了 王小明"
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(theirs.FREQ), theirs.total, True
    monkeypatch.setattr(jieba.finalseg, "Force_Split_Words", set())
    tokenizer.add_word("鱻龘大桥")
    tokenizer.add_word("今天 下午", 5)
    tokenizer.del_word("小明")
    tokenizer.del_word("王小明")
    tokenizer.del_word("通车")
    monkeypatch.setattr(jieba, "dt", tokenizer)
    words = segmenters._jieba.__wrapped__()(text)
    assert words == tokenizer.lcut(text)
    assert "鱻龘大桥" in words
    assert "小明" not in words


def test_what_comes_again_and_what_is_very_long_is_cut_alike(theirs: jieba.Tokenizer) -> None:
    cut = segmenters.SEGMENTERS["jieba"]()
    for text in ("他。她和它", "她" * 50 + "，" * 50 + "x1" * 50):
        assert cut(text) == cut(text) == theirs.lcut(text)


def test_what_two_threads_want_to_read_at_once_is_read_once() -> None:
    lexicon = read_lines("甲乙 5".encode())
    assert lexicon.__missing__("甲") is lexicon.__missing__("甲")


def test_a_text_of_every_character_leaves_little_behind() -> None:
    cutter = _cutter(read_lines("甲乙 5".encode()))
    text = "".join(map(chr, range(0x10000, 0x20000)))
    assert cutter.cut(text) == list(text)
    assert len(cutter._lexicon) == 0
