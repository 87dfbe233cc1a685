import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import typed
from bot.markup import Mark, Typed


@pytest.mark.parametrize(
    ("text", "start", "marks", "kept", "moved"),
    [
        ("/broadcast 今晚停水", 10, (("bold", 11, 2),), "今晚停水", (("bold", 0, 2),)),
        ("/broadcast 💧 停水", 10, (("bold", 14, 2),), "💧 停水", (("bold", 3, 2),)),
        ("💧💧 停水", 2, (("bold", 0, 7),), "停水", (("bold", 0, 2),)),
        ("a  \n", 0, (("bold", 0, 4),), "a", (("bold", 0, 1),)),
        ("/x", 2, (("bold", 0, 2),), "", ()),
    ],
)
def test_formatting_stays_on_its_words(
    text: str, start: int, marks: tuple[tuple[str, int, int], ...], kept: str, moved: tuple[tuple[str, int, int], ...]
) -> None:
    found = typed.after(Typed(text, tuple(Mark(*mark) for mark in marks)), start)
    assert found == Typed(kept, tuple(Mark(*mark) for mark in moved))


def test_a_label_in_front_moves_the_formatting_along() -> None:
    found = typed.before(Mark("bold", 0, 5), "📢 快讯\n\n", Typed("停水", (Mark("italic", 0, 2),)))
    assert found == Typed("📢 快讯\n\n停水", (Mark("bold", 0, 5), Mark("italic", 7, 2)))


@given(st.text(max_size=40), st.integers(0, 45), st.integers(0, 60), st.integers(1, 60))
def test_no_formatting_ever_reaches_beyond_its_text(text: str, start: int, offset: int, length: int) -> None:
    found = typed.after(Typed(text, (Mark("bold", offset, length),)), min(start, len(text)))
    for mark in found.marks:
        assert 0 <= mark.offset < mark.offset + mark.length <= typed.units(found.text)


@given(st.text(st.characters(), max_size=30))
def test_what_cannot_be_stored_is_replaced_and_nothing_moves(text: str) -> None:
    whole = typed.whole(text)
    assert typed.units(whole) == typed.units(text)
    assert "\0" not in whole
    whole.encode()
