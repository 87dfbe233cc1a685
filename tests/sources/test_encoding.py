import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.encoding import decode
from bot.sources.labels import LABELS

TEXT = "旧粮仓重新开放，镕基与㐂。"


def test_gb2312_means_gb18030_as_in_every_browser() -> None:
    assert decode(TEXT.encode("gb18030"), content_type="text/html; charset=GB2312") == TEXT


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="gbk">',
        "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>",
        '<?xml version="1.0" encoding="GBK"?>',
    ],
)
def test_a_page_or_a_feed_tells_its_encoding_itself(head: str) -> None:
    assert decode((head + TEXT).encode("gb18030")) == head + TEXT


def test_the_servers_word_counts_more_than_the_pages() -> None:
    page = f"<meta charset=gbk>{TEXT}"
    assert decode(page.encode(), content_type='text/html; charset="utf-8"') == page


@pytest.mark.parametrize(
    ("codec", "mark"), [("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]
)
def test_the_mark_at_the_beginning_counts_most(codec: str, mark: bytes) -> None:
    assert decode(mark + TEXT.encode(codec), content_type="text/html; charset=big5") == TEXT


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_without_a_word_the_encoding_that_fits_is_taken(codec: str) -> None:
    assert decode(TEXT.encode(codec)) == TEXT


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("head", ["---\ntitle: ", "\r\n---", "<p>"])
def test_two_bytes_a_character_are_known_by_the_plain_letters_they_begin_with(codec: str, head: str) -> None:
    assert decode((head + TEXT).encode(codec)) == head + TEXT
    assert decode((head + TEXT).encode(codec)[:-1]).startswith(head + TEXT[:-1])


def test_a_byte_of_nothing_alone_makes_no_text_of_two_bytes_a_character() -> None:
    assert decode(b"a\0bc" + TEXT.encode()) == f"a\0bc{TEXT}"


@pytest.mark.parametrize("said", ["舊糧倉重新開放", "台積電第三季營收創新高，外資看好後市。" * 9])
def test_big5_is_known_without_a_word(said: str) -> None:
    assert decode(said.encode("big5")) == said
    assert decode(f"title: a\n{said}".encode("big5")[:-1]).startswith(f"title: a\n{said[:-1]}")


def test_a_declaration_that_makes_rubbish_is_not_believed() -> None:
    assert decode(TEXT.encode("gb18030"), content_type="text/html; charset=utf-8") == TEXT


@pytest.mark.parametrize("label", ["ISO-8859-1", "gb2312", "big5"])
def test_what_is_utf_8_is_read_as_that_whatever_its_label(label: str) -> None:
    assert decode(TEXT.encode(), content_type=f"text/html; charset={label}") == TEXT
    assert decode((TEXT * 9).encode()[:-1], content_type=f"text/html; charset={label}").startswith(TEXT * 8)


@pytest.mark.parametrize(("said", "codec"), [("café", "latin-1"), ("系统", "gbk"), ("目前为止", "gbk")])
def test_little_that_looks_like_utf_8_is_read_by_its_label(said: str, codec: str) -> None:
    assert decode(said.encode(codec), content_type=f"text/html; charset={codec}") == said


def test_a_few_damaged_characters_do_not_change_the_encoding() -> None:
    assert decode((TEXT * 200).encode() + b"\xff", content_type="text/html; charset=utf-8").startswith(TEXT)


@pytest.mark.parametrize("wrong", [b"\xff\n", b"\xa07"])
def test_one_wrong_byte_makes_no_rubbish_of_a_text_without_a_declaration(wrong: bytes) -> None:
    said = "青河大桥今天通车，两岸居民走上桥面。"
    assert said[:-1] in decode(said.encode("gb18030") + wrong)
    assert said in decode(said.encode() + wrong)


def test_a_page_cut_within_a_character_keeps_its_encoding() -> None:
    assert decode((TEXT * 9).encode()[:-1]).startswith(TEXT)


def test_a_page_that_could_be_read_so_far_is_not_utf_16_whatever_it_says() -> None:
    assert decode(f"<meta charset=utf-16>{TEXT}".encode()).endswith(TEXT)


@pytest.mark.parametrize("label", ["zlib", "punycode", "rot13", "utf-7", "no such", ""])
def test_a_label_that_is_none_of_the_webs_is_passed_over(label: str) -> None:
    assert decode(TEXT.encode(), content_type=f"text/html; charset={label}") == TEXT


def test_a_feeds_parser_may_say_what_was_declared() -> None:
    assert decode("舊糧倉".encode("big5"), declared="Big5") == "舊糧倉"


@given(st.binary(max_size=300), st.sampled_from(sorted(LABELS)))
def test_no_bytes_raise(data: bytes, label: str) -> None:
    assert isinstance(decode(data, content_type=f"text/html; charset={label}", declared=label), str)
