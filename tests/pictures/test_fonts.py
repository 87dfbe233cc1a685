import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import texts
from bot.pictures import fonts

TOFU = fonts.of_size(32).getmask("\U0010ffff")


def looks_like_tofu(character: str) -> bool:
    mask = fonts.of_size(32).getmask(character)
    return (mask.size, bytes(mask)) == (TOFU.size, bytes(TOFU))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("新浪财经－国内", "新浪财经－国内"),
        ("臺灣財經頭條", "臺灣財經頭條"),
        ("📢 快讯 🇨🇳", "快讯"),
        ("👨‍👩‍👧 Family", "Family"),
        ("e\u0301conomie", "économie"),
        ("㈱𝐀", "(株)A"),
        ("한국", "〓〓"),
        ("  a\n b ", "a b"),
        ("", ""),
    ],
)
def test_a_name_is_written_with_the_characters_there_are(name: str, shown: str) -> None:
    assert fonts.drawable(name) == shown


@given(st.text(max_size=30))
def test_no_name_ever_shows_an_empty_box(name: str) -> None:
    assert not [character for character in fonts.drawable(name) if looks_like_tofu(character)]


@pytest.mark.parametrize("encoding", ["gb2312", "big5"])
def test_the_common_characters_of_both_writings_are_there(encoding: str) -> None:
    first, last = {"gb2312": (0xB0, 0xF7), "big5": (0xA4, 0xC6)}[encoding]
    pairs = (pair.to_bytes(2, "big").decode(encoding, "ignore") for pair in range(first << 8, (last + 1) << 8))
    common = {character for found in pairs for character in found if character >= "\u4e00"}
    assert len(common) > 5000
    assert not [character for character in common if looks_like_tofu(character)]


def test_all_words_on_the_picture_can_be_written() -> None:
    for language in texts.LANGUAGES:
        for key in texts.keys(language):
            if key.startswith("stats-") and not key.endswith(("-told", "-button", "-title")):
                said = texts.say(language, key)
                assert fonts.drawable(said) == said


@given(st.text(st.characters(codec="gb18030"), max_size=60), st.integers(40, 500))
def test_a_long_name_is_cut_to_its_room(name: str, room: int) -> None:
    shown = fonts.fitted(name, 32, room)
    assert fonts.width(shown, 32) <= room
    assert shown == fonts.drawable(name) or shown.endswith("…")
