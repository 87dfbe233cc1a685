"""`make quality` measures texts of one's own as well, and tells what it did not find."""

import json
from pathlib import Path

import pytest

from tests.quality import own_texts, report
from tests.quality.scoring import SCORER


@pytest.mark.slow
@pytest.mark.skipif(not SCORER.exists(), reason=f"the scorer ({SCORER}) lies beside the repository")
def test_a_report_on_texts_of_ones_own_is_written_into_a_page(tmp_path: Path) -> None:
    data, page = tmp_path / "own.jsonl", tmp_path / "page.md"
    rows = [{"text": text.text, "summary": text.wishes[0][0]} for text in own_texts.read()[:4]]
    data.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert report.main(["--data", str(data), "--each", "2", "--markdown", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert "| own (4) | LEAD |" in written
    assert "| own (2) | Jianbao, jieba |" in written
    assert "Headlines" in written


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main(["--data", str(tmp_path / "gone.jsonl")]) == 1
    assert "is not here" in capsys.readouterr().out
