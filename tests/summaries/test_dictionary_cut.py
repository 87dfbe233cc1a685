import json
import random
from collections.abc import Callable
from io import BytesIO
from types import ModuleType

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.words import dictionary_cut, segmenters
from summaries.words.unlisted import Unlisted
from tests.quality.scoring import ABSENT, DEV
from tests.summaries.compiled.building import built

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


@pytest.fixture(scope="module", params=["plain", "compiled"])
def ours(request: pytest.FixtureRequest) -> ModuleType:
    """Both ways to cut as jieba does."""
    return dictionary_cut if request.param == "plain" else built("dictionary")


@pytest.fixture(scope="module")
def cut(ours: ModuleType) -> Callable[[str], list[str]]:
    """Our cut with the whole dictionary."""
    with jieba.Tokenizer().get_dict_file() as file:
        return _cutter(ours, ours.read_lines(file.read())).cut


def _cutter(ours: ModuleType, lexicon: object) -> dictionary_cut.Cutter:
    tables = jieba.finalseg
    unlisted = Unlisted(tables.start_P, tables.trans_P, tables.emit_P, frozenset(tables.Force_Split_Words))
    cutter: dictionary_cut.Cutter = ours.Cutter(lexicon, unlisted)
    return cutter


@given(text=st.one_of(_TEXTS, _PHRASES, st.tuples(_PHRASES, _TEXTS).map("".join)))
def test_the_words_are_those_of_jieba(theirs: jieba.Tokenizer, cut: Callable[[str], list[str]], text: str) -> None:
    assert cut(text) == theirs.lcut(text)


@pytest.mark.skipif(not DEV.exists(), reason=ABSENT)
def test_the_words_of_articles_are_those_of_jieba(theirs: jieba.Tokenizer, cut: Callable[[str], list[str]]) -> None:
    with DEV.open(encoding="utf-8") as lines:
        for line in list(lines)[::_STEP]:
            text = json.loads(line)["text"]
            assert cut(text) == theirs.lcut(text)


_FEW = "甲乙丙A"


@given(
    listed=st.dictionaries(st.text(_FEW + "·", min_size=1, max_size=5), st.integers(0, 4), min_size=1, max_size=12),
    text=st.text(_FEW + "丁·", max_size=30),
)
def test_among_equals_and_unlisted_characters_the_choice_is_that_of_jieba(
    ours: ModuleType, listed: dict[str, int], text: str
) -> None:
    lines = "".join(f"{word} {count} n\n" for word, count in (listed | {"丙": 9}).items()).encode()
    tokenizer = jieba.Tokenizer()
    _load(tokenizer, lines)
    assert _cutter(ours, ours.read_lines(lines)).cut(text) == tokenizer.lcut(text)
    assert _cutter(ours, ours.read_counts(tokenizer.FREQ, tokenizer.total)).cut(text) == tokenizer.lcut(text)


def test_a_dictionary_of_one_word_is_one(ours: ModuleType) -> None:
    assert _cutter(ours, ours.read_lines("甲乙 5".encode())).cut("甲乙甲") == ["甲乙", "甲"]


def test_a_dictionary_of_no_word_leaves_all_to_the_tables(ours: ModuleType) -> None:
    assert _cutter(ours, ours.read_lines(b"")).cut("") == []
    assert _cutter(ours, ours.read_lines("\n\n甲 0\n 乙 3\n丙丁".encode())).cut("丙。") == ["丙", "。"]


def test_a_dictionary_of_very_long_words_is_cut_by_them(ours: ModuleType) -> None:
    """Each has a hundred beginnings, more than there are lines: the table has to grow."""
    words = ["".join(random.Random(number).choices("甲乙丙丁戊己", k=100)) for number in range(50)]
    cutter = _cutter(ours, ours.read_lines("".join([f"{word} 9\n" for word in words]).encode()))
    assert cutter.cut("".join(words)) == words


def test_a_word_counted_beyond_all_reason_is_an_error_that_says_so() -> None:
    with pytest.raises(OverflowError, match="counted too often"):
        built("dictionary").read_lines(f"甲乙 {10**20}".encode())


def test_words_of_ones_own_count_if_they_are_added_before(
    theirs: jieba.Tokenizer, ours: ModuleType, monkeypatch: pytest.MonkeyPatch
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
    assert words == _cutter(ours, ours.read_counts(tokenizer.FREQ, tokenizer.total)).cut(text) == tokenizer.lcut(text)
    assert "鱻龘大桥" in words
    assert "小明" not in words


def test_what_comes_again_and_what_is_very_long_is_cut_alike(
    theirs: jieba.Tokenizer, cut: Callable[[str], list[str]]
) -> None:
    for text in ("他。她和它", "她" * 50 + "，" * 50 + "x1" * 50):
        assert cut(text) == cut(text) == theirs.lcut(text)


def test_what_two_threads_want_to_read_at_once_is_read_once() -> None:
    lexicon = dictionary_cut.read_lines("甲乙 5".encode())
    assert lexicon.__missing__("甲") is lexicon.__missing__("甲")


def test_a_text_of_every_character_leaves_little_behind() -> None:
    cutter = _cutter(dictionary_cut, dictionary_cut.read_lines("甲乙 5".encode()))
    text = "".join(map(chr, range(0x10000, 0x20000)))
    assert cutter.cut(text) == list(text)
    assert len(cutter._lexicon) == 0


def test_the_same_word_is_the_same_string_again() -> None:
    """So its hash is known."""
    cutter = _cutter(compiled := built("dictionary"), compiled.read_lines("甲乙 5".encode()))
    (one, sign, other) = cutter.cut("甲乙。甲乙")
    assert one is other
    assert sign is cutter.cut("。")[0]
