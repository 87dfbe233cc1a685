import logging
import subprocess
import sys
from types import ModuleType

import pytest

from summaries import words


def test_a_text_without_chinese_never_loads_the_dictionary() -> None:
    program = (
        "import sys, summaries; print(summarize := summaries.summarize('The bridge opened. It is long.').keywords); "
        "assert 'jieba' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, capture_output=True).returncode == 0


def test_a_dictionary_that_is_loaded_already_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    words.warm_up()
    monkeypatch.setitem(sys.modules, "pkg_resources", ModuleType("pkg_resources"))
    assert words._load.__wrapped__() is words._dictionary()


def test_loading_the_dictionary_says_nothing_and_writes_nothing(tmp_path: object) -> None:
    program = "import summaries; summaries.warm_up(); summaries.summarize('大桥通车了。')"
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-W", "error::FutureWarning", "-c", program],
        check=False,
        capture_output=True,
        env={"TMPDIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not list(__import__("pathlib").Path(str(tmp_path)).iterdir())


def test_lines_keep_their_own_words() -> None:
    assert words.cut(["大桥通车", "", "two words"]) == [["大桥", "通车"], [], ["two", " ", "words"]]
    assert words.cut(["Two words", "don't"]) == [["two", "words"], ["don't"]]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    assert words.rarity("光伏") > words.rarity("发展")
    assert words.is_known("大桥")
    assert not words.is_known("鱻龘麤")


def test_the_dictionary_is_quiet(caplog: pytest.LogCaptureFixture) -> None:
    words.warm_up()
    assert logging.getLogger("jieba").level > logging.ERROR
    assert not caplog.records
