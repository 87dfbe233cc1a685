import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.feeds.decoding import text_of
from bot.sources.labels import codec_of

RSS = "<rss><title>{}</title></rss>"


def declared(label: str, said: str, codec: str) -> bytes:
    return (f'<?xml version="1.0" encoding="{label}"?>' + RSS.format(said)).encode(codec)


@pytest.mark.parametrize(
    ("label", "codec", "said"),
    [
        ("GB2312", "gb18030", "镕堃㐀€"),
        ("gbk", "gb18030", "镕堃㐀"),
        ("Big5", "big5hkscs", "嘅咗"),
        ("EUC-KR", "cp949", "똠방각하"),
        ("Shift_JIS", "cp932", "①髙"),
        ("ISO-8859-1", "cp1252", "“€”"),
        ("us-ascii", "cp1252", "naïve"),
        ("iso-8859-9", "cp1254", "“ş”"),
        ("koi8-r", "koi8-r", "река"),
        ("windows-1251", "cp1251", "река"),
        ("cp037", "cp037", "Ebcdic"),
    ],
)
def test_a_label_means_what_it_means_to_a_browser(label: str, codec: str, said: str) -> None:
    assert said in text_of(declared(label, said, codec))


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
def test_a_chinese_feed_that_declares_nothing_is_read(codec: str) -> None:
    assert text_of(RSS.format("青河大橋今日通車，兩岸居民走上橋面。").encode(codec)) == RSS.format(
        "青河大橋今日通車，兩岸居民走上橋面。"
    )


@pytest.mark.parametrize("label", ["idna", "unicode_escape", "utf-7", "zlib", "undefined", "no-such", "\0", "punycode"])
def test_what_no_document_is_written_in_is_not_believed(label: str) -> None:
    assert codec_of(label) == ""
    assert text_of(declared("x", "河湾", "utf-8"), f"text/xml; charset={label}").endswith(RSS.format("河湾"))


def test_the_server_counts_more_than_the_document() -> None:
    assert "река" in text_of(declared("utf-8", "река", "cp1251"), 'text/xml; charset="windows-1251"')


def test_a_servers_default_charset_does_not_spoil_a_document_that_knows_better() -> None:
    assert "河湾" in text_of(declared("utf-8", "河湾", "utf-8"), "text/xml; charset=ISO-8859-1")


def test_a_byte_order_mark_counts_most() -> None:
    assert "河湾" in text_of(codecs.BOM_UTF8 + declared("gbk", "河湾", "utf-8"), "text/xml; charset=big5")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"])
def test_wide_characters_are_found_with_or_without_their_mark(codec: str) -> None:
    assert "河湾" in text_of(RSS.format("河湾").encode(codec))


def test_a_wide_document_that_breaks_off_within_a_character_is_read() -> None:
    assert text_of(RSS.format("河湾").encode("utf-16-le")[:-1]).startswith("<rss><title>河湾")


def test_a_document_that_says_utf_16_byte_by_byte_is_not() -> None:
    assert "河湾" in text_of(declared("utf-16", "河湾", "utf-8"))
    assert "河湾" in text_of(declared("utf-8", "河湾", "utf-8"), "text/xml; charset=utf-16")
    assert "河湾" in text_of('{"title": "河湾"}'.encode("utf-16-le"), "application/feed+json; charset=utf-16le")


def test_chinese_that_nobody_declared_is_read() -> None:
    assert "河湾渡口" in text_of(RSS.format("河湾渡口").encode("gbk"))
    assert "河湾渡口" in text_of(declared("utf-8", "河湾渡口", "gbk"))


def test_western_letters_that_nobody_declared_are_read() -> None:
    assert "café crème" in text_of(RSS.format("café crème ").encode("latin-1"))


def test_a_wrong_label_gives_way_to_what_fits() -> None:
    assert "河" in text_of(declared("gb2312", "河", "utf-8"))


@pytest.mark.parametrize("label", ["ISO-8859-1", "windows-1251", "koi8-r", "gb2312", "Big5", "Shift_JIS", "EUC-KR"])
def test_what_is_utf_8_is_read_as_that_whatever_its_label(label: str) -> None:
    assert "河湾渡口恢复夜航" in text_of(declared(label, "河湾渡口恢复夜航", "utf-8"))
    assert "河湾渡口恢复夜航" in text_of(RSS.format("河湾渡口恢复夜航").encode(), f"text/xml; charset={label}")


def test_a_single_accent_in_utf_8_is_no_two_western_letters() -> None:
    assert "Actualités" in text_of(RSS.format("Actualités").encode(), "text/xml; charset=ISO-8859-1")


@pytest.mark.parametrize("said", ["一", "系统", "为什么", "目前为止"])
def test_few_chinese_characters_that_look_like_utf_8_are_read_by_their_label(said: str) -> None:
    data = declared("gb2312", said, "gbk")
    assert data.decode("utf-8")
    assert said in text_of(data)


def test_a_few_wrong_bytes_leave_a_mark_and_spoil_nothing() -> None:
    utf8 = RSS.format("河湾渡口今晚恢复夜航").encode()
    assert "河湾渡口今晚恢复夜航" in text_of(utf8[:3] + b"\xff" + utf8[3:])
    gbk = declared("gb2312", "河湾渡口", "gbk")
    assert "河湾渡口" in text_of(gbk + b"\xff")


@given(st.binary(max_size=400), st.text(max_size=40))
def test_no_bytes_and_no_header_raise(data: bytes, content_type: str) -> None:
    text_of(data, content_type)
    text_of(b'<?xml version="1.0" encoding="' + data, "charset=" + content_type)
