import gzip
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import words
from summaries.training import words as training
from summaries.training.words import WEIGHTS
from summaries.words import segmenters

_PIECES = [
    "青河大桥今天通车，全长5.3公里。",
    "公司发布Wi-Fi 7路由器V2.0-beta，售价1,299元。",
    "梁启山说：“GitHub Pages很好用！”",
    "Россия и Китай",
    "東京のカメラ",
    "新桥-老桥",
    "A股涨了3%",
    "\ud800",
    "\ue000",
    "\r\n",
    " ",
    "C++ & C#",
]


def _run(program: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-W", "error::FutureWarning", "-c", program],
        check=False,
        capture_output=True,
        env={"PYTHONPATH": ":".join(sys.path), **env},
    )


def test_a_text_without_chinese_never_loads_a_segmenter() -> None:
    program = (
        "import sys, summaries; summaries.summarize('The bridge opened. It is long.'); "
        "assert not {'jieba', 'rjieba'} & set(sys.modules)"
    )
    assert _run(program).returncode == 0


@pytest.mark.parametrize(("segmenter", "other"), [("rjieba", "jieba"), ("jieba", "rjieba")])
def test_with_one_segmenter_the_dictionary_of_the_other_is_never_loaded(segmenter: str, other: str) -> None:
    program = (
        f"import sys, summaries\nfrom summaries.words import using\nwith using({segmenter!r}):\n"
        "    summaries.warm_up()\n"
        "    assert summaries.summarize('大桥今天通车了。市民在桥上散步。', title='大桥通车').keywords\n"
        f"assert {segmenter!r} in sys.modules and {other!r} not in sys.modules"
    )
    done = _run(program)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        ((), "jieba"),
        (("rjieba",), "rjieba"),
        (("summaries.compiled.dictionary",), "jieba"),
        (("rjieba", "summaries.compiled.dictionary"), "jieba"),
    ],
)
def test_rjieba_cuts_where_our_own_cut_was_not_compiled(
    there: Sequence[str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segmenters, "find_spec", lambda name: name in there)
    assert segmenters._default.__wrapped__() == chosen


def test_pkg_resources_is_left_alone_where_somebody_uses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    segmenters._jieba()  # jieba is loaded, or it would ask their empty module for its dictionary ever after
    theirs = ModuleType("pkg_resources")
    monkeypatch.setitem(sys.modules, "pkg_resources", theirs)
    assert segmenters._jieba.__wrapped__()("大桥通车") == ["大桥", "通车"]
    assert sys.modules["pkg_resources"] is theirs


def test_loading_the_dictionary_says_nothing_and_writes_nothing(tmp_path: Path) -> None:
    program = (
        "import summaries; from summaries import words\n"
        "with words.using('jieba'): summaries.warm_up(); summaries.summarize('大桥通车了。')"
    )
    done = _run(program, TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not list(tmp_path.iterdir())


def test_the_dictionary_is_quiet(caplog: pytest.LogCaptureFixture) -> None:
    with words.using("jieba"):
        words.warm_up()
    assert logging.getLogger("jieba").level > logging.ERROR
    assert not caplog.records


def test_a_segmenter_is_chosen_for_one_thread_alone() -> None:
    found: list[object] = []
    other = "rjieba" if segmenters._default() == "jieba" else "jieba"
    with words.using(other):
        thread = threading.Thread(target=lambda: found.append(segmenters.segmenter()))
        thread.start()
        thread.join()
        assert segmenters.segmenter() is words.SEGMENTERS[other]()
    assert found == [words.SEGMENTERS[segmenters._default()]()]


def _both(lines: list[str]) -> list[tuple[list[list[str]], list[list[str]]]]:
    found = []
    for name in words.SEGMENTERS:
        with words.using(name):
            found.append((words.cut(lines), words.read(lines)[1]))
    return found


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_both_segmenters_tell_the_same_words(line: str) -> None:
    fast, plain = _both([line, "大桥通车"])
    assert fast[1] == plain[1]


@given(st.lists(st.text(st.one_of(st.sampled_from("".join(_PIECES)), st.characters()), max_size=60), max_size=4))
def test_every_line_has_its_words_whatever_it_holds(lines: list[str]) -> None:
    for cut, telling in _both(lines):
        assert len(cut) == len(telling) == max(1, len(lines))
        assert all(len(word) > 1 for line in telling for word in line if word.isascii())


def test_lines_keep_their_own_words() -> None:
    assert words.cut(["大桥通车", "", "two words"]) == [["大桥", "通车"], [], ["two", " ", "words"]]
    assert words.cut(["Two words", "don't"]) == [["two", "words"], ["don't"]]
    assert words.read(["大桥通车\n了", "二\r三"])[1] == [["大桥", "通车"], []]


def test_names_of_other_scripts_stay_whole_among_chinese() -> None:
    assert words.read(["他用GitHub Pages和Wi-Fi连接iPhone15，增长5.3%"])[1] == [
        ["github", "pag", "wi-fi", "连接", "iphone15", "增长", "5.3%"]
    ]
    assert words.read(["普京（Владимир Путин）"])[1][0][1:] == ["владимир", "путин"]
    assert "A股" in words.cut(["A股上涨"])[0]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    assert words.rarity("光伏") > words.rarity("发展")
    assert words.rarity("鱻龘麤") == 8.0
    assert words.rarity("kubernetes") > words.rarity("web")
    assert words.rarities()["发展"] == words.rarity("发展")


def test_words_are_known_by_the_table_and_foreign_words_as_they_are() -> None:
    assert words.is_known("大桥")
    assert words.is_known("kubernetes")
    assert not words.is_known("鱻龘麤")


def test_the_tables_are_what_the_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tmp_path / "articles.jsonl.gz"
    rows = [
        {"title": "大桥通车", "text": "青河大桥通车。\n鱻龘大桥", "source": source} for source in ("a-1", "a-2", "b")
    ]
    with gzip.open(articles, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    monkeypatch.setattr(training, "WEIGHTS", tmp_path / "weights")
    training.main(str(articles))
    made = {path.name: path.read_bytes() for path in (tmp_path / "weights").iterdir()}
    for name in ("words.nouns.txt", "words.scripts.txt"):
        assert made[name] == (WEIGHTS / name).read_bytes()
    common = made["words.rarity.txt"].decode().splitlines()[0]
    assert "大桥" in common
    assert "通车" in common
