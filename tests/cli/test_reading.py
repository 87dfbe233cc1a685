"""Promises about `jianbao read` and `jianbao summarize`."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from summaries import Reason

POST = """
---
title: '_首选地_的新答卷'
categories: 
 - 金融
 - 晨江财经
 - 晨江财经－國内
headimg: 'https://picsum.photos/400/300?random=7'
author: 晨江财经
comments: false
date: Thu, 19 Nov 2026 08:00:00 GMT
thumbnail: 'https://picsum.photos/400/300?random=7'
---

<div>   
<p>　　原标题：“首选地”的新答卷</p>
<p>　　晨江市今天公布前三季度数据，新设企业两万三千家，同比增长18.0%。</p>
<p>　　市政府发言人表示，增长主要来自制造业和软件业，两者合计占六成以上。</p>
<p>　　多家企业负责人告诉记者，审批时间从过去的二十天缩短到三天，是他们选择晨江的首要原因，也有人盼望租金稳定。</p>
<p>　　专家提醒，企业数量增长之后，人才供给和配套服务必须跟上，否则难以持久，建议在明年预算中单列一笔培训资金。</p>
</div>
            """  # noqa: W291 - the blanks are the format's


def jianbao(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs the command as a person does."""
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)


def here(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs the command in this process, where the dictionary is loaded already."""
    done = CliRunner().invoke(app, words, input=given)
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout_bytes, done.stderr_bytes)


def told(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


@pytest.fixture
def post(tmp_path: Path) -> Path:
    file = tmp_path / "_首选地_的新答卷.md"
    file.write_text(POST, encoding="utf-8")
    return file


def test_read_prints_the_documented_object(post: Path) -> None:
    (article,) = told(jianbao("read", "--json", str(post)))
    assert list(article) == [
        "path", "title", "categories", "published", "author", "link", "image", "paragraphs",
    ]  # fmt: skip
    assert article["title"] == "“首选地”的新答卷"
    assert article["categories"] == ["金融", "晨江财经", "国内"]
    assert article["published"] == "2026-11-19T08:00:00Z"
    assert article["image"] is None
    assert len(article["paragraphs"]) == 4


def test_summarize_adds_the_articles_own_sentences(post: Path) -> None:
    (article,) = told(here("summarize", "--json", "--sentences", "2", str(post)))
    text = "".join(article["paragraphs"])
    assert len(article["sentences"]) == 2
    assert all(sentence in text for sentence in article["ranked"])
    assert set(article["sentences"]) <= set(article["ranked"])
    assert {"headline", "keywords"} <= set(article)


def test_a_length_in_characters_is_kept(post: Path) -> None:
    (article,) = told(here("summarize", "--json", "--chars", "70", str(post)))
    assert 0 < sum(map(len, article["sentences"])) <= 70


def test_evidence_tells_where_each_sentence_stands_and_why(post: Path) -> None:
    (article,) = told(here("summarize", "--json", "--sentences", "2", str(post)))
    assert [found["sentence"] for found in article["evidence"]] == article["sentences"]
    for found in article["evidence"]:
        assert article["paragraphs"][found["paragraph"]][found["start"] : found["end"]] == found["sentence"]
        assert set(found["reasons"]) <= {str(reason) for reason in Reason}
    assert any(found["reasons"] for found in article["evidence"])


def test_a_length_by_name_is_as_long_as_readers_get_it(post: Path) -> None:
    line, standard, detailed = (
        told(here("summarize", "--json", "--length", length, str(post)))[0]
        for length in ("line", "standard", "detailed")
    )
    assert (line["sentences"], line["evidence"]) == ([], [])
    assert line["headline"] == standard["headline"]
    assert set(standard["sentences"]) < set(detailed["sentences"])


def test_people_can_ask_why(post: Path) -> None:
    asked = here("summarize", "--why", str(post)).stdout.decode("utf-8")
    assert re.search(r"  paragraph 1 · .*(?:opens the article|on the article’s main subject)", asked)
    assert "paragraph" not in here("summarize", str(post)).stdout.decode("utf-8")
    assert "• " in here("summarize", "--length", "line", str(post)).stdout.decode("utf-8")


def test_a_folder_gives_a_line_for_every_post(post: Path) -> None:
    (post.parent / "below").mkdir()
    (post.parent / "below" / "second.md").write_text(POST, encoding="utf-8")
    (post.parent / ".hidden.md").write_text("no post", encoding="utf-8")
    os.mkfifo(post.parent / "pipe.md")
    assert len(told(here("read", "--json", str(post.parent)))) == 2


def test_of_a_folder_what_cannot_be_read_is_told_and_the_others_are_read(post: Path) -> None:
    (post.parent / "folder.md").mkdir()
    (post.parent / "large.md").write_bytes(b"---\n" * 1_500_000)
    (post.parent / "out.md").symlink_to("/etc/hosts")
    done = here("read", "--json", str(post.parent))
    assert len(told(done)) == 1
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").splitlines() == [
        f"jianbao: {post.parent / 'folder.md'}: is a folder.",
        f"jianbao: {post.parent / 'large.md'}: is larger than 5 MB.",
        f"jianbao: {post.parent / 'out.md'}: is a link that leads out of the folder.",
    ]


def test_of_many_posts_that_cannot_be_read_few_are_named_and_the_rest_counted(post: Path) -> None:
    for number in range(40):
        (post.parent / f"{number}.md").symlink_to("/etc/hosts")
    done = here("read", str(post.parent))
    assert len(done.stderr.decode("utf-8").splitlines()) == 6
    assert done.stderr.decode("utf-8").endswith("jianbao: 35 more cannot be read.\n")


@pytest.mark.parametrize("command", ["read", "summarize"])
def test_an_empty_name_is_refused_and_never_the_folder_one_is_in(command: str, post: Path) -> None:
    done = here(command, "--json", "", str(post))
    assert len(told(done)) == 1
    assert done.returncode == 1
    assert done.stderr.decode("utf-8") == "jianbao: '': is no file name. Is a variable empty?\n"


def test_standard_input_may_be_a_post_or_a_plain_text(post: Path) -> None:
    assert told(here("read", "--json", "-", given=post.read_bytes()))[0]["title"] == "“首选地”的新答卷"
    assert told(here("read", "--json", "-", given="第一行。\n\n第二行。".encode()))[0]["paragraphs"] == [
        "第一行。",
        "第二行。",
    ]


@pytest.mark.parametrize("words", [("summarize",), ("summarize", "--json"), ("read",)])
@pytest.mark.parametrize("given", [b"", "\ufeff \n".encode()])
def test_nothing_to_read_is_told_in_a_line_and_by_the_exit_status(words: tuple[str, ...], given: bytes) -> None:
    done = here(*words, "-", given=given)
    assert (done.stdout, done.returncode) == (b"", 1)
    assert done.stderr == b"jianbao: -: there is no text in it. Give it an article, as text or as a post.\n"


def test_a_folder_without_posts_is_told_so(tmp_path: Path) -> None:
    done = here("summarize", str(tmp_path))
    assert (done.stdout, done.returncode) == (b"", 1)
    assert done.stderr.decode("utf-8") == f"jianbao: {tmp_path}: there are no posts (.md files) in it.\n"


def test_a_post_that_begins_with_its_first_key_is_a_post_and_a_text_that_only_looks_so_is_a_text() -> None:
    begun = "title: 灯亮了\ndate: 2026-11-19\n---\n全镇都来看。\n"
    (article,) = told(here("read", "--json", "-", given=begun.encode()))
    assert (article["title"], article["paragraphs"]) == ("灯亮了", ["全镇都来看。"])
    (text,) = told(here("read", "--json", "-", given=begun.replace("---\n", "").encode()))
    assert (text["title"], text["paragraphs"]) == ("", ["title: 灯亮了", "date: 2026-11-19", "全镇都来看。"])


def test_people_get_text_to_read(post: Path) -> None:
    done = here("summarize", str(post))
    assert "“首选地”的新答卷".encode() in done.stdout
    assert "• 晨江市今天公布".encode() in done.stdout


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("read", "no-such-file.md"), "no such file"),
        (("summarize", "--sentences", "1", "--chars", "9", "-"), "cannot be used together"),
        (("summarize", "--length", "line", "--chars", "9", "-"), "--chars and --length cannot be used together"),
        (("summarize", "--length", "endless", "-"), "endless"),
        (("run", "-c", "no-such-config.yaml"), "Copy config.example.yaml"),
        (("check", "-c", "no-such-config.yaml"), "Copy config.example.yaml"),
        (("demo", "--posts", "no-such-folder"), "There is no folder"),
    ],
)
def test_a_mistake_is_told_in_a_sentence_and_by_the_exit_status(words: tuple[str, ...], part: str) -> None:
    done = jianbao(*words)
    told_to_person = done.stderr.decode("utf-8")
    assert done.returncode in {1, 2}
    assert part in told_to_person
    assert "Traceback" not in told_to_person


def test_one_bad_file_does_not_stop_the_others(post: Path) -> None:
    bad = post.parent / "bad.md"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff\xfe\xfd")
    done = here("read", "--json", str(bad), str(post))
    assert len(told(done)) == 1
    assert done.returncode == 1
    assert b"bad.md" in done.stderr


def test_a_post_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "half.md").write_text("---\ntitle: 灯亮了\n", encoding="utf-8")
    done = here("read", str(tmp_path))
    assert done.stderr.decode("utf-8").startswith(
        f"jianbao: {tmp_path / 'half.md'}: The post's front matter has no end"
    )


def test_a_saved_page_without_an_address_is_read_as_any_other(tmp_path: Path) -> None:
    text = "渡船公司昨晚恢复了停航四十年的夜航，第一班八点离岸，船上坐满了人，岸上也站满了人。"
    file = tmp_path / "saved.html"
    file.write_text(
        "<html><head><title>夜航恢复</title><link rel=canonical href='https://hewan.example/2026/1.html'></head>"
        f"<body><h1>夜航恢复</h1><div>{f'<p>{text}</p>' * 5}</div></body></html>",
        encoding="utf-8",
    )
    (article,) = told(here("read", "--json", str(file)))
    assert (article["title"], article["paragraphs"]) == ("夜航恢复", [text] * 5)
    assert article["link"] == "https://hewan.example/2026/1.html"


def test_the_version_is_told() -> None:
    assert here("--version").stdout.startswith(b"jianbao ")


def test_a_reader_who_stops_reading_gets_no_traceback(post: Path) -> None:
    command = f"{sys.executable} -m bot read --json {post.parent} {post.parent} | head -c 10"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("words", "output", "reason"),
    [
        ("read", "/dev/full", "no space left on device"),
        ("read --json", "/dev/full", "no space left on device"),
        ("read --json", "&-", "it is closed"),
    ],
)
def test_an_output_that_cannot_be_written_is_told_with_the_reason(
    post: Path, words: str, output: str, reason: str
) -> None:
    command = f"{sys.executable} -m bot {words} {post} >{output}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stderr.decode("utf-8") == f"jianbao: The output cannot be written: {reason}.\n"
    assert done.returncode == 1


def test_a_saved_page_and_a_saved_feed_are_read_as_such() -> None:
    saved = Path(__file__).parents[1] / "data"
    page = CliRunner().invoke(app, ["read", "--json", str(saved / "pages/zh_account.html")])
    feed = CliRunner().invoke(app, ["read", "--json", str(saved / "feeds/rsshub.xml")])
    assert json.loads(page.stdout)["title"] == "粮仓里的面包香"
    assert "<" not in page.stdout
    assert len(feed.stdout.splitlines()) > 1
    assert json.loads(feed.stdout.splitlines()[0])["title"].startswith("渡轮恢复夜航")


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_plain_text_is_read_in_the_encodings_that_people_save_in(codec: str) -> None:
    given = "三座渡口昨天停航。\r\n两千名船工转到新桥上工作。".encode(codec)
    assert told(here("read", "--json", "-", given=given))[0]["paragraphs"] == [
        "三座渡口昨天停航。",
        "两千名船工转到新桥上工作。",
    ]


def test_a_picture_is_no_text() -> None:
    done = here("read", "-", given=b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xfd")
    assert "no text" in done.stderr.decode("utf-8")
    assert done.returncode == 1
