"""Every language says everything, and nothing is said that no code asks for."""

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
from bot import texts
from bot.core.source_state import Notice, Outcome
from bot.errors import NoFeed
from bot.sources.fetching import Failed, Kind, Reason, Refused

BOT = Path(bot.__file__).parent
SAYING = {"say": 1, "told": 1, "message": 1}
"""Functions that take a key, and where in their arguments."""

SIMPLIFIED_ONLY = set("订阅类别频这个们来说还没为点开关闭复语换闻读进过东长门问间头发电话华网报时动务总员")
TRADITIONAL_ONLY = set("訂閱類別頻這個們來說還沒為點開關閉複語換聞讀進過東長門問間頭電話華網報時動務總員")


class Variables(Visitor):
    """Collects the values a message wants."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)


def _messages(language: str) -> dict[str, set[str]]:
    """Each key with the values it wants; a line that is no Fluent fails."""
    found: dict[str, set[str]] = {}
    for file in (files("bot.texts") / language).iterdir():
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{language}/{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                wanted = Variables()
                wanted.visit(entry)
                found[entry.id.name] = wanted.names
    return found


MESSAGES = {language: _messages(language) for language in texts.LANGUAGES}


def _trees() -> Iterator[ast.AST]:
    for file in sorted(BOT.rglob("*.py")):
        yield ast.parse(file.read_text(encoding="utf-8"))


def _literals() -> set[str]:
    return {
        node.value
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _asked_for() -> set[str]:
    """The keys handed to `say` and its like as they stand."""
    found: set[str] = set()
    for tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            key = node.args[SAYING[name]] if name in SAYING else None
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                found.add(key.value)
    return found


def test_every_language_has_the_same_keys_with_the_same_values() -> None:
    first, *others = texts.LANGUAGES
    for other in others:
        assert MESSAGES[other] == MESSAGES[first]


def test_every_key_the_code_asks_for_exists() -> None:
    asked = {key for key in _asked_for() if re.fullmatch(r"[a-z]+(-[a-z]+)+", key)}
    assert asked
    assert asked <= set(MESSAGES[texts.DEFAULT])


FETCHES: set[str] = {
    *(Refused(reason=reason, url="").key for reason in Reason),
    *(Failed(kind=kind, url="").key for kind in Kind if kind is not Kind.STATUS),
    *(Failed(kind=Kind.STATUS, url="", status=status).key for status in (403, 404, 410, 418, 429, 503)),
}
"""What a fetch may come to."""
FEEDS: set[str] = {
    *(f"feed-problem-{outcome}" for outcome in Outcome if outcome not in {"changed", "unchanged", "same"}),
    *(why.key for why in NoFeed),
    *(f"notice-{notice}" for notice in Notice),
    *(f"notice-{notice}-readers" for notice in Notice if notice.is_for_readers),
}
"""What may be wrong with a feed, and what people are told of it."""


def test_every_key_is_used() -> None:
    assert set(MESSAGES[texts.DEFAULT]) - FETCHES - FEEDS <= _literals()


def test_every_end_of_a_fetch_and_every_notice_can_be_told() -> None:
    assert set(MESSAGES[texts.DEFAULT]) >= FETCHES | FEEDS


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_text_can_be_said(language: str) -> None:
    for key, wanted in MESSAGES[language].items():
        said = texts.say(language, key, **dict.fromkeys(wanted, 3))
        assert said.strip()
        assert "{" not in said


def _letters(language: str) -> str:
    every = [texts.say(language, key, **dict.fromkeys(wanted, 3)) for key, wanted in MESSAGES[language].items()]
    # A category of the sources is an example in every language.
    return "\n".join(every).replace("金融", "")


def test_english_is_english() -> None:
    assert not re.findall(r"[\u4e00-\u9fff]+", _letters("en"))


def test_simplified_and_traditional_are_not_mixed() -> None:
    assert not TRADITIONAL_ONLY - SIMPLIFIED_ONLY & set(_letters("zh-Hans"))
    assert not (SIMPLIFIED_ONLY - TRADITIONAL_ONLY) & set(_letters("zh-Hant"))


MAINLAND = re.compile(
    "發給我|發來|再發(?!送)|正文|用戶|添加|刷新|新建|查看|文件|推送|訂閱來源|關注|記錄|信息|默認|視頻|軟件|網絡|服務器|[這那每一逐]條"
)
"""Words of the mainland that Taiwan has others for."""


def test_traditional_texts_are_in_the_words_of_taiwan() -> None:
    told = {key: texts.say("zh-Hant", key, **dict.fromkeys(wanted, 3)) for key, wanted in MESSAGES["zh-Hant"].items()}
    said = {key: words for key, words in told.items() if not key.startswith("said-")}
    assert {key: words for key, words in said.items() if MAINLAND.search(words)} == {}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_what_fades_is_short_enough_to_be_read(language: str) -> None:
    for key, wanted in MESSAGES[language].items():
        if key.startswith("toast-"):
            assert len(texts.say(language, key, **dict.fromkeys(wanted, "名" * 40))) <= 200


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh", "zh-Hans"),
        ("zh-hans", "zh-Hans"),
        ("zh_CN", "zh-Hans"),
        ("zh-hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-hk", "zh-Hant"),
        ("yue", "zh-Hant"),
        ("en", "en"),
        ("en-GB", "en"),
        ("de", "en"),
        (None, "zh-Hans"),
        ("", "zh-Hans"),
    ],
)
def test_a_phones_language_leads_to_ours(code: str | None, language: str) -> None:
    assert texts.language_of(code) == language


def test_an_unknown_key_and_a_missing_value_are_told() -> None:
    with pytest.raises(LookupError):
        texts.say("en", "no-such-key")
    with pytest.raises(ValueError, match="subscribed"):
        texts.say("en", "subscribed")


@pytest.mark.parametrize(("count", "said"), [(0, "0 posts"), (1, "1 post"), (2, "2 posts"), (1203, "1,203 posts")])
def test_english_counts_as_people_do(count: int, said: str) -> None:
    assert texts.say("en", "status-posts", count=count) == said


def test_keys_lists_what_can_be_said() -> None:
    for language in texts.LANGUAGES:
        assert texts.keys(language) == set(MESSAGES[language])
